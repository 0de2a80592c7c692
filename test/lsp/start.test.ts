import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';

const URI = 'file:///study/case.md';
const TEXT = '---\ncase: x\nframeworks: [policy-themes]\n---\n\nText.\n';

const OPENING = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT } } },
  { id: 2, method: 'textDocument/documentSymbol', params: { textDocument: { uri: URI } } },
];

interface Said {
  readonly id?: number;
  readonly result?: unknown;
  readonly params?: unknown;
}

/** Says all of that in one breath, as no client should, and then ends the server. Returns its answers and the findings it sent last. */
async function allAtOnce(
  caches: string,
): Promise<{ readonly code: number | null; readonly stderr: string; readonly answers: Said[]; readonly findings: string }> {
  const env = { ...process.env, CASEWRIGHT_NO_CACHE: '', XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
  const child = spawn(process.execPath, [path.join(PROJECT_ROOT, 'dist/server.cjs'), '--stdio'], { env });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => (output[stream] += text));
  const say = (message: object): void => {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  };
  OPENING.forEach(say);
  const ending = [
    { after: 'publishDiagnostics', message: { id: 3, method: 'shutdown' } },
    { after: '"id":3', message: { method: 'exit' } },
  ];
  child.stdout.on('data', () => {
    if (output.stdout.includes('"id":2') && output.stdout.includes(ending[0]?.after ?? 'nothing more')) say(ending.shift()?.message ?? {});
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const parts = output.stdout.split(/Content-Length: \d+\r\n\r\n/).filter((part) => part !== '');
  const answers = parts.map((part) => JSON.parse(part) as Said).filter(({ id, result }) => id !== undefined && result !== undefined);
  answers.sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
  return { code, stderr: output.stderr, answers, findings: parts.findLast((part) => part.includes('publishDiagnostics')) ?? '' };
}

function scratch(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'casewright-start-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const keptIn = (caches: string): string[] =>
  readdirSync(caches, { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]compiled[\\/]/.test(name))
    .map((name) => path.join(caches, name));

describe('a server that is only starting', () => {
  it('answers what comes right behind initialize', async () => {
    const { code, stderr, answers, findings } = await allAtOnce(scratch());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(answers.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(JSON.stringify(answers[1]?.result)).toContain('Front matter');
    expect(findings).toContain('“Timing of internationalization”');
  });

  it('says the same with code that was kept, with damaged code and without any', async () => {
    const caches = scratch();
    const first = await allAtOnce(caches);
    const kept = keptIn(caches);
    expect(kept).toHaveLength(1);
    expect(await allAtOnce(caches)).toEqual(first);
    for (const file of kept) {
      const content = readFileSync(file);
      writeFileSync(file, content.fill(0, content.length / 2));
    }
    expect(await allAtOnce(caches)).toEqual(first);
  });
});
