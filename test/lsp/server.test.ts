import { describe, expect, it } from 'vitest';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver-protocol';
import { CasesRequest, CheckAllRequest, MissingSectionsRequest, NewCaseChoicesRequest, NewCaseTextRequest, SummaryRequest } from '../../server/src/protocol.ts';
import { LspClient } from '../support/lsp-client.ts';
import { lspStudies } from '../support/lsp-study.ts';
import { makeStudy } from '../support/study.ts';

const CASE = '---\ncase: one\ntitle: One\nframeworks: [policy-themes]\n---\n\n# Timing of internationalization\n\nSold abroad at once.\n';
const start = lspStudies();

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];

describe('findings in an editor', () => {
  it('come on request where the client asks for them, with their rule and its page', async () => {
    const { client, study } = await start({ 'one.md': CASE });
    await client.open(study.uri('one.md'), CASE);
    const report = await client.pull(study.uri('one.md'));
    const missing = report.kind === 'full' ? report.items.filter((item) => item.code === 'coverage/missing') : [];
    expect(missing).toHaveLength(6);
    expect(missing[0]).toMatchObject({ source: 'casewright', range: { start: { line: 3, character: 13 }, end: { line: 3, character: 26 } } });
    expect(missing[0]?.codeDescription?.href).toMatch(/^file:.*\/docs\/rules\/coverage\/missing\.md$/);
  });

  it('are not sent again while nothing has changed', async () => {
    const { client, study } = await start({ 'one.md': CASE });
    await client.open(study.uri('one.md'), CASE);
    const first = await client.pull(study.uri('one.md'));
    const id = first.kind === 'full' ? first.resultId : undefined;
    expect(await client.pull(study.uri('one.md'), id)).toEqual({ kind: 'unchanged', resultId: id });
    await client.change(study.uri('one.md'), 2, CASE.replace('[policy-themes]', '[policy-themse]'));
    const later = await client.pull(study.uri('one.md'), id);
    expect(later.kind === 'full' && codes(later.items)).toContain('framework/unknown-framework');
  });

  it('are sent unasked to a client that does not ask, follow each change, and go when the file is closed', async () => {
    const { client, study } = await start({ 'one.md': CASE }, { diagnostics: 'push' });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(study.uri('one.md'), CASE);
    const sent = await client.pushed(study.uri('one.md'), (diagnostics) => diagnostics.length > 0);
    expect(codes(sent)).toContain('coverage/missing');
    await client.change(study.uri('one.md'), 2, CASE.replace('case: one', 'title2: x'));
    expect(await client.pushed(study.uri('one.md'), (diagnostics) => diagnostics.length === 0)).toEqual([]);
    await client.change(study.uri('one.md'), 3, CASE);
    await client.pushed(study.uri('one.md'), (diagnostics) => diagnostics.length > 0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: study.uri('one.md') } });
    expect(await client.pushed(study.uri('one.md'), (diagnostics) => diagnostics.length === 0)).toEqual([]);
  });

  it('are the same whether asked for or sent', async () => {
    const { client, study } = await start({ 'one.md': CASE });
    await client.open(study.uri('one.md'), CASE);
    const report = await client.pull(study.uri('one.md'));
    const other = await LspClient.start({ diagnostics: 'push', root: study.root });
    await other.open(study.uri('one.md'), CASE);
    expect(await other.pushed(study.uri('one.md'), (diagnostics) => diagnostics.length > 0)).toEqual(report.kind === 'full' ? report.items : []);
    await other.stop();
  });

  it('leave Markdown that is not a case alone', async () => {
    const { client, study } = await start({ 'notes.md': '# TODO :P9[x]\n' });
    await client.open(study.uri('notes.md'), '# TODO :P9[x]\n');
    expect(await client.pull(study.uri('notes.md'))).toMatchObject({ kind: 'full', items: [] });
  });
});

