import { describe, expect, it } from 'vitest';
import { cellText, shortCellText } from '../../../../server/src/core/report/matrix/cell-text.ts';
import { rowsOf, type Show } from '../../../../server/src/core/report/matrix/arrange-matrix.ts';
import { matrixTable } from '../../../../server/src/core/report/matrix/matrix-table.ts';
import { columnTotal, rowTotal } from '../../../../server/src/core/report/matrix/totals.ts';
import { dataOf, matrixOf, ownCase } from './matrix.ts';

const WORDS = 'word '.repeat(40);
const HEAD =
  'sources: [{id: int, kind: interview}]\nfindings: {X1: {value: late, verdict: supported, because: It waited}, X2: {verdict: insufficient-evidence}}\n';
const BODY = `:X1[${WORDS} [@int]]{supports note="Home came first"}\n\n:X1[Yet a friend in Oslo ordered in the first year.]{contradicts}`;

/** Checks the cells of one case on X1 and X2, in full and in short, for what is to be shown. */
async function check(show: Show, full: readonly string[], short: readonly string[]): Promise<void> {
  const { columns, groups } = await matrixOf({ 'a.md': ownCase('alfa', HEAD, BODY) }, { show });
  const row = groups[0]!.rows[0]!;
  expect(columns.map((column) => cellText(row, column, show))).toEqual(full);
  expect(columns.map((column) => shortCellText(row, column, show))).toEqual(short);
}

describe('a cell shows', () => {
  it('the status', () => check('status', ['evidenced', 'missing'], ['◕', '○']));
  it('the value that was found, else the verdict', () => check('finding', ['late', 'insufficient-evidence'], ['late', 'insufficient-evidence']));
  it('the balance of stances', () => check('stance', ['1 supports, 1 contradicts', ''], ['+1 −1', '']));
  it('the words', () => check('words', ['50', '0'], ['50', '0']));
  it('the author’s own summary: the notes of the marks, else the reason', () => check('summary', ['Home came first', ''], ['Home came first', '']));
  it('how many findings agree with each theory', () =>
    check('fit', ['1 agrees, 0 contradict, 1 silent', '0 agree, 1 contradicts, 1 silent'], ['1/0/1', '0/1/1']));
});

describe('a case that cannot be read', () => {
  const BROKEN = { 'a.md': ownCase('alfa', HEAD, BODY), 'b.md': '---\ncase: beta\nfindings: {X1: {value: late\n---\n' };
  it('is shown as broken, with the line, and not as empty', async () => {
    const matrix = await matrixOf(BROKEN, { show: 'finding' });
    const [, beta] = rowsOf(matrix);
    expect(beta?.case).toBe('beta');
    expect(beta?.broken).toMatch(/^The front matter of this case could not be read from line \d/);
    expect(cellText(beta!, matrix.columns[0]!, 'finding')).toBe('broken');
  });
  it('stands in a group of its own, since nobody knows what it has', async () => {
    const { groups } = matrixTable(await matrixOf(BROKEN, { show: 'finding', by: 'X1' }));
    expect(groups.map(({ name }) => name)).toEqual(['late', 'cannot be read']);
  });
  it('counts in no total', async () => {
    const matrix = await matrixOf(BROKEN, { show: 'status' });
    expect(columnTotal(rowsOf(matrix), matrix.columns[0]!, 'status').short).toBe('1/1');
  });
  it('stands in its place when the file itself could not be read', async () => {
    const data = await dataOf({ 'a.md': ownCase('alfa'), 'c.md': ownCase('gamma') }, [{ uri: 'file:///study/b.md', reason: 'access is denied' }]);
    expect(data.rows.map(({ path, broken }) => `${path} ${broken ?? 'ok'}`)).toEqual([
      'a.md ok',
      'b.md This file could not be read: access is denied.',
      'c.md ok',
    ]);
  });
});

