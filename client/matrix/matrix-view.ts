import { arrangeMatrix, rowsOf, type ArrangedMatrix, type MatrixColumn, type MatrixOptions } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixData, MatrixRow } from '../../server/src/core/report/matrix/matrix-data.ts';
import { groupName, nameOf } from '../../server/src/core/report/matrix/matrix-table.ts';
import { columnTotal, grandTotal, rowTotal, type Total } from '../../server/src/core/report/matrix/totals.ts';

/** A line of the table: the heads, a group's heading, a case, the totals. */
export type Line =
  | { readonly kind: 'head'; readonly key: 'head' }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly group: string;
      readonly name: string;
      readonly value: string | null;
      readonly rows: readonly MatrixRow[];
    }
  | { readonly kind: 'case'; readonly key: string; readonly group: string; readonly row: MatrixRow; readonly name: string }
  | { readonly kind: 'total'; readonly key: 'total' };

/** A matrix as it is shown: arranged, line by line, with its totals. Made anew when the data or the arrangement change. */
export interface MatrixView {
  readonly data: MatrixData;
  readonly matrix: ArrangedMatrix;
  /** The cases that are shown, in order. */
  readonly rows: readonly MatrixRow[];
  readonly lines: readonly Line[];
  readonly nameOf: (row: MatrixRow) => string;
  /** The total of an item or a case, or of everything. Counted when it is first asked for. */
  readonly totalOf: (of: MatrixColumn | MatrixRow | 'all') => Total;
}

/** Lays a matrix out for the page. */
export function matrixView(data: MatrixData, options: MatrixOptions): MatrixView {
  const matrix = arrangeMatrix(data, options);
  const rows = rowsOf(matrix);
  const names = new Map(rows.map((row) => [row, nameOf(row, rows)]));
  const nameIn = (row: MatrixRow): string => names.get(row) ?? row.path;
  return { data, matrix, rows, lines: linesOf(matrix, nameIn), nameOf: nameIn, totalOf: countingOnce(matrix, rows) };
}

function linesOf({ groups, options }: ArrangedMatrix, nameIn: (row: MatrixRow) => string): Line[] {
  const body = groups.flatMap((members): Line[] => {
    const { value, rows } = members;
    const group = `group ${JSON.stringify(value)}`;
    const cases = rows.map((row): Line => ({ kind: 'case', key: `case ${row.uri}`, group, row, name: nameIn(row) }));
    return options.by === null ? cases : [{ kind: 'group', key: group, group, name: groupName(members, options.by), value, rows }, ...cases];
  });
  return [{ kind: 'head', key: 'head' }, ...body, { kind: 'total', key: 'total' }];
}

function countingOnce({ columns, options: { show } }: ArrangedMatrix, rows: readonly MatrixRow[]): MatrixView['totalOf'] {
  const known = new Map<MatrixColumn | MatrixRow | 'all', Total>();
  const count = (of: MatrixColumn | MatrixRow | 'all'): Total => {
    if (of === 'all') return grandTotal(rows, columns, show);
    return 'uri' in of ? rowTotal(of, columns, show) : columnTotal(rows, of, show);
  };
  return (of) => {
    const total = known.get(of) ?? count(of);
    known.set(of, total);
    return total;
  };
}
