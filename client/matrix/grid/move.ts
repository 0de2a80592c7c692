import type { Line } from '../matrix-view.ts';
import type { Position } from './place.ts';

/** What the keyboard has to know of the table. */
export interface Ground {
  readonly lines: readonly Line[];
  /** How many columns there are, those of the case and of the total included. */
  readonly columns: number;
  /** How many lines Page Up and Page Down go. */
  readonly page: number;
}

/** Where a key leads from a cell, as in any grid (ARIA Authoring Practices); undefined for keys that lead nowhere. */
export function move({ lines, columns, page }: Ground, { line, column }: Position, key: string, isControl: boolean): Position | undefined {
  const [lastLine, lastColumn] = [lines.length - 1, columns - 1];
  const upTo = (to: number): Position => ({ line: Math.min(lastLine, Math.max(0, to)), column });
  const along = (to: number): Position => ({ line, column: Math.min(lastColumn, Math.max(0, to)) });
  const [start, end] = stretch(lines[line], column, lastColumn);
  switch (key) {
    case 'ArrowUp':
      return upTo(line - 1);
    case 'ArrowDown':
      return upTo(line + 1);
    case 'ArrowLeft':
      return start > 0 ? along(start - 1) : along(column);
    case 'ArrowRight':
      return end < lastColumn ? along(end + 1) : along(column);
    case 'PageUp':
      return upTo(line - page);
    case 'PageDown':
      return upTo(line + page);
    case 'Home':
      return { line: isControl ? 0 : line, column: 0 };
    case 'End':
      return { line: isControl ? lastLine : line, column: lastColumn };
    default:
      return undefined;
  }
}

/** The first and the last column that the cell at a column takes up: some lines have one cell for many. */
export function stretch(line: Line | undefined, column: number, lastColumn: number): readonly [number, number] {
  if (line?.kind === 'group') return [0, lastColumn];
  if (line?.kind === 'case' && line.row.broken !== null && column > 0) return [1, lastColumn];
  return [column, column];
}
