import type { MatrixView } from '../matrix-view.ts';

/** A cell by what it is about, which stays true when rows and columns move. */
export interface Place {
  /** The key of its line. */
  readonly line: string;
  /** The key of its column; `case` and `total` for the first and the last. */
  readonly column: string;
}

/** A cell by where it stands now. */
export interface Position {
  /** 0 is the line of heads, the last one the totals. */
  readonly line: number;
  /** 0 is the case, the last one the total. */
  readonly column: number;
}

export const CASE_COLUMN = 'case';
export const TOTAL_COLUMN = 'total';

/** What stands at a position. */
export function placeAt({ lines, matrix }: MatrixView, { line, column }: Position): Place {
  const name = column === 0 ? CASE_COLUMN : (matrix.columns[column - 1]?.key ?? TOTAL_COLUMN);
  return { line: lines[line]?.key ?? '', column: name };
}

/**
 * Where a cell stands now. When it is gone, what has taken its place.
 * @param before where it stood when it was last looked for
 */
export function positionOf({ lines, matrix }: MatrixView, place: Place | null, before: Position | null): Position {
  const first = {
    line: Math.max(
      1,
      lines.findIndex((line) => line.kind === 'case'),
    ),
    column: Math.min(1, matrix.columns.length),
  };
  if (!place) return first;
  const line = lines.findIndex(({ key }) => key === place.line);
  const column = matrix.columns.findIndex(({ key }) => key === place.column);
  const last = matrix.columns.length + 1;
  const gone = before ?? first;
  return {
    line: line >= 0 ? line : Math.min(gone.line, lines.length - 2),
    column: place.column === CASE_COLUMN ? 0 : place.column === TOTAL_COLUMN ? last : column >= 0 ? column + 1 : Math.min(gone.column, last),
  };
}
