import type { MatrixRow } from '../../core/report/matrix/matrix-data.ts';
import { matrixRow } from '../../core/report/matrix/matrix-rows.ts';
import { unusableFrameworks } from '../../core/report/unusable-frameworks.ts';
import type { CaseView } from './case-view.ts';

export interface MatrixFacts {
  /** The ids of the frameworks that the case uses. */
  readonly frameworks: readonly string[];
  /** Whether all frameworks that the case names can be used. */
  readonly isWhole: boolean;
}

/** The row of a case in the matrix, as data: how the rows are laid out depends on all of them. */
export const matrixView: CaseView<null, MatrixFacts> = {
  comparesNames: true,
  make: (analysis, _, pathOf) => ({
    facts: { frameworks: analysis.frameworks.frameworks.map(({ id }) => id), isWhole: unusableFrameworks(analysis).length === 0 },
    part: JSON.stringify(matrixRow(analysis, pathOf)),
  }),
};

/** The row that was put away as bytes, as it was. */
export function rowIn(part: Uint8Array): MatrixRow {
  return JSON.parse(Buffer.from(part).toString()) as MatrixRow;
}
