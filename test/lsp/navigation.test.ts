import { describe, expect, it } from 'vitest';
import type { Location, LocationLink, Position, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SMALL_PACK, withCursor } from '../support/features.ts';
import { lspStudies, type LspStudy } from '../support/lsp-study.ts';

const start = lspStudies();
const OPEN = '---\ncase: one\ntitle: The first\nsources: [{id: ceo, kind: interview}]\n---\n\nSaid :A<|>1[early [@ceo]]{supports}, wrote [@doe].\n';
const { text: TEXT, offset: OFFSET } = withCursor(OPEN);
const STUDY = {
  'casewright.yaml': 'frameworks: [./small.yaml]\nbibliography: [all.bib]\ngates: {per_item: {A1: thin}}\n',
  'small.yaml': SMALL_PACK,
  'all.bib': '@book{doe, title={On others}}\n',
  'cases/one.md': TEXT,
  'cases/two.md': '---\ncase: two\nfindings: {A1: {value: late}}\n---\n\n## Timing\n\nLate :A1 [@doe].\n',
  'cases/three.md': '---\ncase: three\nframeworks: [policy-themes]\n---\n\nNothing of it.\n',
};

/** Starts a study with one case open. @returns what asks about the place of a text in it, and how places are shown in tests */
async function open(
  options: Parameters<typeof start>[1] = {},
): Promise<LspStudy & { ask: <Answer>(method: string, at: string, more?: object) => Promise<Answer>; shown: (places: readonly Location[]) => string[] }> {
  const running = await start(STUDY, options);
  const { client, study } = running;
  const uri = study.uri('cases/one.md');
  await client.open(uri, TEXT);
  const document = TextDocument.create(uri, 'markdown', 1, TEXT);
  const place = (at: string): Position => document.positionAt(at === 'A1' ? OFFSET : TEXT.indexOf(at));
  return {
    ...running,
    ask: (method, at, more) => client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: place(at), ...more }),
    shown: (places) => places.map((one) => `${one.uri.slice(study.root.length + 1)}:${one.range.start.line}:${one.range.start.character}`),
  };
}

/** Where the configuration names an item. */
const GATE: Position = { line: 2, character: 20 };

const ALL = { context: { includeDeclaration: true } };