describe('a remark says', () => {
  it('that two cases have one name', async () => {
    const { rows } = await dataOf({ 'a.md': ownCase('same'), 'b.md': ownCase('same') });
    expect(rows.map((row) => row.remarks)).toEqual([[expect.stringContaining('b.md')], [expect.stringContaining('a.md')]]);
  });
  it('that a framework cannot be used', async () => {
    const { rows } = await dataOf({ 'a.md': '---\ncase: a\nframeworks: [own, nobody]\n---\n' });
    expect(rows[0]?.remarks).toEqual([expect.stringContaining('“nobody”')]);
  });
  it.each(['', 'frameworks:\n', 'frameworks: []\n'])('that the case names no framework: %j', async (frameworks) => {
    const { rows } = await dataOf({ 'casewright.yaml': '', 'a.md': `---\ncase: a\n${frameworks}---\n` });
    expect(rows[0]?.remarks).toEqual(['This case names no framework, so there is nothing to show.']);
  });
});

describe('two folders of a study may mean different frameworks by one name', () => {
  const other = `id: own\ntitle: Other\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\nitems:\n  - {id: X1, label: Price, statement: S, at: p. 1, values: [low, high]}\n`;
  const folder = (name: string): Record<string, string> => ({
    [`${name}/casewright.yaml`]: 'frameworks: [./own.yaml]\n',
    [`${name}/own.yaml`]: other,
    [`${name}/${name}.md`]: ownCase(name, 'findings: {X1: {value: low, because: B}}\n'),
  });
  it('and their items are not mixed: the case of the second is shown as broken', async () => {
    const data = await dataOf({ 'a.md': ownCase('alfa', 'findings: {X1: {value: late, because: A}}\n'), ...folder('b') });
    expect(data.frameworks.map(({ title }) => title)).toEqual(['Own framework']);
    expect(data.rows.map(({ path, broken, cells }) => [path, broken ?? 'ok', Object.keys(cells)])).toEqual([
      ['a.md', 'ok', ['own/X1', 'own/X2']],
      ['b/b.md', expect.stringContaining('The framework “own” is not the one that a.md calls so'), []],
    ]);
  });
  it('but copies of one framework are one framework', async () => {
    const data = await dataOf({ ...folder('b'), ...folder('c') });
    expect(data.rows.map(({ path, broken }) => [path, broken])).toEqual([
      ['b/b.md', null],
      ['c/c.md', null],
    ]);
  });
});

describe('a total', () => {
  const files = {
    'a.md': ownCase('alfa', 'findings: {X1: {value: late, because: A}}\n'),
    'b.md': ownCase('beta', 'findings: {X1: {value: early, because: B}}\n'),
    'c.md': ownCase('gamma', 'findings: {X1: {value: late, because: C}}\n'),
    'd.md': ownCase('delta'),
  };
  it('of an item counts what was found, in the order of the framework', async () => {
    const matrix = await matrixOf(files, { show: 'finding' });
    expect(columnTotal(rowsOf(matrix), matrix.columns[0]!, 'finding')).toEqual({
      short: '3/4',
      long: '3 of 4 with a finding',
      counts: [
        { of: 'early', count: 1 },
        { of: 'late', count: 2 },
      ],
    });
  });
  it('of an item names what no value of the framework is last, by frequency', async () => {
    const others = ['odd', 'rare', 'odd'].map((value, index) => [`o${index}.md`, ownCase(`o${index}`, `findings: {X1: {value: ${value}, because: D}}\n`)]);
    const matrix = await matrixOf({ ...Object.fromEntries(others.toReversed()), ...files }, { show: 'finding' });
    expect(columnTotal(rowsOf(matrix), matrix.columns[0]!, 'finding').counts.map(({ of }) => of)).toEqual(['early', 'late', 'odd', 'rare']);
  });
  it('of a single word is in the singular', async () => {
    const matrix = await matrixOf({ 'a.md': ownCase('alfa', '', ':X1[once]') }, { show: 'words' });
    expect(columnTotal(rowsOf(matrix), matrix.columns[0]!, 'words').long).toBe('1 word');
  });
  it('of a theory adds up all cases', async () => {
    const matrix = await matrixOf(files, { show: 'fit' });
    expect(matrix.columns.map((column) => columnTotal(rowsOf(matrix), column, 'fit').short)).toEqual(['2/1/5', '1/2/5']);
  });
  it('of a case counts its items', async () => {
    const matrix = await matrixOf(files, { show: 'status' });
    expect(rowTotal(rowsOf(matrix)[0]!, matrix.columns, 'status').long).toBe('0 of 2 addressed or better, or not applicable');
  });
});
