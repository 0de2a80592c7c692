import { cellAt, type MatrixColumn } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixRow } from '../../server/src/core/report/matrix/matrix-data.ts';
import type { Position } from './grid/place.ts';
import type { MatrixView } from './matrix-view.ts';
import type { Actions } from './views/actions.ts';

/** What a click or Enter does: a head sorts, a cell goes to its text, and what has no text of its own shows what it is made of. */
export function activated(view: MatrixView, { line, column }: Position, actions: Pick<Actions, 'arrange' | 'open'>, showDetails: () => void): void {
  const at = view.lines[line];
  const of = view.matrix.columns[column - 1];
  if (at?.kind === 'head' && (column === 0 || of)) sortBy(of?.heading ?? 'case', view, actions);
  else if (at?.kind === 'case' && at.row.broken !== null) actions.open(at.row.uri, at.row.brokenAt);
  else if (at?.kind === 'case' && column === 0) actions.open(at.row.uri, null);
  else if (at?.kind === 'case' && of?.kind === 'item') goToText(at.row, of, actions);
  else showDetails();
}

/** Once up, once down, and then as before. */
function sortBy(key: string, { matrix: { options } }: MatrixView, { arrange }: Pick<Actions, 'arrange'>): void {
  if (options.sort !== key) arrange({ sort: key, descending: false });
  else if (!options.descending) arrange({ descending: true });
  else arrange({ sort: null, descending: false });
}

/** To the first mark, else to the finding, else to the file. */
function goToText(row: MatrixRow, column: MatrixColumn, { open }: Pick<Actions, 'open'>): void {
  const cell = cellAt(row, column);
  open(row.uri, cell?.marks[0] ?? cell?.findingAt ?? null);
}
