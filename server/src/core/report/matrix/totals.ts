import { OUTCOMES, type Outcome } from '../../coverage/pattern-match.ts';
import { recordOf, STANCES, STATUSES } from '../../model/vocabulary.ts';
import { counted } from '../../rules/wording.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { cellAt, type MatrixColumn, type Show } from './arrange-matrix.ts';
import { fitAt, fitText, shortFit, shortStances, stanceText, summaryOfCell, usesFramework } from './cell-text.ts';
import { foundIn, type MatrixCell, type MatrixRow } from './matrix-data.ts';

/** A number with what it counts. */
export interface Count {
  readonly of: string;
  readonly count: number;
}

/** A row's or a column's total: the sum in figures, and what it is made of. */
export interface Total {
  /** In a few signs: "5/7". */
  readonly short: string;
  /** In words: "5 of 7 evidenced or better". */
  readonly long: string;
  /** How many cells have each status, value or stance. */
  readonly counts: readonly Count[];
}

/** The total of a column over some rows; broken rows and those without the framework do not count. */
export function columnTotal(rows: readonly MatrixRow[], column: MatrixColumn, show: Show): Total {
  return totalOf(rows, [column], show, column.item?.values.map((value) => value.id) ?? []);
}

/** The total of a row over some columns. */
export function rowTotal(row: MatrixRow, columns: readonly MatrixColumn[], show: Show): Total {
  return totalOf([row], columns, show, []);
}

/** The total of everything. */
export function grandTotal(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show): Total {
  return totalOf(rows, columns, show, []);
}

/** @param order the values that come first among what is counted; the others follow by frequency */
function totalOf(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show, order: readonly string[]): Total {
  if (show === 'fit') {
    const rowsWith = (column: MatrixColumn): MatrixRow[] => rows.filter((row) => row.broken === null && usesFramework(row, column));
    return fitTotal(columns.flatMap((column) => rowsWith(column).map((row) => fitAt(row, column))));
  }
  const cells = rows.flatMap((row) => columns.flatMap((column) => cellAt(row, column) ?? []));
  return cellTotal(cells, show, order);
}

function fitTotal(fits: readonly Readonly<Record<Outcome, number>>[]): Total {
  const sum = recordOf(OUTCOMES, (outcome) => fits.reduce((all, fit) => all + fit[outcome], 0));
  return { short: shortFit(sum), long: fitText(sum), counts: OUTCOMES.map((outcome) => ({ of: outcome, count: sum[outcome] })) };
}

function cellTotal(cells: readonly MatrixCell[], show: Exclude<Show, 'fit'>, order: readonly string[]): Total {
  const number = cells.length;
  switch (show) {
    case 'status': {
      const counts = STATUSES.map((status) => ({ of: STATUS_WORDS[status], count: cells.filter((cell) => cell.status === status).length }));
      const covered = cells.filter(({ status }) => status !== 'missing' && status !== 'thin').length;
      return { short: `${covered}/${number}`, long: `${covered} of ${number} addressed or better, or not applicable`, counts: some(counts) };
    }
    case 'stance': {
      const sum = recordOf(STANCES, (stance) => cells.reduce((all, cell) => all + cell.stances[stance], 0));
      return { short: shortStances(sum) || '0', long: stanceText(sum) || 'no stances', counts: STANCES.map((stance) => ({ of: stance, count: sum[stance] })) };
    }
    case 'words': {
      const words = cells.reduce((all, cell) => all + cell.words, 0);
      return { short: String(words), long: counted(words, 'word'), counts: [{ of: 'words', count: words }] };
    }
    case 'summary': {
      const filled = cells.filter((cell) => summaryOfCell(cell) !== '').length;
      return { short: `${filled}/${number}`, long: `${filled} of ${number} summarized`, counts: [{ of: 'summarized', count: filled }] };
    }
    case 'finding': {
      const found = cells.flatMap((cell) => foundIn(cell) ?? []);
      return { short: `${found.length}/${number}`, long: `${found.length} of ${number} with a finding`, counts: countWords(found, order) };
    }
  }
}

/** How often each word occurs: those of the given order first, the others by frequency. */
function countWords(words: readonly string[], order: readonly string[]): Count[] {
  const counts = [...new Set([...order, ...words])].map((of) => ({ of, count: words.filter((word) => word === of).length }));
  const rankOf = ({ of }: Count): number => (order.includes(of) ? order.indexOf(of) : order.length);
  return some(counts.sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count));
}

function some(counts: readonly Count[]): Count[] {
  return counts.filter(({ count }) => count > 0);
}
