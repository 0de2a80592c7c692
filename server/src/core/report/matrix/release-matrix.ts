import type { Withheld } from '../withheld.ts';
import { rowsOf, type ArrangedMatrix } from './arrange-matrix.ts';
import type { MatrixRow } from './matrix-data.ts';

declare const RELEASED: unique symbol;

/**
 * A matrix that may be given to others. Only {@link releaseMatrix} makes one, and whatever writes a matrix wants one: so
 * none can be written that shows a confidential name.
 */
export type ReleasedMatrix = ArrangedMatrix & { readonly [RELEASED]: true };

/** A row that others must not see. */
export type WithheldRow = Pick<MatrixRow, 'uri' | 'path'> & Withheld;

/** What comes of wanting to write a matrix: one of the two. */
export type Release = { readonly matrix: ReleasedMatrix } | { readonly matrix: null; readonly withheld: readonly [WithheldRow, ...WithheldRow[]] };

/** Lets a matrix go to others, unless a row that it shows must not. */
export function releaseMatrix(matrix: ArrangedMatrix): Release {
  const [first, ...rest] = rowsOf(matrix).flatMap(({ uri, path, withheld }) => (withheld ? [{ uri, path, ...withheld }] : []));
  return first ? { matrix: null, withheld: [first, ...rest] } : { matrix: matrix as ReleasedMatrix };
}
