import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';

const URI = 'file:///study/case.md';
const TEXT = '---\ncase: x\nframeworks: [policy-themes]\n---\n\n:P99[text]\n';

const OPENING = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: TEXT } } },
  { id: 2, method: 'textDocument/documentSymbol', params: { textDocument: { uri: URI } } },
];

/** Says all of that in one breath, as no client should, then ends the server, and returns what the server says until it ends, in order. */
async function allAtOnce(caches: string): Promise<{ readonly code: number | null; readonly said: string[]; readonly stderr: string }> {
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
  const said = output.stdout.split(/Content-Length: \d+\r\n\r\n/).filter((part) => part.includes('"id"') || part.includes('publishDiagnostics'));
  return { code, said, stderr: output.stderr };
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
  it('answers what comes right behind initialize, in its turn', async () => {
    const { code, said, stderr } = await allAtOnce(scratch());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(said.map((message) => (JSON.parse(message) as { id?: number }).id).filter((id) => id !== undefined)).toEqual([1, 2, 3]);
    expect(said.some((message) => message.includes('framework/unknown-item'))).toBe(true);
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
