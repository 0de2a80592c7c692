import type { MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { sharesOf, type Share, type ShareCell } from '../../../server/src/core/report/matrix/shares.ts';
import type { Total } from '../../../server/src/core/report/matrix/totals.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { link, part } from '../../page/views/part.ts';
import type { MatrixView } from '../matrix-view.ts';
import type { Actions } from './actions.ts';

/** What a total is made of: how often each status, value or stance occurs, and where. */
export function totalDetails(view: MatrixView, rows: readonly MatrixRow[], columns: readonly MatrixColumn[], total: Total, actions: Actions): ElementView[] {
  const shares = sharesOf(rows, columns, view.matrix.options.show);
  const broken = rows.filter((row) => row.broken !== null).length;
  const item = columns.length === 1 ? columns[0]?.item : undefined;
  return [
    el('p', { key: 'total' }, `${total.long}.`, broken > 0 && rows.length > 1 ? ` Cases that are broken are not counted: ${broken}.` : ''),
    ...shares.map((share) => {
      const means = item?.values.find(({ id }) => id === share.of)?.means ?? null;
      return part(
        'h3',
        share.of,
        `${share.of}: ${share.count.toLocaleString('en')}`,
        means === null ? null : el('p', { class: 'quiet' }, means),
        el('ul', { class: 'share' }, entriesOf(share, rows, columns, view, actions)),
      );
    }),
  ];
}

/** The cells of a share, by case; of a single case, by item. */
function entriesOf({ cells }: Share, rows: readonly MatrixRow[], columns: readonly MatrixColumn[], view: MatrixView, actions: Actions): ElementView[] {
  if (rows.length === 1) return cells.map((cell) => entry(cell, `${cell.column.heading} ${cell.column.label}`, cell.count, actions));
  return rows.flatMap((row) => {
    const own = cells.filter((cell) => cell.row === row);
    const count = own.reduce((sum, cell) => sum + cell.count, 0);
    const [first] = own;
    return first ? [entry(first, view.nameOf(row), count > 1 || columns.length > 1 ? count : 1, actions)] : [];
  });
}

function entry({ row, column }: ShareCell, label: string, count: number, actions: Actions): ElementView {
  const select = (): void => {
    actions.select({ line: `case ${row.uri}`, column: column.key });
  };
  return el(
    'li',
    { key: `${row.uri} ${column.key}` },
    link(label, select),
    count === 1 ? null : el('span', { class: 'quiet' }, ` ${count.toLocaleString('en')}`),
  );
}
