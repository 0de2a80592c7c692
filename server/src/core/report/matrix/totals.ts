import { OUTCOMES, type Outcome } from '../../coverage/pattern-match.ts';
import { STANCES, STATUSES, type Stance } from '../../model/vocabulary.ts';
import { STATUS_WORDS } from '../status-words.ts';
import { cellAt, type MatrixColumn, type Show } from './arrange-matrix.ts';
import { fitAt, fitText, shortFit, stanceText, STANCE_SYMBOLS, summaryOfCell, usesFramework } from './cell-text.ts';
import type { MatrixCell, MatrixRow } from './matrix-data.ts';

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
  if (column.kind === 'perspective') return fitTotal(rows.filter((row) => row.broken === null && usesFramework(row, column)).map((row) => fitAt(row, column)));
  const cells = rows.flatMap((row) => cellAt(row, column) ?? []);
  return totalOf(cells, show, column.item?.values.map((value) => value.id) ?? []);
}

/** The total of a row over some columns. */
export function rowTotal(row: MatrixRow, columns: readonly MatrixColumn[], show: Show): Total {
  const perspectives = columns.filter((column) => column.kind === 'perspective' && usesFramework(row, column));
  if (show === 'fit') return fitTotal(row.broken === null ? perspectives.map((column) => fitAt(row, column)) : []);
  return totalOf(
    columns.flatMap((column) => cellAt(row, column) ?? []),
    show,
    [],
  );
}

/** The total of everything. */
export function grandTotal(rows: readonly MatrixRow[], columns: readonly MatrixColumn[], show: Show): Total {
  if (show === 'fit') {
    const fits = columns.flatMap((column) => rows.filter((row) => row.broken === null && usesFramework(row, column)).map((row) => fitAt(row, column)));
    return fitTotal(fits);
  }
  return totalOf(
    rows.flatMap((row) => columns.flatMap((column) => cellAt(row, column) ?? [])),
    show,
    [],
  );
}

function fitTotal(fits: readonly Readonly<Record<Outcome, number>>[]): Total {
  const sum = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, fits.reduce((all, fit) => all + fit[outcome], 0)])) as Record<Outcome, number>;
  return { short: shortFit(sum), long: fitText({ ...sum, items: [] }), counts: OUTCOMES.map((outcome) => ({ of: outcome, count: sum[outcome] })) };
}

function totalOf(cells: readonly MatrixCell[], show: Show, order: readonly string[]): Total {
  const number = cells.length;
  switch (show) {
    case 'status': {
      const counts = STATUSES.map((status) => ({ of: STATUS_WORDS[status], count: cells.filter((cell) => cell.status === status).length }));
      const covered = cells.filter(({ status }) => status !== 'missing' && status !== 'thin').length;
      return { short: `${covered}/${number}`, long: `${covered} of ${number} addressed or better, or not applicable`, counts: some(counts) };
    }
    case 'stance': {
      const sum = (stance: Stance): number => cells.reduce((all, cell) => all + cell.stances[stance], 0);
      const sums = Object.fromEntries(STANCES.map((stance) => [stance, sum(stance)])) as Record<Stance, number>;
      const short = STANCES.filter((stance) => sums[stance] > 0).map((stance) => `${STANCE_SYMBOLS[stance]}${sums[stance]}`);
      return { short: short.join(' ') || '0', long: stanceText(sums) || 'no stances', counts: STANCES.map((stance) => ({ of: stance, count: sums[stance] })) };
    }
    case 'words': {
      const words = cells.reduce((all, cell) => all + cell.words, 0);
      return { short: String(words), long: `${words} words`, counts: [{ of: 'words', count: words }] };
    }
    case 'summary': {
      const filled = cells.filter((cell) => summaryOfCell(cell) !== '').length;
      return { short: `${filled}/${number}`, long: `${filled} of ${number} summarized`, counts: [{ of: 'summarized', count: filled }] };
    }
    case 'finding':
    case 'fit': {
      const found = cells.flatMap((cell) => cell.value ?? cell.verdict ?? []);
      return { short: `${found.length}/${number}`, long: `${found.length} of ${number} with a finding`, counts: countWords(found, order) };
    }
  }
}

/** How often each word occurs: in the given order, then by frequency. */
function countWords(words: readonly string[], order: readonly string[]): Count[] {
  const counts = [...new Set([...order, ...words])].map((of) => ({ of, count: words.filter((word) => word === of).length }));
  return some(order.length > 0 ? counts : counts.sort((a, b) => b.count - a.count));
}

function some(counts: readonly Count[]): Count[] {
  return counts.filter(({ count }) => count > 0);
}
