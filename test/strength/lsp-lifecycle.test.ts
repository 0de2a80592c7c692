import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { RawClient, framed } from './lsp/raw-client.ts';

const SERVER_NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const NO_CLIENT = { processId: null, rootUri: null, capabilities: {} };
const URI = 'file:///nowhere/case.md';
const open = (version = 1, text = '---\ncase: one\n---\n'): unknown => ({ textDocument: { uri: URI, languageId: 'markdown', version, text } });

/** A server of the test's own. */
function fresh(): RawClient {
  const client = new RawClient();
  onTestFinished(() => client.kill());
  return client;
}

/** A server of the test's own that has been told what a client tells first. */
async function started(): Promise<RawClient> {
  const client = fresh();
  await client.initialize(NO_CLIENT);
  return client;
}

/** One server for all tests of a group, which none of them may break. */
function shared(): () => RawClient {
  let client: RawClient | undefined;
  beforeAll(async () => {
    client = new RawClient();
    await client.initialize(NO_CLIENT);
    client.notify('textDocument/didOpen', open());
  });
  afterAll(() => client?.kill());
  return () => client!;
}

/** Checks that the server still works: that it answers and has not complained. */
async function checkAlive(client: RawClient): Promise<void> {
  expect(await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } })).toMatchObject({ result: null });
  expect(client.stderr).toBe('');
}

describe('before it is initialized, the server', () => {
  it('refuses requests as not initialized, whether it knows them or not', async () => {
    const client = fresh();
    for (const method of ['textDocument/hover', 'shutdown', 'casewright/matrix', 'no/such']) {
      expect(await client.request(method, {}), method).toMatchObject({ error: { code: SERVER_NOT_INITIALIZED } });
    }
  });

  it('drops notifications, and starts all the same', async () => {
    const client = fresh();
    client.notify('textDocument/didOpen', open());
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: '' }] });
    client.notify('initialized', {});
    client.notify('no/such');
    await client.initialize(NO_CLIENT);
    await checkAlive(client);
  });

  it('ends with 1 when it is told to exit', async () => {
    const client = fresh();
    client.notify('exit');
    expect(await client.exit).toBe(1);
  });
});

describe('initialize', () => {
  it.each([
    ['without capabilities', { processId: null, rootUri: null }],
    ['without anything', {}],
    ['with nothing where an object should be', { processId: null, rootUri: null, capabilities: null }],
    [
      'with parts that are null',
      { processId: null, rootUri: null, capabilities: { textDocument: null, workspace: null, window: null }, workspaceFolders: null },
    ],
    ['with options of another kind', { processId: null, rootUri: null, capabilities: {}, initializationOptions: ['what?'] }],
    ['with a root that is no folder of this machine', { processId: null, rootUri: 'untitled:x', capabilities: {} }],
  ])('works %s', async (_, params) => {
    const client = fresh();
    expect(await client.initialize(params)).toMatchObject({ result: { capabilities: { positionEncoding: 'utf-16' }, serverInfo: {} } });
    await checkAlive(client);
  });

  it('works without params, too', async () => {
    const client = fresh();
    expect(await client.initialize(undefined)).toMatchObject({ result: { capabilities: {} } });
    await checkAlive(client);
  });

  it('is accepted once', async () => {
    const client = await started();
    expect(await client.request('initialize', NO_CLIENT)).toMatchObject({ error: { code: INVALID_REQUEST } });
    await checkAlive(client);
  });
});

describe('after shutdown, the server', () => {
  it('refuses every request, ignores notifications, and ends with 0 when told to', async () => {
    const client = await started();
    expect(await client.request('shutdown')).toMatchObject({ result: null });
    client.notify('textDocument/didOpen', open());
    for (const method of ['textDocument/hover', 'shutdown', 'initialize', 'no/such'])
      expect(await client.request(method, {}), method).toMatchObject({ error: { code: INVALID_REQUEST } });
    client.notify('exit');
    expect(await client.exit).toBe(0);
    expect(client.stderr).toBe('');
  });

  it('would have ended with 1 without it', async () => {
    const client = await started();
    client.notify('exit');
    expect(await client.exit).toBe(1);
  });
});

describe('when its client is gone, the server ends', () => {
  it('because nothing more can come from it', async () => {
    const client = await started();
    client.process.stdin!.end();
    expect(await client.exit).toBe(1);
  });

  it('because nothing more can come from it, at once when work is under way', async () => {
    const client = await started();
    client.notify('textDocument/didOpen', open(1, `---\ncase: one\nframeworks: [policy-themes]\n---\n\n${'A paragraph about :T1.\n\n'.repeat(20_000)}`));
    client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } });
    client.process.stdin!.end();
    expect(await client.exit).toBe(1);
  });

  it('because its process is no longer there', async () => {
    const parent = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => parent.once('exit', resolve));
    const client = fresh();
    await client.initialize({ ...NO_CLIENT, processId: parent.pid });
    expect(await client.exit).toBe(1);
  });
});