describe('finding one’s way in a study', () => {
  it('leads from a mark to the item, and from the item to all cases, closed ones, too', async () => {
    const { ask, shown } = await open();
    expect(shown(await ask<Location[]>('definition', 'A1'))).toEqual(['small.yaml:8:8']);
    expect(shown(await ask<Location[]>('references', 'A1', ALL))).toEqual([
      'small.yaml:8:8',
      'casewright.yaml:2:19',
      'cases/one.md:6:6',
      'cases/two.md:2:11',
      'cases/two.md:5:3',
      'cases/two.md:7:6',
    ]);
    expect(shown(await ask<Location[]>('references', 'A1', { context: { includeDeclaration: false } }))).not.toContain('small.yaml:8:8');
  });

  it('leads from a citation to its source, in the case and in the bibliography, and back', async () => {
    const { ask, shown } = await open();
    expect(shown(await ask<Location[]>('definition', 'ceo]'))).toEqual(['cases/one.md:3:15']);
    expect(shown(await ask<Location[]>('references', 'ceo]', ALL))).toEqual(['cases/one.md:3:15', 'cases/one.md:6:17']);
    expect(shown(await ask<Location[]>('definition', 'doe]'))).toEqual(['all.bib:0:6']);
    expect(shown(await ask<Location[]>('references', 'doe]', ALL))).toEqual(['all.bib:0:6', 'cases/two.md:7:11', 'cases/one.md:6:42']);
    expect(await ask('documentHighlight', 'ceo]')).toHaveLength(2);
  });

  it.each(['ceo.txt', 'ceo.md'])('leads from a quotation to where it was said, and to the others from there: %s', async (transcript) => {
    const said = 'Well.\n\nWe opened the office in Korea before we had a single customer there, and it cost us dearly.\n';
    const quoting = (id: string, words: string): string =>
      `---\ncase: ${id}\nsources: [{id: ceo, kind: interview, transcript: ../${transcript}}]\n---\n\nThey say “${words}” [@ceo].\n`;
    const text = quoting('three', 'before we had a single customer there');
    const { client, study } = await start({
      [transcript]: said,
      'cases/three.md': text,
      'cases/two.md': quoting('two', 'We opened the office in Korea before we had a single customer'),
      'cases/one.md': quoting('one', 'and it cost us all dearly, believe me'),
    });
    const asked = { textDocument: { uri: study.uri('cases/three.md') }, position: { line: 5, character: 14 } };
    await client.open(asked.textDocument.uri, text);
    const shown = (places: readonly Location[]): string[] =>
      places.map(({ uri, range }) => `${uri.slice(study.root.length + 1)}:${range.start.line}:${range.start.character}`);
    expect(shown(await client.connection.sendRequest('textDocument/definition', asked))).toEqual([`${transcript}:2:30`]);
    const inTranscript = (character: number): Promise<Location[]> =>
      client.connection.sendRequest('textDocument/references', { textDocument: { uri: study.uri(transcript) }, position: { line: 2, character }, ...ALL });
    expect(shown(await inTranscript(32))).toEqual(['cases/two.md:5:9', 'cases/three.md:5:9']);
    expect(shown(await inTranscript(2))).toEqual(['cases/two.md:5:9']);
    expect(shown(await inTranscript(82))).toEqual(['cases/one.md:5:9']);
    expect(shown(await client.connection.sendRequest('textDocument/references', { ...asked, ...ALL }))).toEqual([
      `${transcript}:2:30`,
      'cases/two.md:5:9',
      'cases/three.md:5:9',
    ]);
  });

  it('leads back from the files that cases rest on, wherever in them something is named', async () => {
    const { client, study, shown } = await open();
    const from = async (name: string, at: string): Promise<string[]> => {
      const document = TextDocument.create(study.uri(name), 'yaml', 1, STUDY[name as keyof typeof STUDY]);
      const position = document.positionAt(document.getText().indexOf(at));
      return shown(await client.connection.sendRequest('textDocument/references', { textDocument: { uri: document.uri }, position, context: {} }));
    };
    const marks = ['casewright.yaml:2:19', 'cases/one.md:6:6', 'cases/two.md:2:11', 'cases/two.md:5:3', 'cases/two.md:7:6'];
    expect(await from('small.yaml', 'A1')).toEqual(marks);
    expect(await from('casewright.yaml', 'A1')).toEqual(marks);
    expect(await from('small.yaml', 'Timing')).toEqual([]);
    expect(await from('all.bib', 'On others')).toEqual(['cases/two.md:7:11', 'cases/one.md:6:42']);
    expect(
      shown(await client.connection.sendRequest('textDocument/definition', { textDocument: { uri: study.uri('casewright.yaml') }, position: GATE })),
    ).toEqual(['small.yaml:8:8']);
  });

  it('takes the places in such a file from what its editor shows, and asks for nothing else there', async () => {
    const dynamicRegistration = true;
    const textDocument = {
      synchronization: { dynamicRegistration },
      definition: { dynamicRegistration },
      references: { dynamicRegistration },
      rename: { dynamicRegistration },
    };
    const { client, study, ask, shown } = await open({ capabilities: { textDocument, workspace: { workspaceEdit: { documentChanges: true } } } });
    const uri = study.uri('small.yaml');
    await client.open(uri, `# A note\n${SMALL_PACK}`);
    expect(shown(await ask<Location[]>('definition', 'A1'))).toEqual(['small.yaml:9:8']);
    const asked = { textDocument: { uri }, position: { line: 9, character: 8 } };
    expect(await client.connection.sendRequest('textDocument/prepareRename', asked)).toMatchObject({ placeholder: 'A1' });
    const { documentChanges = [] } = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...asked, newName: 'Start' });
    expect(documentChanges).toHaveLength(4);
    const symbolLine = async (): Promise<number | undefined> =>
      (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'Timing' })).find(({ name }) => name.startsWith('A1'))?.location
        .range.start.line;
    expect(await symbolLine()).toBe(9);
    await client.change(uri, 2, `# A note\n# Another\n${SMALL_PACK}`);
    expect(await symbolLine()).toBe(10);
    expect(documentChanges[0]).toMatchObject({ textDocument: { uri, version: 1 }, edits: [{ range: { start: { line: 9, character: 8 } } }] });
    const methods = client.registered.filter(({ registerOptions }) => JSON.stringify(registerOptions ?? null).includes('*.{yaml')).map(({ method }) => method);
    expect(methods.map((method) => method.slice('textDocument/'.length)).sort()).toEqual([
      'definition',
      'didChange',
      'didClose',
      'didOpen',
      'references',
      'rename',
    ]);
  });

  it('leaves files alone that no case rests on', async () => {
    const { client, study } = await open();
    const asked = { textDocument: { uri: study.uri('package.json') }, position: { line: 0, character: 0 } };
    await client.open(asked.textDocument.uri, '');
    expect(await client.connection.sendRequest('textDocument/completion', asked)).toEqual([]);
    expect(await client.connection.sendRequest('textDocument/references', { ...asked, context: {} })).toEqual([]);
    expect(await client.connection.sendRequest('textDocument/prepareRename', asked)).toBeNull();
  });

  it('tells a client that can show it what the whole of it is', async () => {
    const { ask } = await open({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    const [link] = await ask<LocationLink[]>('definition', 'ceo]');
    expect(link).toMatchObject({
      originSelectionRange: { start: { line: 6, character: 17 }, end: { line: 6, character: 20 } },
      targetRange: { start: { line: 3, character: 10 } },
      targetSelectionRange: { start: { line: 3, character: 15 } },
    });
  });

  it('finds cases, items and sources by their names', async () => {
    const { client } = await open({ initializationOptions: { clientCommands: true } });
    const find = async (query: string): Promise<string[]> =>
      (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName }) => `${name} (${containerName ?? ''})`,
      );
    await client.ready;
    expect(await find('the first')).toEqual(['one · The first (Cases)']);
    expect(await find('netw')).toEqual(expect.arrayContaining(['A2 · Networks (A small framework)']));
    expect(await find('ceo')).toEqual(expect.arrayContaining(['ceo (one)']));
    expect(await find('no such thing')).toEqual([]);
  });
});

