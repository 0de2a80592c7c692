import { OUTCOMES } from '../../coverage/pattern-match.ts';
import { rowsOf, cellAt, type ArrangedMatrix, type MatrixColumn, type Show, type MatrixGroup } from './arrange-matrix.ts';
import { BROKEN, cellText, fitAt, fitInFull, legendOfTotals, shortCellText, usesFramework } from './cell-text.ts';
import type { MatrixRow } from './matrix-data.ts';
import { columnTotal, grandTotal, rowTotal } from './totals.ts';

/*
 * An arranged matrix as a plain table, which the formats for other programs write each in their way.
 */

export interface MatrixTable {
  readonly heads: readonly TableHead[];
  readonly groups: readonly TableGroup[];
  readonly totals: readonly string[];
  /** What the totals count; empty where that needs no words. */
  readonly legend: string;
  /** See {@link remarksOf}. */
  readonly remarks: readonly string[];
}

export interface TableHead {
  readonly text: string;
  /** What the short text stands for. */
  readonly label: string;
}

export interface TableGroup {
  /** What the group is called; null where there are no groups. */
  readonly name: string | null;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly name: string;
  readonly isBroken: boolean;
  readonly cells: readonly TableCell[];
  readonly total: string;
}

export interface TableCell {
  readonly text: string;
  readonly short: string;
}

/** The table of an arranged matrix: a name, a cell for each column and a total for each case; totals for each column. */
export function matrixTable(matrix: ArrangedMatrix): MatrixTable {
  const { columns, groups, options } = matrix;
  const rows = rowsOf(matrix);
  const names = new Map(rows.map((row) => [row, nameOf(row, rows)]));
  return {
    heads: columns.map((column) => ({ text: column.heading, label: column.label })),
    groups: groups.map((group) => ({
      name: options.by === null ? null : groupName(group, options.by),
      rows: group.rows.map((row) => ({
        name: names.get(row) ?? '',
        isBroken: row.broken !== null,
        cells: columns.map((column) => ({ text: textInFull(row, column, options.show), short: shortCellText(row, column, options.show) })),
        total: row.broken === null ? rowTotal(row, columns, options.show).short : '',
      })),
    })),
    totals: [...columns.map((column) => columnTotal(rows, column, options.show).short), grandTotal(rows, columns, options.show).short],
    legend: legendOfTotals(options.show),
    remarks: remarksOf(rows),
  };
}

/** No score without the items that it counts: outside an editor, nothing can be clicked. */
function textInFull(row: MatrixRow, column: MatrixColumn, show: Show): string {
  const isFit = column.kind === 'perspective' && row.broken === null && usesFramework(row, column);
  return isFit ? fitInFull(fitAt(row, column)) : cellText(row, column, show);
}

/** What readers should know about single cases, as sentences with the file's path: what is broken first. */
export function remarksOf(rows: readonly MatrixRow[]): string[] {
  return rows.flatMap(({ path, broken, remarks }) => [...(broken === null ? [] : [broken]), ...remarks].map((remark) => `${path}: ${remark}`));
}

/** What a group of cases is called. Of a case that cannot be read nobody knows what it has under the key. */
export function groupName({ value, rows }: MatrixGroup, by: string): string {
  if (value !== null) return value;
  if (rows.every((row) => row.broken !== null)) return 'cannot be read';
  return rows.some((row) => row.broken !== null) ? `no ${by}, or cannot be read` : `no ${by}`;
}

/** What a case is called in a matrix: its id, or its path where the id is empty or taken. */
export function nameOf(row: MatrixRow, rows: readonly MatrixRow[]): string {
  return row.case === '' || rows.some((other) => other !== row && other.case === row.case) ? row.path : row.case;
}

/**
 * The bare grid for spreadsheets and scripts: a header, then one row a case with its id first. Numbers are numbers; with
 * groups, what they are grouped by is the second column; each perspective has three columns of numbers.
 */
export function matrixGrid(matrix: ArrangedMatrix): (string | number)[][] {
  const { columns, groups, options } = matrix;
  const by = options.by === null ? [] : [options.by];
  const heads = columns.flatMap((column) => (column.kind === 'item' ? [column.heading] : OUTCOMES.map((outcome) => `${column.heading} ${outcome}`)));
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [
      row.case === '' ? row.path : row.case,
      ...(options.by === null ? [] : [group.value ?? '']),
      ...columns.flatMap((column) => gridCells(row, column, matrix)),
    ]),
  );
  return [['case', ...by, ...heads], ...rows];
}

function gridCells(row: MatrixRow, column: MatrixColumn, { options }: ArrangedMatrix): (string | number)[] {
  if (column.kind === 'item') {
    const cell = cellAt(row, column);
    return [cell && options.show === 'words' ? cell.words : cellText(row, column, options.show)];
  }
  if (row.broken !== null) return OUTCOMES.map(() => BROKEN);
  if (!usesFramework(row, column)) return OUTCOMES.map(() => '');
  const fit = fitAt(row, column);
  return OUTCOMES.map((outcome) => fit[outcome]);
}
