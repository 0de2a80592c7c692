import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeStudy } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

/** What Neovim makes of a case, as drive.lua writes it down. */
interface Seen {
  readonly diagnostics: readonly { readonly lnum: number; readonly code: string; readonly source: string; readonly message: string }[];
  readonly hover: string;
  readonly completions: readonly string[];
  readonly actions: readonly string[];
  readonly rename: boolean;
  readonly afterEdit: readonly string[];
  readonly folder: string;
}

const EXAMPLE = readFileSync(path.join(PROJECT_ROOT, 'examples/danish-smes/brodersen.md'), 'utf8');
const PAGE = readFileSync(path.join(PROJECT_ROOT, 'docs/editors.md'), 'utf8');

/** Drives the editor as its user would, and writes down what comes of it. */
const DRIVE = String.raw`
local function ask(method, line, character, more)
  local params = { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = line, character = character } }
  for key, value in pairs(more or {}) do params[key] = value end
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if answer.result then return answer.result end
  end
end
local function line_of(pattern)
  for index, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(pattern)
    if at then return index - 1, at end
  end
end
local function codes()
  return vim.tbl_map(function(one) return tostring(one.code or (one.user_data and one.user_data.lsp.code)) end, vim.diagnostic.get(0))
end

vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1] or vim.lsp.get_clients()[1]
local seen = { diagnostics = vim.diagnostic.get(0), rename = client.server_capabilities.renameProvider and true or false, folder = client.config.root_dir }
for _, one in ipairs(seen.diagnostics) do
  one.code = tostring(one.code or (one.user_data and one.user_data.lsp.code))
  one.user_data = nil
end
local line, at = line_of(':P%d')
seen.hover = (ask('textDocument/hover', line, at) or { contents = { value = '' } }).contents.value
local found = ask('textDocument/completion', line, at + 1) or {}
seen.completions = vim.tbl_map(function(item) return item.label end, found.items or found)
local first = seen.diagnostics[1]
local place = { line = first.lnum, character = first.col }
local actions = ask('textDocument/codeAction', 0, 0, { range = { start = place, ['end'] = place }, context = { diagnostics = {} } }) or {}
seen.actions = vim.tbl_map(function(action) return action.title end, actions)
vim.api.nvim_buf_set_lines(0, 1, 1, false, { 'frmi: {employees: 3}' })
vim.wait(20000, function() return vim.tbl_contains(codes(), 'front-matter/unknown-field') end, 20)
seen.afterEdit = codes()
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.CASEWRIGHT_SEEN)
vim.cmd('qall!')
`;

let version: readonly number[] = [];

beforeAll(() => {
  try {
    version = (/NVIM v(\d+)\.(\d+)/.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' })) ?? []).slice(1).map(Number);
  } catch {
    throw new Error('Neovim is missing, in which the language server is tested: install it (Debian: “apt-get install neovim”), then run this again.');
  }
});

/** The configuration that the page gives for the Neovim that is installed. */
function configuration(): string {
  const heading = (version[0] ?? 0) > 0 || (version[1] ?? 0) >= 11 ? '## Neovim 0.11 and later' : '## Neovim 0.7 to 0.10';
  return /\`\`\`lua\n([\s\S]*?)\`\`\`/.exec(PAGE.slice(PAGE.indexOf(heading)))?.[1] ?? '';
}

/** Opens a case of a study in Neovim, with the configuration of the page and nothing else. */
async function seeIn(files: Readonly<Record<string, string>>, name: string): Promise<{ seen: Seen; root: string; messages: string }> {
  const study = makeStudy(files);
  const tools = makeStudy({ 'init.lua': configuration(), 'drive.lua': DRIVE });
  onTestFinished(study.remove);
  onTestFinished(tools.remove);
  const program = path.join(tools.folder, 'bin/casewright-language-server');
  mkdirSync(path.dirname(program));
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${path.join(PROJECT_ROOT, 'dist/server.cjs')}" "$@"\n`, { mode: 0o755 });
  const result = path.join(tools.folder, 'seen.json');
  const home = Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'].map((variable) => [variable, tools.folder]));
  const env = { ...process.env, ...home, PATH: `${path.dirname(program)}${path.delimiter}${process.env.PATH ?? ''}`, CASEWRIGHT_SEEN: result };
  const args = [
    '--headless',
    '-i',
    'NONE',
    '-n',
    '-u',
    path.join(tools.folder, 'init.lua'),
    path.join(study.folder, name),
    '-c',
    `luafile ${path.join(tools.folder, 'drive.lua')}`,
  ];
  const editor = spawn('nvim', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let messages = '';
  for (const stream of [editor.stdout, editor.stderr]) stream.on('data', (data: Buffer) => (messages += data.toString()));
  onTestFinished(() => {
    editor.kill('SIGKILL');
  });
  await new Promise((resolve) => editor.once('close', resolve));
  try {
    return { seen: JSON.parse(readFileSync(result, 'utf8')) as Seen, root: study.folder, messages };
  } catch {
    throw new Error(`Neovim wrote nothing down. It said: ${messages}`);
  }
}

describe('in Neovim, with the configuration of docs/editors.md', () => {
  it('a case shows its findings and what can be done, explains and completes, and follows what is typed', async () => {
    const files = { 'casewright.yaml': 'rules: {evidence/one-sided: warning}\n', 'cases/brodersen.md': EXAMPLE };
    const { seen, root, messages } = await seeIn(files, 'cases/brodersen.md');
    expect(messages).toBe('');
    expect(seen.folder).toBe(root);
    expect(seen.diagnostics.map(({ code, source }) => [source, code])).toEqual([['casewright', 'evidence/one-sided']]);
    expect(seen.hover).toContain('P');
    expect(seen.hover.length).toBeGreaterThan(40);
    expect(seen.completions.join('\n')).toMatch(/P1/);
    expect(seen.actions.length).toBeGreaterThan(0);
    expect(seen.rename).toBe(true);
    expect(seen.afterEdit).toContain('front-matter/unknown-field');
  });
});