describe('renaming', () => {
  it('names a team’s item anew in the framework, the configuration and all cases, with the versions of open ones', async () => {
    const { ask, study } = await open({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    expect(await ask('prepareRename', 'A1')).toMatchObject({ placeholder: 'A1' });
    const { documentChanges = [] } = await ask<WorkspaceEdit>('rename', 'A1', { newName: 'Start' });
    const changed = documentChanges.flatMap((change) =>
      'textDocument' in change
        ? [`${change.textDocument.uri.slice(study.root.length + 1)} ${String(change.textDocument.version)}: ${change.edits.length}`]
        : [],
    );
    expect(changed).toEqual(['small.yaml null: 1', 'casewright.yaml null: 1', 'cases/two.md null: 2', 'cases/one.md 1: 1']);
  });

  it('names a source anew in its bibliography and in all that cite it, when it is asked for there', async () => {
    const { client, study } = await open();
    const asked = { textDocument: { uri: study.uri('all.bib') }, position: { line: 0, character: 7 } };
    expect(await client.connection.sendRequest('textDocument/prepareRename', asked)).toMatchObject({ placeholder: 'doe' });
    const { changes = {} } = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...asked, newName: 'doe2007' });
    expect(Object.entries(changes).map(([uri, edits]) => `${uri.slice(study.root.length + 1)}: ${edits.length}`)).toEqual([
      'all.bib: 1',
      'cases/two.md: 1',
      'cases/one.md: 1',
    ]);
    await expect(client.connection.sendRequest('textDocument/rename', { ...asked, newName: 'ceo' })).rejects.toThrow('There is a source “ceo” already');
  });

  it('is refused with the reason', async () => {
    const { ask } = await open();
    await expect(ask('rename', 'A1', { newName: 'A2' })).rejects.toThrow('There is an item “A2” already');
    await expect(ask('prepareRename', 'doe]')).rejects.toThrow('“doe” stands in “all.bib”');
    await expect(ask('prepareRename', 'Said')).rejects.toThrow('There is nothing here that can be renamed');
    const edit = await ask<WorkspaceEdit>('rename', 'ceo]', { newName: 'boss' });
    expect(Object.values(edit.changes ?? {}).flat()).toHaveLength(2);
  });
});
