import { columnKey, type MatrixCell, type MatrixData, type MatrixFramework, type MatrixItem, type MatrixRow } from './matrix-data.ts';
import { columnOf, foundAt, groupRows, rowKey, sortRows } from './row-key.ts';

/*
 * How a matrix is laid out: which columns, which rows, in which groups and in which order. The view in VS Code, the
 * command line and every export arrange with the same functions, so that they show the same table.
 */

export const SHOWS = ['status', 'finding', 'stance', 'words', 'summary', 'fit'] as const;
/** What the cells show. `summary`: the author's own words; `fit`: how the findings bear on each perspective. */
export type Show = (typeof SHOWS)[number];

export interface MatrixOptions {
  readonly show: Show;
  /**
   * A front-matter key (`firm.country`), an item (`P7`: its finding) or a perspective (`stage`: how many findings agree with
   * it); cases that share its value stand together. Null: no groups.
   */
  readonly by: string | null;
  /** What the rows of each group are sorted by, as for `by`; null: their paths. */
  readonly sort: string | null;
  readonly descending: boolean;
  /** The frameworks to show; null: all. */
  readonly frameworks: readonly string[] | null;
  /** Only cases in whose name, title, path or front matter all these words occur. */
  readonly cases: string;
  /** Only items in whose id or label all these words occur. */
  readonly items: string;
}

export const USUAL_OPTIONS: MatrixOptions = { show: 'status', by: null, sort: null, descending: false, frameworks: null, cases: '', items: '' };

/** A column of the matrix: an item or, where fit is shown, a perspective of a framework. */
export interface MatrixColumn {
  readonly key: string;
  readonly framework: MatrixFramework;
  readonly kind: 'item' | 'perspective';
  readonly id: string;
  readonly label: string;
  /** The id, with the framework's before it where another column has the same. */
  readonly heading: string;
  /** Undefined for a perspective. */
  readonly item: MatrixItem | undefined;
}

export interface MatrixGroup {
  /** The value that the rows share; null where they have none, or where there are no groups. */
  readonly value: string | null;
  readonly rows: readonly MatrixRow[];
}

export interface ArrangedMatrix {
  readonly options: MatrixOptions;
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
}

/** Lays a matrix out. A key that no case has puts all rows into one group without a value. */
export function arrangeMatrix(data: MatrixData, options: MatrixOptions): ArrangedMatrix {
  const columns = allColumns(data);
  const { by, sort, descending } = options;
  const found = data.rows.filter((row) => matches(options.cases, [row.case, row.title ?? '', row.path, ...Object.values(row.fields).map(String)]));
  const rows = sort === null ? found : sortRows(found, rowKey(columns, sort), descending);
  const groups = by === null ? [{ value: null, rows }] : groupRows(rows, rowKey(columns, by));
  return { options, columns: columnsOf(data, options), groups: rows.length === 0 ? [] : groups };
}

/** All rows of an arranged matrix, in order. */
export function rowsOf({ groups }: ArrangedMatrix): MatrixRow[] {
  return groups.flatMap((group) => group.rows);
}

/** The cell of a row; undefined where the case does not use the framework, and in a broken row. */
export function cellAt(row: MatrixRow, column: MatrixColumn): MatrixCell | undefined {
  return Object.hasOwn(row.cells, column.key) ? row.cells[column.key] : undefined;
}

/** What can be grouped and sorted by: the front-matter keys that cases have, and the items that have findings. */
export function keysOf(data: MatrixData): { readonly fields: readonly string[]; readonly items: readonly string[] } {
  const fields = new Set(data.rows.flatMap((row) => Object.keys(row.fields)).filter((key) => key !== 'case' && key !== 'title'));
  const items = columnsOf(data, USUAL_OPTIONS).filter((column) => data.rows.some((row) => foundAt(row, column) !== undefined));
  return { fields: [...fields].sort(), items: items.map((column) => column.heading) };
}

/** The perspectives that can be sorted by. */
export function theoriesOf(data: MatrixData): readonly string[] {
  return perspectivesIn(data).map((column) => column.heading);
}

/** Whether anything can be grouped by `key`: some case has it in its front matter, or it is an item or a perspective. */
export function isKey(data: MatrixData, key: string): boolean {
  return key === 'case' || columnOf(allColumns(data), key) !== undefined || data.rows.some((row) => Object.hasOwn(row.fields, key));
}

/** Everything that can be a column, whatever is shown: the items, then the perspectives. */
function allColumns(data: MatrixData): MatrixColumn[] {
  return [...columnsOf(data, USUAL_OPTIONS), ...perspectivesIn(data)];
}

function perspectivesIn(data: MatrixData): MatrixColumn[] {
  return columnsOf(data, { ...USUAL_OPTIONS, show: 'fit' });
}

function columnsOf(data: MatrixData, { show, frameworks, items }: MatrixOptions): MatrixColumn[] {
  const shown = data.frameworks.filter((framework) => frameworks === null || frameworks.includes(framework.id));
  const columns = shown.flatMap((framework): Omit<MatrixColumn, 'heading'>[] =>
    show === 'fit'
      ? framework.perspectives.map(({ id, label }) => ({ key: columnKey(framework.id, id), framework, kind: 'perspective', id, label, item: undefined }))
      : framework.items.map((item) => ({ key: columnKey(framework.id, item.id), framework, kind: 'item', id: item.id, label: item.label, item })),
  );
  const headed = columns.map((column) => ({
    ...column,
    heading: columns.some((other) => other !== column && other.id === column.id) ? column.key : column.id,
  }));
  return headed.filter(({ id, label }) => matches(items, [id, label]));
}

/** Whether every word of a query occurs somewhere in the texts, whatever its case. */
function matches(query: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
