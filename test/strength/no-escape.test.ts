import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../cli/study.ts';
import { LspClient } from '../support/lsp-client.ts';
import { makeStudy } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

/** Modules of Node that reach other machines or start other programs. */
const REACHING = ['child_process', 'cluster', 'dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'net', 'tls'];

/** Who may hold such a module, and what for. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // vscode-languageserver speaks over sockets and pipes, too, to whoever starts the server with --socket or --pipe.
  'server-main.cjs': ['child_process', 'net'],
  // vscode-languageclient starts our server.
  'client.cjs': ['child_process', 'net'],
};

/** What brings something from elsewhere, or makes code or elements out of text. */
const ESCAPES =
  /(?<![\w.$])(?:fetch|importScripts|eval)\((?![^()]*\)\s*\{)|\bnew (?:XMLHttpRequest|WebSocket|EventSource|SharedWorker|Worker|Function|RTCPeerConnection|Image)\b|\bsendBeacon\b|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bcreateContextualFragment\b|\bsetHTML/g;
const ALLOWED_ESCAPES: Readonly<Record<string, readonly string[]>> = {
  'client.web.cjs': ['new Worker'], // our server
  // fflate can compress workbooks on another thread.
  'server-main.cjs': ['new Worker'],
  'server.worker.js': ['new Worker'],
};

const bundles = readdirSync(path.join(PROJECT_ROOT, 'dist')).filter((name) => /^(?!p\d?\.).*\.(?:cjs|js)$/.test(name));
const contentOf = (name: string): string => readFileSync(path.join(PROJECT_ROOT, 'dist', name), 'utf8');
const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe('what is shipped', () => {
  it('holds nothing that reaches other machines or programs, but for what is named here', () => {
    const found = bundles.map((name) => {
      const modules = [...contentOf(name).matchAll(/\b(?:require|import)\("(?:node:)?([a-z0-9_/]+)"\)/g)].map((match) => match[1] ?? '').filter(isBuiltin);
      return [name, unique(modules.filter((module) => REACHING.includes(module.split('/')[0] ?? '')))] as const;
    });
    expect(Object.fromEntries(found.filter(([, modules]) => modules.length > 0))).toEqual(ALLOWED);
  });

  it('makes neither requests nor code nor elements out of what it reads', () => {
    const found = bundles.map((name) => [name, unique([...contentOf(name).matchAll(ESCAPES)].map((match) => match[0]))] as const);
    expect(Object.fromEntries(found.filter(([, escapes]) => escapes.length > 0))).toEqual(ALLOWED_ESCAPES);
  });
});

/** Loaded before a program: ends it, with a word on standard error, as soon as it looks for another machine or starts another program. */
const WATCH = `
const end = (what) => () => { process.stderr.write('ESCAPE: ' + what + '\\n'); process.exit(99); };
const net = require('node:net'), child = require('node:child_process'), dns = require('node:dns'), dgram = require('node:dgram');
net.Socket.prototype.connect = end('connect');
net.Server.prototype.listen = end('listen');
dgram.createSocket = end('datagram');
dns.lookup = end('look-up of a name');
globalThis.fetch = end('fetch');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) child[name] = end(name);
`;

const FILES = {
  'one.md':
    '---\ncase: one\ntitle: "$(touch /tmp/x) `id` {{7*7}} ${7*7}"\nframeworks: [policy-themes]\nbibliography: http://example.com/a.bib\n---\n\n# Timing\n\n![x](http://example.com/x.png) <img src="http://example.com/y.png"> <script>fetch("http://example.com")</script> [@nobody]\n',
  'casewright.yaml':
    'extends: https://example.com/base.yaml\nframeworks: ["http://example.com/pack.yaml", "//example.com/pack.yaml"]\nbibliography: ["https://example.com/refs.bib"]\ntemplate: "https://example.com/template.yaml"\nconfidential: {terms_file: "ftp://example.com/names.txt"}\n',
  'pack.yaml': '!!js/function "function () { return 1 }"\n',
};

describe('whatever a study names, nothing leaves the machine and nothing is run', () => {
  const study = (): ReturnType<typeof makeStudy> & { readonly env: Readonly<Record<string, string>> } => {
    const made = makeStudy(FILES);
    onTestFinished(made.remove);
    const watch = path.join(made.folder, 'watch.cjs');
    writeFileSync(watch, WATCH);
    return { ...made, env: { NODE_OPTIONS: `--require ${watch}` } };
  };

  it.each([
    ['check', []],
    ['coverage', []],
    ['matrix', ['--format', 'html']],
    ['matrix', ['--format', 'json']],
    ['frameworks', []],
    ['explain', ['coverage/thin']],
    ['new', ['two', '--title', '$(id)']],
  ])('casewright %s', async (command, more) => {
    const { folder, env } = study();
    const { code, stderr } = await runCli([command, ...more], { cwd: folder, env });
    expect(stderr).not.toContain('ESCAPE');
    expect(code).not.toBe(99);
  });

  it('the language server', async () => {
    const { root, uri, folder } = study();
    const server = path.join(PROJECT_ROOT, 'dist/server.cjs');
    const client = await LspClient.start({
      diagnostics: 'pull',
      root,
      command: [process.execPath, '--require', path.join(folder, 'watch.cjs'), server, '--stdio'],
    });
    await client.open(uri('one.md'), FILES['one.md']);
    await client.pull(uri('one.md'));
    for (const method of ['casewright/cases', 'casewright/matrix']) await client.connection.sendRequest(method);
    expect(await client.stop()).toBe(0);
    expect(client.stderr).toBe('');
  });
});