describe('the project around a case', () => {
  it('is the nearest casewright.yaml, and a mistake in it is shown at its line', async () => {
    const { client, study } = await start({ 'one.md': CASE, 'casewright.yaml': 'rules:\n  coverage/missing: off\n  coverage/mising: off\n' });
    await client.open(study.uri('one.md'), CASE);
    const report = await client.pull(study.uri('one.md'));
    expect(report.kind === 'full' && codes(report.items)).not.toContain('coverage/missing');
    const [problem] = await client.pushed(study.uri('casewright.yaml'));
    expect(problem).toMatchObject({ range: { start: { line: 2, character: 2 } }, message: expect.stringContaining('Did you mean “coverage/missing”?') });
  });

  it('has its mistakes shown before there is a case, and no longer when they are mended', async () => {
    const { client, study } = await start({ 'casewright.yaml': 'rules: {coverage/mising: off}\n' });
    const [problem] = await client.pushed(study.uri('casewright.yaml'), (diagnostics) => diagnostics.length > 0);
    expect(problem?.message).toContain('Did you mean “coverage/missing”?');
    study.write('casewright.yaml', 'rules: {coverage/missing: off}\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: study.uri('casewright.yaml'), type: 2 }] });
    expect(await client.pushed(study.uri('casewright.yaml'), (diagnostics) => diagnostics.length === 0)).toEqual([]);
  });

  it('changes when casewright.yaml changes on disk', async () => {
    const { client, study } = await start({ 'one.md': CASE });
    await client.open(study.uri('one.md'), CASE);
    await client.pull(study.uri('one.md'));
    study.write('casewright.yaml', 'rules: {coverage/missing: off}\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: study.uri('casewright.yaml'), type: 1 }] });
    const report = await client.pull(study.uri('one.md'));
    expect(report.kind === 'full' && codes(report.items)).not.toContain('coverage/missing');
  });

  it('is the editor’s settings where there is no casewright.yaml', async () => {
    const { client, study } = await start({ 'one.md': CASE }, { settings: { rules: { 'coverage/missing': 'off' }, frameworks: null, template: 7 } });
    await client.open(study.uri('one.md'), CASE);
    await client.connection.sendRequest(CasesRequest);
    const report = await client.pull(study.uri('one.md'));
    expect(report.kind === 'full' && codes(report.items)).not.toContain('coverage/missing');
  });

  it('shows a broken framework file at the offending line', async () => {
    const pack =
      'id: own\ntitle: Own\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1}\n  - {id: X1, label: Two, statement: S, at: p. 2}\n';
    const { client, study } = await start({ 'one.md': CASE, 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': pack });
    const [problem] = await client.pushed(study.uri('own.yaml'));
    expect(problem).toMatchObject({ range: { start: { line: 6, character: 9 } } });
  });
});

describe('what only our own client asks for', () => {
  it('lists the cases of the workspace, open or not', async () => {
    const { client } = await start({
      'a/one.md': CASE,
      'b/two.md': CASE.replace('case: one', 'case: two'),
      'notes.md': '# Notes\n',
      'node_modules/x/three.md': CASE,
    });
    const cases = await client.connection.sendRequest(CasesRequest);
    expect(cases.map((overview) => overview.case)).toEqual(['one', 'two']);
    expect(cases[0]?.frameworks[0]?.counts).toMatchObject({ missing: 6, thin: 1 });
  });

  it('leaves out a case whose file is deleted though an editor still holds it, until its author writes on or the file is back', async () => {
    const { client, study } = await start({ 'one.md': CASE }, { initializationOptions: { clientCommands: true } });
    const uri = study.uri('one.md');
    const cases = async (): Promise<string[]> => (await client.connection.sendRequest(CasesRequest)).map((overview) => overview.case);
    const tell = (type: FileChangeType): Promise<void> => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    await client.open(uri, CASE);
    expect(await cases()).toEqual(['one']);
    const told = client.casesChanged.length;
    study.delete('one.md');
    await tell(FileChangeType.Deleted);
    expect(await cases()).toEqual([]);
    expect(client.casesChanged.length).toBeGreaterThan(told);
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [] });
    await client.change(uri, 2, CASE.replace('case: one', 'case: two'));
    expect(await cases()).toEqual(['two']);
    await tell(FileChangeType.Deleted);
    study.write('one.md', CASE);
    await tell(FileChangeType.Created);
    expect(await cases()).toEqual(['two']);
    await tell(FileChangeType.Deleted); // as when a file is replaced as a whole
    expect(await cases()).toEqual(['two']);
  });

  it('says nothing of two cases of one name any more when one of them is closed and was never saved', async () => {
    const { client, study } = await start({ 'one.md': CASE }, { diagnostics: 'push' });
    const isDuplicate = ({ code }: { code?: unknown }): boolean => code === 'front-matter/duplicate-case';
    await client.open(study.uri('one.md'), CASE);
    await client.open(study.uri('never-saved.md'), CASE);
    await client.pushed(study.uri('one.md'), (diagnostics) => diagnostics.some(isDuplicate));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: study.uri('never-saved.md') } });
    await client.pushed(study.uri('one.md'), (diagnostics) => !diagnostics.some(isDuplicate));
  });

  it('lists the cases of a client that has no settings to give, too', async () => {
    const { client } = await start({ 'one.md': CASE }, { settings: new Error('There are none.') });
    expect((await client.connection.sendRequest(CasesRequest)).map((overview) => overview.case)).toEqual(['one']);
    expect(client.errors.splice(0).join()).toContain('There are none.');
  });

  it('lists what the configuration names and what is open, and no other file that comes or goes', async () => {
    const named = (name: string): string => CASE.replace('case: one', `case: ${name}`);
    const { client, study } = await start({ 'cases/one.md': CASE, 'cases/old/two.md': named('two'), 'casewright.yaml': 'cases: ["cases/**/*.md"]\n' });
    const outside = makeStudy({ 'far.md': named('far') });
    const cases = async (): Promise<string[]> => (await client.connection.sendRequest(CasesRequest)).map((overview) => overview.case);
    const tell = (name: string, type: FileChangeType): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: study.uri(name), type }] });
    const close = (uri: string): Promise<void> => client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });

    study.write('notes/three.md', named('three'));
    await tell('notes/three.md', FileChangeType.Created);
    expect(await cases()).toEqual(['two', 'one']);
    await client.open(study.uri('notes/three.md'), named('three'));
    await client.open(outside.uri('far.md'), named('far'));
    expect((await cases()).toSorted()).toEqual(['far', 'one', 'three', 'two']);
    await close(study.uri('notes/three.md'));
    await close(outside.uri('far.md'));
    expect(await cases()).toEqual(['two', 'one']);
    outside.remove();

    study.write('cases/new.md', named('new'));
    await client.open(study.uri('cases/new.md'), named('new'));
    await close(study.uri('cases/new.md'));
    expect(await cases()).toEqual(['new', 'two', 'one']);
    study.delete('cases/old');
    await tell('cases/old', FileChangeType.Deleted);
    expect(await cases()).toEqual(['new', 'one']);
    study.write('cases/old/two.md', named('two'));
    await tell('cases/old/two.md', FileChangeType.Created);
    expect(await cases()).toEqual(['new', 'two', 'one']);
  });

  it('summarises a case as it is typed', async () => {
    const { client, study } = await start({ 'one.md': CASE }, { initializationOptions: { clientCommands: true } });
    await client.open(study.uri('one.md'), CASE);
    const before = await client.connection.sendRequest(SummaryRequest, { uri: study.uri('one.md') });
    await client.change(study.uri('one.md'), 2, `${CASE}\n${'word '.repeat(60)}\n`);
    const after = await client.connection.sendRequest(SummaryRequest, { uri: study.uri('one.md') });
    expect([before?.frameworks[0]?.items[0]?.status, after?.frameworks[0]?.items[0]?.status]).toEqual(['thin', 'addressed']);
    expect(client.casesChanged.flat()).toContain(study.uri('one.md'));
  });

  it('checks all cases at once', async () => {
    const { client, study } = await start({ 'one.md': CASE, 'two.md': CASE });
    const result = await client.connection.sendRequest(CheckAllRequest, {});
    expect(result.cases).toBe(2);
    expect(codes(result.files.find((file) => file.uri === study.uri('two.md'))?.diagnostics ?? [])).toContain('front-matter/duplicate-case');
  });

  it('writes a new case that lacks nothing but its text', async () => {
    const { client, study } = await start({});
    const choices = await client.connection.sendRequest(NewCaseChoicesRequest, { folder: study.root });
    expect(choices.frameworks.slice(0, 2).map(({ id }) => id)).toEqual(['policy-themes', 'internationalization-capacity']);
    expect(choices.frameworks.map(({ isDefault }) => isDefault)).toEqual(choices.frameworks.map((_, index) => index < 2));
    expect(choices.templates.map(({ id, languages }) => [id, ...languages])).toEqual([
      ['casewright:sme-case', 'en', 'da'],
      ['casewright:case-narrative', 'en', 'da'],
      ['casewright:interview-summary', 'en', 'da'],
    ]);
    const text = await client.connection.sendRequest(NewCaseTextRequest, {
      folder: study.root,
      name: 'acme',
      title: 'Acme: a “case”',
      template: choices.templates[0]?.id ?? '',
      frameworks: ['policy-themes'],
    });
    await client.open(study.uri('acme.md'), text);
    const report = await client.pull(study.uri('acme.md'));
    expect(report.kind === 'full' && report.items.filter((item) => item.severity === 1)).toEqual([]);
    expect((await client.connection.sendRequest(SummaryRequest, { uri: study.uri('acme.md') }))?.case).toBe('acme');
  });

  it('offers the team’s template first, and the frameworks that the other cases use', async () => {
    const { client, study } = await start({
      'casewright.yaml': 'template: ./ours.yaml\n',
      'ours.yaml': 'id: ours\ntitle: Ours\nlang: da\nsections: [{heading: Historien}]\n',
      'one.md': CASE,
      'sub dir/two.md': CASE.replace('case: one', 'case: two').replace(/^frameworks:.*$/m, 'frameworks: [internationalization-capacity]'),
    });
    const choicesIn = async (folder: string): Promise<unknown[]> => {
      const { templates, frameworks } = await client.connection.sendRequest(NewCaseChoicesRequest, { folder });
      return [templates[0], frameworks.flatMap(({ id, isDefault }) => (isDefault ? [id] : []))];
    };
    const ours = { id: './ours.yaml', title: 'Ours', description: null, languages: ['da'] };
    expect(await choicesIn(study.root)).toEqual([ours, ['policy-themes']]);
    expect(await choicesIn(`${study.uri('sub dir')}/`)).toEqual([ours, ['internationalization-capacity']]);
  });

  it('names the sections that a case still lacks', async () => {
    const { client, study } = await start({ 'one.md': CASE });
    await client.open(study.uri('one.md'), CASE);
    const { headings } = await client.connection.sendRequest(MissingSectionsRequest, { uri: study.uri('one.md') });
    expect(headings).toHaveLength(6);
  });
});

