import { describe, expect, it } from 'vitest';
import {
  CaseChangesRequest,
  CaseItemsRequest,
  CasesRequest,
  CheckAllRequest,
  MatrixRequest,
  SummaryRequest,
  type CaseChanges,
} from '../../server/src/protocol.ts';
import { lspStudies } from '../support/lsp-study.ts';

const start = lspStudies();
const caseText = (id: string, body = ''): string => `---\ncase: ${id}\nframeworks: [policy-themes]\n---\n\n${body}\n`;
const MANY = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`cases/c${index}.md`, caseText(`case-${index}`)]));
const ENOUGH = `:T5[${'They were helped by others '.repeat(12)}]`;

describe('a client that follows the list of cases', () => {
  it('is told what changed, and the order when there are other cases', async () => {
    const { client, study } = await start({ 'one.md': caseText('one'), 'two.md': caseText('two') });
    await client.connection.sendRequest(CasesRequest);
    const ask = async (since: string | null): Promise<{ state: string; said: unknown }> => {
      const { state, cases, uris } = await client.connection.sendRequest(CaseChangesRequest, { since });
      return { state, said: [cases.map((overview) => overview.case), uris?.map((uri) => uri.slice(study.root.length + 1)) ?? null] };
    };
    const first = await ask(null);
    expect(first.said).toEqual([
      ['one', 'two'],
      ['one.md', 'two.md'],
    ]);
    expect((await ask(first.state)).said).toEqual([[], null]);
    await client.open(study.uri('two.md'), caseText('two'));
    await client.change(study.uri('two.md'), 2, caseText('two', ENOUGH));
    const second = await ask(first.state);
    expect(second.said).toEqual([['two'], null]);
    await client.change(study.uri('two.md'), 3, caseText('two', `${ENOUGH} More.`).replace('two', 'too'));
    await client.open(study.uri('also.md'), caseText('also'));
    const third = await ask(second.state);
    expect(third.said).toEqual([
      ['too', 'also'],
      ['also.md', 'one.md', 'two.md'],
    ]);
    expect((await ask('of-another-server-7')).said).toEqual([
      ['one', 'too', 'also'],
      ['also.md', 'one.md', 'two.md'],
    ]);
  });

  it('is told of many in parts, and of their order with the last, also when some change in between', async () => {
    const cases = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`c${100 + index}.md`, caseText(`case-${100 + index}`)]));
    const { client, study } = await start(cases);
    await client.connection.sendRequest(CasesRequest);
    const known = new Map<string, string>();
    const parts: string[] = [];
    let order: readonly string[] = [];
    for (let [state, isPart]: [string | null, boolean] = [null, true]; isPart;) {
      const changes: CaseChanges = await client.connection.sendRequest(CaseChangesRequest, { since: state });
      ({ state, isPart } = changes);
      for (const overview of changes.cases) known.set(overview.uri, overview.case);
      parts.push(`${changes.cases.length} ${changes.uris?.length ?? 'no order'}`);
      order = changes.uris ?? order;
      if (parts.length === 1) await client.open(study.uri('c100.md'), caseText('other'));
    }
    expect(parts).toEqual(['200 no order', '200 no order', '51 450']);
    expect(order.map((uri) => known.get(uri)).slice(0, 2)).toEqual(['other', 'case-101']);
    expect(order.map((uri) => known.get(uri))).not.toContain(undefined);
  });

  it('gets the items of a framework when somebody opens it', async () => {
    const { client, study } = await start({ 'one.md': caseText('one', ENOUGH) });
    await client.connection.sendRequest(CasesRequest);
    const items = await client.connection.sendRequest(CaseItemsRequest, { uri: study.uri('one.md'), framework: 'policy-themes' });
    expect(items.map(({ id, status }) => `${id} ${status}`)).toContain('T5 addressed');
    expect(await client.connection.sendRequest(CaseItemsRequest, { uri: study.uri('gone.md'), framework: 'policy-themes' })).toEqual([]);
  });

  it('can show a case that is closed in full', async () => {
    const { client, study } = await start({ 'one.md': caseText('one', ENOUGH) });
    await client.connection.sendRequest(CasesRequest);
    const summary = await client.connection.sendRequest(SummaryRequest, { uri: study.uri('one.md') });
    expect(summary?.frameworks[0]?.items[4]?.marks).toHaveLength(1);
  });
});

describe('many cases', () => {
  it('are read with progress that counts them, and ends', async () => {
    const { client } = await start(MANY, { capabilities: { window: { workDoneProgress: true } } });
    expect(await client.connection.sendRequest(CasesRequest)).toHaveLength(150);
    await client.progressEnded();
    expect(client.progress[0]).toBe('begin 1 of 150 files');
    expect(client.progress.at(-2)).toMatch(/^report 1\d\d of 150 files$/);
  });

  it('are read without any where the client has no place for it', async () => {
    const { client } = await start(MANY);
    expect(await client.connection.sendRequest(CasesRequest)).toHaveLength(150);
    expect(client.progress).toEqual([]);
  });

  it('are all checked though nobody has opened one', async () => {
    const { client } = await start({ ...MANY, 'casewright.yaml': 'cases: ["cases/*.md"]\n' });
    const result = await client.connection.sendRequest(CheckAllRequest, {});
    expect([result.cases, result.files.length]).toEqual([150, 150]);
  });
});

describe('a file that cannot be read', () => {
  const LATIN1 = new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe6, 0xf8, 0xe5]);

  it('is a broken row of the matrix and a problem where the configuration says that it is a case', async () => {
    const { client, study } = await start({
      'casewright.yaml': 'cases: ["cases/*.md"]\n',
      'cases/b.md': LATIN1,
      'cases/a.md': caseText('a'),
      'cases/c.md': caseText('c'),
    });
    const { rows } = await client.connection.sendRequest(MatrixRequest);
    expect(rows.map(({ path, broken }) => [path, broken])).toEqual([
      ['cases/a.md', null],
      ['cases/b.md', expect.stringContaining('it is not saved as UTF-8')],
      ['cases/c.md', null],
    ]);
    const [problem] = await client.pushed(study.uri('cases/b.md'));
    expect(problem?.message).toContain('This file could not be read');
  });

  it('is nobody’s business where any Markdown file might be a case', async () => {
    const { client } = await start({ 'b.md': LATIN1, 'a.md': caseText('a') });
    expect((await client.connection.sendRequest(MatrixRequest)).rows.map(({ path }) => path)).toEqual(['a.md']);
  });
});

describe('two cases of one name', () => {
  it('lead to each other, though one is closed', async () => {
    const { client, study } = await start({ 'one.md': caseText('one').replace('---\n', '---\ntitle: T\n'), 'two.md': caseText('one') });
    await client.connection.sendRequest(CasesRequest);
    await client.open(study.uri('two.md'), caseText('one'));
    const report = await client.pull(study.uri('two.md'));
    const duplicate = report.kind === 'full' ? report.items.find(({ code }) => code === 'front-matter/duplicate-case') : undefined;
    expect(duplicate?.relatedInformation?.[0]?.location).toEqual({
      uri: study.uri('one.md'),
      range: { start: { line: 2, character: 6 }, end: { line: 2, character: 9 } },
    });
  });
});
