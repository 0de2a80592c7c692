import { describe, expect, it } from 'vitest';
import { rowsOf, SHOWS, type Show } from '../../../../server/src/core/report/matrix/arrange-matrix.ts';
import { sharesOf } from '../../../../server/src/core/report/matrix/shares.ts';
import { columnTotal, grandTotal, rowTotal } from '../../../../server/src/core/report/matrix/totals.ts';
import { tabbedText } from '../../../../server/src/core/report/csv.ts';
import { matrixGrid } from '../../../../server/src/core/report/matrix/matrix-table.ts';
import { matrixOf, ownCase } from './matrix.ts';

const HELP = ':X1[They were helped.]{supports note="Help"} :X1[They were not.]{contradicts} :X2[Light.]{supports}';
const FILES = {
  'a.md': ownCase('alfa', 'findings: {X1: {value: late, because: A}, X2: {value: light, because: A}}\n', HELP),
  'b.md': ownCase('beta', 'findings: {X1: {value: early, because: "=B\\tb"}}\n', 'Nothing.'),
  'c.md': ownCase('gamma', 'findings: {X1: {value: late, verdict: supported}}\n', ':X1[Late.]'),
  'd.md': '---\ncase: delta\nfindings: {X1: {value\n---\n',
  'e.md': '---\ncase: epsilon\nframeworks: [policy-themes]\n---\n',
};

/** Checks what the total of X1 is made of, as `word number: case case`. */
async function check(show: Show, expected: readonly string[]): Promise<void> {
  const matrix = await matrixOf(FILES, { show });
  const shares = sharesOf(rowsOf(matrix), [matrix.columns[0]!], show);
  expect(shares.map(({ of, count, cells }) => `${of} ${count}: ${cells.map(({ row }) => row.case).join(' ')}`)).toEqual(expected);
}

describe('the total of an item names the cases', () => {
  it('with each status', () => check('status', ['missing 1: beta', 'thin 2: alfa gamma']));
  it('with each finding, in the order of the framework’s values', () => check('finding', ['early 1: beta', 'late 2: alfa gamma']));
  it('with each stance', () => check('stance', ['supports 1: alfa', 'contradicts 1: alfa']));
  it('with words on it', () => check('words', ['words 7: alfa gamma']));
  it('with a summary, and those without', () => check('summary', ['summarized 2: alfa beta', 'no summary 1: gamma']));
  it('that bear a theory out, and those that do not', () => check('fit', ['agrees 3: alfa gamma', 'contradicts 1: beta', 'silent 2: beta gamma']));
});

it('what a total is made of adds up to it', async () => {
  for (const show of SHOWS) {
    const matrix = await matrixOf(FILES, { show });
    const [rows, { columns }] = [rowsOf(matrix), matrix];
    const totals = [
      [rows, columns, grandTotal(rows, columns, show)],
      ...columns.map((column) => [rows, [column], columnTotal(rows, column, show)] as const),
      ...rows.map((row) => [[row], columns, rowTotal(row, columns, show)] as const),
    ] as const;
    for (const [some, of, total] of totals) {
      const counted = sharesOf(some, of, show).filter((share) => !share.of.startsWith('no '));
      const byWord = (list: readonly { readonly of: string; readonly count: number }[]): Record<string, number> =>
        Object.fromEntries(list.filter(({ count }) => count > 0).map((one) => [one.of, one.count]));
      expect(byWord(counted)).toEqual(byWord(total.counts));
    }
  }
});

it('a copied table is one line a case and runs nothing in a spreadsheet', async () => {
  const matrix = await matrixOf(FILES, { show: 'summary', frameworks: ['own'] });
  expect(tabbedText(matrixGrid(matrix))).toBe("case\tX1\tX2\nalfa\tHelp\tA\nbeta\t'=B b\t\ngamma\t\t\ndelta\tbroken\tbroken\nepsilon\t\t\n");
});

it('a broken case says where it is broken', async () => {
  const rows = rowsOf(await matrixOf(FILES));
  expect(rows.map(({ brokenAt }) => brokenAt?.start.line)).toEqual([undefined, undefined, undefined, expect.any(Number), undefined]);
});