describe('files that are no good', () => {
  it('never stop the server', async () => {
    const { client, study } = await start({
      'good.md': CASE,
      'binary.md': new Uint8Array([0, 1, 2, 255, 0]),
      'latin1.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe6, 0xf8, 0xe5]),
      'empty.md': '',
      'folder.md/inside.md': CASE.replace('case: one', 'case: inside'),
      'bomb.md': `---\ncase: bomb\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n---\n`,
    });
    const cases = await client.connection.sendRequest(CasesRequest);
    expect(cases.map((overview) => overview.case)).toEqual(['bomb', 'inside', 'one']);
    await client.open(study.uri('gone.md'), CASE);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: study.uri('gone.md') } });
    expect((await client.connection.sendRequest(CasesRequest)).map((overview) => overview.case)).toEqual(['bomb', 'inside', 'one']);
  });

  it('still give the findings of the body when the front matter is broken', async () => {
    const { client, study } = await start({});
    const text = '---\ncase: one\nframeworks: [policy-themes\ntitle: x\n---\n\nTBD\n';
    await client.open(study.uri('one.md'), text);
    const report = await client.pull(study.uri('one.md'));
    expect(report.kind === 'full' && codes(report.items)).toEqual(expect.arrayContaining(['front-matter/syntax', 'coverage/placeholder']));
  });
});
