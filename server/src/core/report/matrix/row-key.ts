import type { MatrixColumn, MatrixGroup } from './arrange-matrix.ts';
import { fitOf } from '../../coverage/pattern-match.ts';
import { columnKey, foundIn, type MatrixRow } from './matrix-data.ts';

/*
 * Something that rows are grouped or sorted by: a key of the front matter (`firm.country`), an item (`P7`), which stands
 * for the finding on it, or a perspective (`stage`), which stands for how many findings agree with it.
 */

type KeyValue = string | number | undefined;

export interface RowKey {
  /** What a row has under the key; undefined when it has nothing. */
  readonly valueOf: (row: MatrixRow) => KeyValue;
  /** Findings in the order of the pack's values, numbers by size, words as people sort them, and what has no value last. */
  readonly compare: (a: KeyValue, b: KeyValue) => number;
}

/**
 * Reads a key.
 * @param columns all items of the matrix, then its perspectives; both win over a front-matter key of the same name
 */
export function rowKey(columns: readonly MatrixColumn[], key: string): RowKey {
  const column = columnOf(columns, key);
  if (column?.kind === 'perspective') return { valueOf: (row) => agreesWith(row, column), compare: inOrderOf([]) };
  if (column) return { valueOf: (row) => foundAt(row, column), compare: inOrderOf(column.item?.values.map((value) => value.id) ?? []) };
  return { valueOf: (row) => (Object.hasOwn(row.fields, key) ? row.fields[key] : undefined), compare: inOrderOf([]) };
}

/** The item or the perspective that a key names: by the heading of its column, by its full key, or by its id, which of several is the first's. */
export function columnOf(columns: readonly MatrixColumn[], key: string): MatrixColumn | undefined {
  return columns.find((column) => column.heading === key || column.key === key) ?? columns.find((column) => column.id === key);
}

/** What a row's finding on an item says; undefined when it has none. */
export function foundAt(row: MatrixRow, column: MatrixColumn): string | undefined {
  const cell = row.cells[column.key];
  return cell && foundIn(cell);
}

/** How many findings agree with a perspective; undefined where none can be compared with it. */
function agreesWith(row: MatrixRow, { framework, id }: MatrixColumn): number | undefined {
  const { agrees, contradicts } = fitOf(framework.items, id, (item) => row.cells[columnKey(framework.id, item)]);
  return agrees + contradicts > 0 ? agrees : undefined;
}

/** The rows that have the same under a key, together. A year is the same whether its author wrote 2011 or "2011". */
export function groupRows(rows: readonly MatrixRow[], { valueOf, compare }: RowKey): MatrixGroup[] {
  const groups = new Map<string | undefined, MatrixRow[]>();
  for (const row of rows) {
    const value = valueOf(row)?.toString();
    const members = groups.get(value);
    if (members) members.push(row);
    else groups.set(value, [row]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([value = null, members]) => ({ value, rows: members }));
}

/** The rows by what they have under a key; those that have nothing stay last either way. */
export function sortRows(rows: readonly MatrixRow[], { valueOf, compare }: RowKey, descending: boolean): MatrixRow[] {
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    return descending && left !== undefined && right !== undefined ? compare(right, left) : compare(left, right);
  });
}

function inOrderOf(values: readonly string[]): RowKey['compare'] {
  const rankOf = (value: string): number => {
    const rank = values.indexOf(value);
    return rank < 0 ? values.length : rank;
  };
  return (a, b) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const [left, right] = [Number(a), Number(b)];
    if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
    return rankOf(String(a)) - rankOf(String(b)) || String(a).localeCompare(String(b), 'en', { numeric: true });
  };
}
