import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { PROJECT_ROOT } from '../support/workspace.ts';

const CASE = '---\ncase: one\nframeworks: [policy-themes]\n---\n\n# Timing\n\nSold abroad at once.\n';

/** Speaks to the server in a web worker as a client that has no disk either: it reads files from `files`. */
async function talk(files: Record<string, string>): Promise<{ cases: { case: string; frameworks: unknown[] }[]; codes: string[] }> {
  const worker = new Worker('/server.worker.js');
  const answers = new Map<number, (result: unknown) => void>();
  let next = 0;
  const request = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      next += 1;
      answers.set(next, resolve);
      worker.postMessage({ jsonrpc: '2.0', id: next, method, params });
    });
  const notify = (method: string, params: unknown): void => {
    worker.postMessage({ jsonrpc: '2.0', method, params });
  };
  const answer = (method: string, params: { uri?: string }): unknown => {
    if (method === 'casewright/findFiles') return Object.keys(files);
    const text = files[params.uri ?? ''];
    return text === undefined ? { absent: true } : { text };
  };
  worker.onmessage = ({ data }: MessageEvent<{ id?: number; method?: string; params: { uri?: string }; result?: unknown }>) => {
    if (data.method !== undefined && data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: answer(data.method, data.params) });
    else if (data.id !== undefined) answers.get(data.id)?.(data.result);
  };
  const folder = 'vscode-vfs://github/study';
  await request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'study' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  notify('initialized', {});
  const cases = (await request('casewright/cases', null)) as { case: string; frameworks: unknown[] }[];
  const uri = Object.keys(files)[0] ?? '';
  notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: files[uri] } });
  const report = (await request('textDocument/diagnostic', { textDocument: { uri } })) as { items: { code: string }[] };
  worker.terminate();
  return { cases, codes: [...new Set(report.items.map((item) => item.code))] };
}

describe('the server in a web worker', () => {
  let server: Server;
  let context: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    const script = readFileSync(path.join(PROJECT_ROOT, 'dist/server.worker.js'));
    server = createServer((request, response) => {
      const isScript = request.url === '/server.worker.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!doctype html><title>Worker</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context = await openBrowser();
  });
  afterAll(async () => {
    await context.close();
    server.close();
  });

  it('checks cases whose files its client reads', async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { cases, codes } = await page.evaluate(talk, { 'vscode-vfs://github/study/one.md': CASE, 'vscode-vfs://github/study/notes.md': '# Notes' });
    expect(cases.map((overview) => overview.case)).toEqual(['one']);
    expect(codes).toEqual(['coverage/missing', 'coverage/thin']);
  });
});
