import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStudy, type Study } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { CLIENT_REQUESTS, problemsOfMessage, problemsOfResult } from './lsp/meta-model.ts';
import { RawClient } from './lsp/raw-client.ts';

const EXAMPLE = readFileSync(path.join(PROJECT_ROOT, 'examples/danish-smes/brodersen.md'), 'utf8');
/** A case with something wrong in every part, so that each kind of answer has something in it. */
const FAULTY = EXAMPLE.replace('case: brodersen', 'case: faulty\nfrmi: {employees: x}').replace(/:P3\b/, ':P33').replace('[@', '[@nobody; @');

/** What a client announces that can do all that the protocol has. */
const ABLE = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] } },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'data'] },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    foldingRange: { lineFoldingOnly: true },
    synchronization: { dynamicRegistration: true },
    definition: { dynamicRegistration: true, linkSupport: true },
    references: { dynamicRegistration: true },
    rename: { dynamicRegistration: true, prepareSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};
const CLIENTS = { 'that can do everything': ABLE, 'that can do nothing special': {} } as const;

/** The requests that go with what a server announces. */
const REQUESTS_OF: Readonly<Record<string, readonly string[]>> = {
  completionProvider: ['textDocument/completion'],
  'completionProvider.resolveProvider': ['completionItem/resolve'],
  hoverProvider: ['textDocument/hover'],
  codeActionProvider: ['textDocument/codeAction'],
  'codeActionProvider.resolveProvider': ['codeAction/resolve'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  codeLensProvider: ['textDocument/codeLens'],
  'codeLensProvider.resolveProvider': ['codeLens/resolve'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  diagnosticProvider: ['textDocument/diagnostic'],
  executeCommandProvider: ['workspace/executeCommand'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  renameProvider: ['textDocument/rename'],
  'renameProvider.prepareProvider': ['textDocument/prepareRename'],
  workspaceSymbolProvider: ['workspace/symbol'],
  documentLinkProvider: ['textDocument/documentLink'],
};
const NO_REQUESTS = ['positionEncoding', 'textDocumentSync', 'workspace'];
const ALWAYS = ['initialize', 'shutdown'];
/** The library answers it unasked, to nothing announced. */
const BY_THE_LIBRARY = 'textDocument/willSaveWaitUntil';

type Capabilities = Readonly<Record<string, { readonly resolveProvider?: boolean; readonly prepareProvider?: boolean; readonly commands?: readonly string[] }>>;
/** What a capability may announce besides itself. */
const MORE = ['resolveProvider', 'prepareProvider'] as const;

function announcedRequests(capabilities: Capabilities): string[] {
  const names = Object.keys(capabilities).filter((name) => !NO_REQUESTS.includes(name));
  const more = names.flatMap((name) => MORE.filter((part) => capabilities[name]?.[part] === true).map((part) => `${name}.${part}`));
  return [...names, ...more].flatMap((name) => REQUESTS_OF[name] ?? [`what goes with ${name}?`]);
}

describe.each(Object.entries(CLIENTS))('to a client %s, the server', (_, capabilities) => {
  let client: RawClient;
  let study: Study;
  let announced: string[];
  let commands: readonly string[] = [];
  let uri: string;

  beforeAll(async () => {
    study = makeStudy({ 'faulty.md': FAULTY, 'good.md': EXAMPLE, 'casewright.yaml': 'rules: {coverage/mising: off}\n' });
    uri = study.uri('faulty.md');
    client = new RawClient({
      'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => null),
      'window/showDocument': () => ({ success: true }),
    });
    const { result } = await client.initialize({
      processId: process.pid,
      rootUri: study.root,
      workspaceFolders: [{ uri: study.root, name: 'study' }],
      capabilities,
    });
    expect(problemsOfResult('initialize', result)).toEqual([]);
    const own = (result as { capabilities: Capabilities }).capabilities;
    announced = announcedRequests(own);
    commands = own.executeCommandProvider?.commands ?? [];
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: FAULTY } });
  });
  afterAll(async () => {
    await client.kill();
    study.remove();
  });

  /** Sends a request and checks that the answer is one that the protocol knows. */
  async function checkAnswer(method: string, params: unknown): Promise<unknown> {
    const { result, error } = await client.request(method, params);
    expect(error, method).toBeUndefined();
    expect(problemsOfResult(method, result)).toEqual([]);
    return result;
  }

  /** A rename is answered, or refused with a reason. */
  async function checkRename(position: unknown): Promise<void> {
    for (const [method, more] of [
      ['textDocument/prepareRename', {}],
      ['textDocument/rename', { newName: 'another-name' }],
    ] as const) {
      const { result, error } = await client.request(method, { textDocument: textDocument(), position, ...more });
      if (error) expect(error, method).toMatchObject({ code: -32803, message: expect.stringMatching(/\.$|:/) });
      else expect(problemsOfResult(method, result)).toEqual([]);
    }
  }

  /** Places all over the document, in the text and behind the end of lines and of the whole. */
  const places = FAULTY.split('\n')
    .flatMap((line, index) => [0, Math.floor(line.length / 3), line.length, line.length + 7].map((character) => ({ line: index, character })))
    .filter((_place, index) => index % 5 === 0);
  const textDocument = (): { uri: string } => ({ uri });

  it('announces only what is tried here', () => {
    expect(announced.filter((method) => !CLIENT_REQUESTS.includes(method))).toEqual([]);
  });

  it('answers each kind of request as the protocol says, wherever it is asked', async () => {
    const items: unknown[] = [];
    const actions: unknown[] = [];
    const found: unknown[] = [];
    for (const position of [...places, { line: 9999, character: 9999 }]) {
      items.push(...asList(await checkAnswer('textDocument/completion', { textDocument: textDocument(), position })));
      await checkAnswer('textDocument/hover', { textDocument: textDocument(), position });
      const places = await checkAnswer('textDocument/definition', { textDocument: textDocument(), position });
      found.push(...asList(places), ...asList(await checkAnswer('textDocument/documentHighlight', { textDocument: textDocument(), position })));
      found.push(...asList(await checkAnswer('textDocument/references', { textDocument: textDocument(), position, context: { includeDeclaration: true } })));
      await checkRename(position);
      const range = { start: { line: 0, character: 0 }, end: position };
      actions.push(...asList(await checkAnswer('textDocument/codeAction', { textDocument: textDocument(), range, context: { diagnostics: [] } })));
    }
    expect(items.length).toBeGreaterThan(30);
    expect(actions.length).toBeGreaterThan(10);
    expect(found.length).toBeGreaterThan(20);
    expect(await checkAnswer('workspace/symbol', { query: 'ceo' })).not.toEqual([]);
    await checkAnswer('textDocument/documentLink', { textDocument: textDocument() });
    const lenses = asList(await checkAnswer('textDocument/codeLens', { textDocument: textDocument() }));
    for (const method of ['textDocument/documentSymbol', 'textDocument/foldingRange'])
      expect(await checkAnswer(method, { textDocument: textDocument() })).not.toEqual([]);
    const samples = { 'completionItem/resolve': items, 'codeAction/resolve': actions, 'codeLens/resolve': lenses };
    for (const [method, unresolved] of Object.entries(samples).filter(([name]) => announced.includes(name)))
      for (const one of unresolved.filter((_one, index) => index % 50 === 0)) await checkAnswer(method, one);
    for (const command of commands) await checkAnswer('workspace/executeCommand', { command, arguments: [uri, 'P4'] });
    if (announced.includes('textDocument/diagnostic')) {
      const report = (await checkAnswer('textDocument/diagnostic', { textDocument: textDocument() })) as { kind: string; resultId: string };
      expect(report.kind).toBe('full');
      expect(await checkAnswer('textDocument/diagnostic', { textDocument: textDocument(), previousResultId: report.resultId })).toMatchObject({
        kind: 'unchanged',
      });
    }
  });

  it('takes each kind of notification that a client sends it', async () => {
    const change = (version: number, contentChanges: unknown): void => {
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    };
    change(2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' }, { text: FAULTY }]);
    change(3, []);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    client.notify('textDocument/didOpen', { textDocument: { uri: study.uri('good.md'), languageId: 'markdown', version: 1, text: EXAMPLE } });
    client.notify('textDocument/didClose', { textDocument: { uri: study.uri('good.md') } });
    client.notify('workspace/didChangeConfiguration', { settings: { casewright: { rules: { 'coverage/thin': 'off' } } } });
    client.notify('workspace/didChangeWatchedFiles', { changes: [1, 2, 3].map((type) => ({ uri: study.uri(`new-${type}.md`), type })) });
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: study.root, name: 'again' }], removed: [] } });
    client.notify('$/setTrace', { value: 'verbose' });
    client.notify('$/setTrace', { value: 'off' });
    client.notify('window/workDoneProgress/cancel', { token: 'no-such' });
    await checkAnswer('textDocument/foldingRange', { textDocument: textDocument() });
  });

  it('refuses what it has not announced, as a request that it does not know', async () => {
    for (const method of CLIENT_REQUESTS.filter((name) => ![...announced, ...ALWAYS, BY_THE_LIBRARY].includes(name)))
      expect(await client.request(method, {}), method).toMatchObject({ error: { code: -32601 } });
    await checkAnswer(BY_THE_LIBRARY, { textDocument: textDocument(), reason: 1 });
  });

  it('sends nothing that the protocol does not allow, and nothing goes wrong in it', async () => {
    expect(await checkAnswer('shutdown', undefined)).toBeNull();
    const sent = client.received.filter((message) => message.method !== undefined);
    expect(sent.flatMap(({ id, method, params }) => problemsOfMessage(id === undefined ? 'notification' : 'request', method!, params))).toEqual([]);
    expect(sent.filter(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1)).toEqual([]);
    expect(client.stderr).toBe('');
    client.notify('exit');
    expect(await client.exit).toBe(0);
  });
});

function asList(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer as unknown[];
  return (answer as { items?: unknown[] } | null)?.items ?? [];
}
