import { describe, expect, it } from 'vitest';
import { itemsOf, overviewOf, summaryOf } from '../../../server/src/core/report/summary.ts';
import type { CaseSummary, ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { analyse } from '../../support/workspace.ts';

const words = (count: number): string => 'word '.repeat(count).trim();
const HEAD =
  '---\ncase: one\ntitle: One A/S\nframeworks: [internationalization-capacity]\nsources:\n  - {id: int, kind: interview, informant: CEO, year: 2011}\n  - {id: web, kind: documentation, title: Web site, year: 2012}\n';

async function summary(body: string, head = HEAD): Promise<CaseSummary> {
  return summaryOf(await analyse(`${head}---\n\n${body}\n`));
}

async function item(id: string, body: string, head = HEAD): Promise<ItemSummary | undefined> {
  return (await summary(body, head)).frameworks[0]?.items.find((candidate) => candidate.id === id);
}

describe('the summary says why an item has its status', () => {
  it.each([
    ['', 'Nothing in the text is marked as being about it.'],
    [`:P1[${words(12)}]`, '12 words; it takes 40 to be addressed.'],
    [`:P1[${words(50)} TODO]`, '51 words, among them 1 placeholder still to be replaced.'],
    [`:P1[${words(50)}]`, '50 words in 1 place, but no source is cited; one makes it evidenced.'],
    [`:P1[${words(50)} [@int]]`, '50 words; 1 source of 1 kind. Two sources of two kinds make it triangulated.'],
    [`:P1[${words(50)} [@int; @web]]`, '50 words; 2 sources of 2 kinds.'],
  ])('%s', async (body, why) => {
    expect((await item('P1', body))?.why).toBe(why);
  });

  it('with the author’s own reason when it does not apply', async () => {
    const head = `${HEAD}findings:\n  P1: {verdict: not-applicable, because: "No data"}\n`;
    expect((await item('P1', '', head))?.why).toBe('Set aside with a reason: No data');
  });
});

describe('every number can be opened', () => {
  it('down to the marked text, without its signs', async () => {
    const found = await item('P1', `## The firm :P1\n\nHired **two** managers [@int, p. 4]. :P2[More <!-- not this --> text]{supports}\n`);
    expect(found?.marks.map((mark) => [mark.form, mark.words, mark.excerpt])).toEqual([['section', 5, 'Hired two managers. More text']]);
  });

  it('down to the marked text, in which “more than” is no sign of Markdown', async () => {
    const found = await item('P1', `:::P1\n> Quoted\n> twice\n\nGrew > 10 %.\n:::\n`);
    expect(found?.marks.map((mark) => mark.excerpt)).toEqual(['Quoted twice Grew > 10 %.']);
  });

  it('down to each source, where it is declared and where it is cited', async () => {
    const found = await item('P1', `:P1[${words(3)} [@int]]{src=web}`);
    expect(found?.sources.map(({ id, title, kind, citedAt }) => [id, title, kind, citedAt.length])).toEqual([
      ['web', 'Web site', 'documentation', 1],
      ['int', 'CEO', 'interview', 1],
    ]);
    expect(found?.sources[1]?.declaredAt?.start.line).toBe(5);
  });
});

describe('what to do next', () => {
  it('begins with what is wrong, then with what is not there, and names each item once', async () => {
    const { next } = await summary(`:P1[${words(50)}] [@nobody]`);
    expect(next[0]?.rule).toBe('evidence/unknown-source');
    expect(next.slice(1).map((step) => step.rule)).toEqual(Array.from({ length: 6 }, () => 'coverage/missing'));
    expect(new Set(next.map((step) => step.item)).size).toBe(next.length);
  });

  it('puts what may be wrong already before what is still to be written', async () => {
    const head = `${HEAD}findings:\n  P1: {verdict: supported, because: Bought, confirmed: "0123456789ab"}\n`;
    const { next } = await summary(`:P1[${words(50)} [@int]]{supports}`, head);
    expect(next.find(({ severity }) => severity === 'warning')).toMatchObject({ rule: 'finding/suspect', item: 'P1' });
  });

  it('puts facts that contradict each other before matters of form', async () => {
    const setAside = [1, 2, 3, 4, 5, 6, 7].map((n) => `P${n}: {verdict: not-applicable, because: No data}`).join(', ');
    const head = `${HEAD}firm: {founded: 2001}\ninternationalization: {first_foreign_sale: 1999}\nfindings: {${setAside}}\n`;
    const { next } = await summary('## Market\n\nNorway [@int].\n\n## Market\n\nSweden [@web].', head);
    expect(next.map((step) => step.rule)).toEqual(['consistency/dates', 'structure/duplicate-section']);
  });
});

describe('the list of cases', () => {
  it('counts statuses by framework and leads to the text', async () => {
    const analysis = await analyse(`${HEAD}---\n\n:P1[${words(50)}]\n`);
    expect(overviewOf(analysis)).toMatchObject({
      case: 'one',
      title: 'One A/S',
      frameworks: [{ id: 'internationalization-capacity', counts: { missing: 6, addressed: 1 } }],
    });
    const items = itemsOf(analysis, 'internationalization-capacity');
    expect(items[0]).toMatchObject({
      id: 'P1',
      status: 'addressed',
      words: 50,
      sourceCount: 0,
      range: { start: { line: 9, character: 1 } },
    });
    expect(items[1]?.range.start.line).toBe(3);
    expect(itemsOf(analysis, 'policy-themes')).toEqual([]);
  });

  it('names frameworks that cannot be used', async () => {
    expect((await summary('', '---\ncase: one\nframeworks: [no-such]\n')).unusableFrameworks).toEqual(['no-such']);
  });
});

describe('which theory fits', () => {
  const THEMES = '---\ncase: one\nframeworks: [policy-themes]\nfindings:\n  T1: {value: gradual, because: Slow}\n';

  it('is counted for each perspective, with every item that decides it', async () => {
    const [stage] = (await summary('', THEMES)).frameworks[0]?.fit ?? [];
    expect(stage?.label).toBe('Stage theory');
    expect(stage?.fit).toMatchObject({ agrees: 1, contradicts: 0, silent: 6 });
    expect(stage?.fit.items[0]).toMatchObject({ item: 'T1', outcome: 'agrees', because: 'expects gradual, and so finds the case' });
  });

  it('is not asked where a framework has no perspectives', async () => {
    expect((await summary('')).frameworks[0]?.fit).toEqual([]);
  });
});

describe('whether a finding was confirmed', () => {
  const finding = async (fields: string): Promise<unknown> =>
    (await item('P1', ':P1[A broker helped.]', `${HEAD}findings:\n  P1: {${fields}}\n`))?.confirmation;

  it('is said in words, with what has changed since', async () => {
    expect(await finding('verdict: supported')).toEqual({ state: 'none', words: 'Not confirmed yet.' });
    expect(await finding('value: x, confirmed: "0123456789ab"')).toEqual({
      state: 'suspect',
      words: 'Suspect: since it was confirmed, “A broker helped” is new or reads differently.',
    });
    expect(await finding('value: x, confirmed: "a7635e5b5cd4"')).toEqual({ state: 'confirmed', words: 'Confirmed on the text as it is now.' });
  });
  it('is not asked where there is nothing to confirm', async () => {
    expect(await finding('because: "No verdict yet"')).toBeNull();
    expect((await item('P1', ''))?.confirmation).toBeNull();
  });
});

it('the author’s own note on a mark is shown with it', async () => {
  expect((await item('P1', `:P1[${words(5)}]{note="Early hire"}`))?.marks[0]?.note).toBe('Early hire');
});
