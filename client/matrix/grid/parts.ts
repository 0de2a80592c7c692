import type { MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import { el, type Children, type ElementView, type Properties } from '../../page/dom/element.ts';
import type { MatrixView } from '../matrix-view.ts';
import type { Piece } from './axis.ts';
import type { Position } from './place.ts';
import type { Sizes } from './sizes.ts';

/** What of the table is made, and how. */
export interface TableParts {
  readonly view: MatrixView;
  /** Lines in view; 0 is the first below the heads. */
  readonly lines: readonly Piece[];
  /** Columns in view; 0 is the first item. */
  readonly columns: readonly Piece[];
  /** The cell that the keyboard is on. */
  readonly at: Position;
  readonly sizes: Sizes;
  readonly width: number;
  readonly caption: string;
}

/**
 * The attributes that make an element a cell that the keyboard reaches.
 * @param span how many columns it takes up, in view or not
 */
export function cellProperties({ at }: TableParts, line: number, column: number, className: string, more: Properties = {}, span = 1): Properties {
  const isActive = at.line === line && at.column >= column && at.column < column + span;
  return {
    class: className,
    tabindex: isActive ? 0 : -1,
    'aria-colindex': column + 1,
    'aria-colspan': span > 1 ? span : undefined,
    'aria-selected': isActive ? 'true' : undefined,
    'data-line': line,
    'data-column': column,
    ...more,
  };
}

/** A cell for each column in view, and room for the others. */
export function acrossColumns({ columns, view }: TableParts, cell: (column: MatrixColumn, index: number) => ElementView): ElementView[] {
  return columns.flatMap((piece) => {
    if (piece.kind === 'gap') return [el('td', { key: keyOf(piece), class: 'room', 'aria-hidden': 'true' })];
    const column = view.matrix.columns[piece.index];
    return column ? [cell(column, piece.index + 1)] : [];
  });
}

/** The content of a cell in a box that keeps its height, whatever it holds. */
export function inner(className: string, content: Children, hint?: string): ElementView {
  return el('div', { class: `inner ${className}`.trim(), title: hint }, content);
}

/** Tells the pieces of an axis apart across updates. */
export function keyOf(piece: Piece): string {
  return piece.kind === 'gap' ? `room after ${piece.after}` : `entry ${piece.index}`;
}