describe('what is no message', () => {
  const server = shared();

  it.each([
    ['text that is no JSON', framed('{"jsonrpc": "2.0", "id": 1, "method": ')],
    ['nothing', framed('')],
    ['a number', framed('42')],
    ['null', framed('null')],
    ['text', framed('"hello"')],
    ['a list of messages', framed('[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]')],
    ['an object without anything', framed('{}')],
    ['an answer to nothing', framed('{"jsonrpc":"2.0","id":12345,"result":null}')],
    ['an error out of nowhere', framed('{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":"x"}}')],
    ['a notification whose method is a number', framed('{"jsonrpc":"2.0","method":7}')],
    ['a cancellation of nothing', framed('{"jsonrpc":"2.0","method":"$/cancelRequest"}')],
    ['progress of nothing', framed('{"jsonrpc":"2.0","method":"$/progress","params":{"token":"x","value":{}}}')],
    [
      'a change of a document that is not open',
      framed(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"${URI}","version":2},"contentChanges":[]}}`),
    ],
    ['a document without text', framed(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"${URI}"}}}`)],
    ['a document without anything', framed('{"jsonrpc":"2.0","method":"textDocument/didOpen"}')],
    ['a document without a name', framed('{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{}}}')],
    ['a trace of nothing', framed('{"jsonrpc":"2.0","method":"$/setTrace"}')],
    ['file events of nothing', framed('{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles"}')],
    ['settings of nothing', framed('{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration"}')],
    ['folders of nothing', framed('{"jsonrpc":"2.0","method":"workspace/didChangeWorkspaceFolders"}')],
    ['a header more', `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${framed('{}')}`],
  ])('is put up with: %s', async (_, bytes) => {
    const client = server();
    client.write(bytes);
    await checkAlive(client);
  });

  it.each([
    ['a request whose params are a list', 'textDocument/hover', [1, 2]],
    ['a request without params', 'textDocument/hover', undefined],
    ['a request with params that are null', 'textDocument/completion', null],
    ['a position that is none', 'textDocument/hover', { textDocument: { uri: URI }, position: { line: -1, character: 1.5 } }],
    ['a position of text', 'textDocument/hover', { textDocument: { uri: URI }, position: { line: 'x', character: null } }],
    ['a document without a name', 'textDocument/codeAction', { textDocument: {}, range: {} }],
    ['a name that is no URI', 'textDocument/diagnostic', { textDocument: { uri: '%%%' } }],
    ['a name that is a number', 'textDocument/documentSymbol', { textDocument: { uri: 7 } }],
    ['a command of nothing', 'workspace/executeCommand', {}],
    ['rows of nothing', 'casewright/matrixRows', {}],
    ['a matrix file of nothing', 'casewright/matrixExport', {}],
    ['a new case of nothing', 'casewright/newCaseText', {}],
  ])('is answered: %s', async (_, method, params) => {
    const client = server();
    const answer = await client.request(method, params);
    expect('result' in answer || answer.error !== undefined).toBe(true);
    await checkAlive(client);
  });

  it('is an unknown request: refused as that, and an unknown notification: ignored', async () => {
    const client = server();
    client.notify('no/such', { x: 1 });
    client.notify('$/noSuch');
    expect(await client.request('no/such')).toMatchObject({ error: { code: METHOD_NOT_FOUND } });
    expect(await client.request('$/noSuch')).toMatchObject({ error: { code: METHOD_NOT_FOUND } });
    await checkAlive(client);
  });

  it.each([
    ['a header that says nothing of a length', 'Content-Type: text/plain\r\n\r\n'],
    ['a length that is none', 'Content-Length: much\r\n\r\n'],
  ])('does not end the conversation: %s', async (_, header) => {
    const client = server();
    client.write(header);
    // The library goes on only when more comes in.
    const id = client.ask('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } });
    while (!client.received.some((message) => message.id === id)) {
      client.notify('$/noSuch');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
});

describe('a cancelled request', () => {
  const server = shared();

  it('is answered all the same, once', async () => {
    const client = server();
    const text = `---\ncase: one\n---\n\n${'Some words :P1.\n\n'.repeat(3_000)}`;
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text }] });
    const ids = ['textDocument/documentSymbol', 'textDocument/codeLens', 'casewright/checkAll', 'textDocument/foldingRange'].map((method) =>
      client.ask(method, { textDocument: { uri: URI } }),
    );
    for (const id of ids) client.notify('$/cancelRequest', { id });
    for (const id of ids) {
      const { error } = await client.answer(id);
      expect([undefined, -32800, -32802, -32801]).toContain(error?.code);
    }
    await checkAlive(client);
    for (const id of ids) expect(client.received.filter((message) => message.id === id && message.method === undefined)).toHaveLength(1);
  });

  it.each([['unknown'], [99999], [null], [{}]])('that never was is ignored: %j', async (id) => {
    const client = server();
    client.notify('$/cancelRequest', { id });
    await checkAlive(client);
  });
});
