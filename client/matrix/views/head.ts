import { legendOf } from '../../../server/src/core/report/matrix/cell-text.ts';
import type { MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { severityIcon, statusChip } from '../../page/views/status.ts';
import { count, STATUS_ORDER } from '../../page/words.ts';
import { CASE_COLUMN } from '../grid/place.ts';
import type { MatrixView } from '../matrix-view.ts';
import type { Actions } from './actions.ts';

/** How large the matrix is, what of it is not to be trusted, and what its signs mean. */
export function headView(view: MatrixView | null, actions: Actions): ElementView[] {
  if (!view || view.data.rows.length === 0) return [el('h1', {}, 'Matrix')];
  const { show } = view.matrix.options;
  return [
    el('h1', {}, sizeInWords(view)),
    ...notice(
      'error',
      'broken',
      view.rows.filter((row) => row.broken !== null),
      actions,
    ),
    ...notice(
      'warning',
      'with a warning',
      view.rows.filter((row) => row.broken === null && row.remarks.length > 0),
      actions,
    ),
    ...(show === 'status' ? [el('p', { key: 'legend', class: 'legend' }, STATUS_ORDER.map(statusChip))] : []),
    ...(show === 'stance' ? [el('p', { key: 'legend', class: 'legend' }, legendOf(show))] : []),
  ];
}

/** "17 cases by 36 items" */
export function sizeInWords({ data, rows, matrix: { columns, options } }: MatrixView): string {
  const cases = rows.length < data.rows.length ? `${rows.length} of ${count(data.rows.length, 'case')}` : count(rows.length, 'case');
  const columnsInWords = options.show === 'fit' ? `${columns.length} ${columns.length === 1 ? 'theory' : 'theories'}` : count(columns.length, 'item');
  return `${cases} by ${columnsInWords}`;
}

/** "17 cases by 36 items, grouped by P7, sorted by firm.employees, descending" */
export function arrangementInWords(view: MatrixView): string {
  const { by, sort, descending } = view.matrix.options;
  const order = sort === null ? [] : [`sorted by ${sort}, ${descending ? 'descending' : 'ascending'}`];
  return [sizeInWords(view), ...(by === null ? [] : [`grouped by ${by}`]), ...order].join(', ');
}

/** Says how many cases have something, and goes to the first of them. */
function notice(severity: 'error' | 'warning', what: string, rows: readonly MatrixRow[], actions: Actions): ElementView[] {
  const [first] = rows;
  if (!first) return [];
  const select = (): void => {
    actions.select({ line: `case ${first.uri}`, column: CASE_COLUMN });
  };
  return [el('button', { key: severity, class: 'notice-button', click: select }, severityIcon(severity), `${count(rows.length, 'case')} ${what}`)];
}
