import { cellText } from '../../server/src/core/report/matrix/cell-text.ts';
import type { Position } from './grid/place.ts';
import type { MatrixView } from './matrix-view.ts';

/** What a cell says, as a sentence for a screen reader: "brodersen, P7: balanced". Empty where there is no such cell. */
export function cellInWords({ lines, matrix }: MatrixView, { line, column }: Position): string {
  const at = lines[line];
  const of = matrix.columns[column - 1];
  if (at?.kind !== 'case') return '';
  if (at.row.broken !== null) return `${at.name} is broken`;
  return of ? `${at.name}, ${of.heading}: ${cellText(at.row, of, matrix.options.show) || 'nothing'}` : '';
}
