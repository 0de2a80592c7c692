import { OUTCOMES } from '../../coverage/pattern-match.ts';
import { STANCES, STATUSES } from '../../model/vocabulary.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { cellAt, type MatrixColumn, type Show } from './arrange-matrix.ts';
import { fitAt, summaryOfCell, usesFramework } from './cell-text.ts';
import type { Count } from './totals.ts';
import { foundIn, type MatrixCell, type MatrixRow } from './matrix-data.ts';

/** One of the words that a total counts, with every cell that it counts: no number without what it is made of. */
export interface Share extends Count {
  readonly cells: readonly ShareCell[];
}

export interface ShareCell {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  /** How much of the number comes from here. */
  readonly count: number;
}

/** What the cells of some rows and columns add up to, word by word; what is lacking is a word, too. Words in the order of their scale, else by frequency. */
export function sharesOf(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show): Share[] {
  const shares = cellsByWord(rows, columns, show).map(([of, cells]) => ({ of, cells, count: cells.reduce((sum, cell) => sum + cell.count, 0) }));
  const scale = scaleOf(columns, show);
  const rankOf = ({ of }: Share): number => (scale.includes(of) ? scale.indexOf(of) : scale.length);
  const isLack = ({ of }: Share): number => Number(of === LACKING[show]);
  return shares.sort((a, b) => isLack(a) - isLack(b) || rankOf(a) - rankOf(b) || b.count - a.count);
}

/** The cells that count for each word, case by case. A study has tens of thousands of cells, so lists grow in place. */
function cellsByWord(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show): [string, ShareCell[]][] {
  const found = new Map<string, ShareCell[]>();
  for (const row of rows)
    for (const column of columns)
      for (const { of, count } of countsAt(row, column, show)) {
        const cells = found.get(of);
        if (cells) cells.push({ row, column, count });
        else found.set(of, [{ row, column, count }]);
      }
  return [...found];
}

/** What a cell without a finding, or without a summary, is counted as. */
const LACKING: Readonly<Partial<Record<Show, string>>> = { finding: 'no finding', summary: 'no summary' };

function countsAt(row: MatrixRow, column: MatrixColumn, show: Show): Count[] {
  if (column.kind === 'perspective') {
    if (row.broken !== null || !usesFramework(row, column)) return [];
    const fit = fitAt(row, column);
    return some(OUTCOMES.map((of) => ({ of, count: fit[of] })));
  }
  const cell = cellAt(row, column);
  return cell ? some(countsOf(cell, show)) : [];
}

function countsOf(cell: MatrixCell, show: Show): Count[] {
  switch (show) {
    case 'status':
      return [{ of: STATUS_WORDS[cell.status], count: 1 }];
    case 'stance':
      return STANCES.map((of) => ({ of, count: cell.stances[of] }));
    case 'words':
      return [{ of: 'words', count: cell.words }];
    case 'summary':
      return [{ of: summaryOfCell(cell) === '' ? 'no summary' : 'summarized', count: 1 }];
    case 'finding':
    case 'fit':
      return [{ of: foundIn(cell) ?? 'no finding', count: 1 }];
  }
}

function scaleOf([first, ...others]: readonly MatrixColumn[], show: Show): readonly string[] {
  if (show === 'status') return STATUSES.map((status) => STATUS_WORDS[status]);
  if (show === 'stance') return STANCES;
  if (show === 'fit') return OUTCOMES;
  return show === 'finding' && others.length === 0 ? (first?.item?.values.map((value) => value.id) ?? []) : [];
}

function some(counts: readonly Count[]): Count[] {
  return counts.filter(({ count }) => count > 0);
}
