import type { ArrangedMatrix } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { releaseMatrix, type ReleasedMatrix } from '../../server/src/core/report/matrix/release-matrix.ts';

/** A matrix that may be written. Throws when it shows a confidential name. */
export function released(matrix: ArrangedMatrix): ReleasedMatrix {
  const release = releaseMatrix(matrix);
  if (!release.matrix) throw new Error(`This matrix must not be written: ${release.withheld[0].why}`);
  return release.matrix;
}
