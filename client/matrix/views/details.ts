import type { MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import { link, part } from '../../page/views/part.ts';
import { severityIcon } from '../../page/views/status.ts';
import { count } from '../../page/words.ts';
import { CASE_COLUMN, type Position } from '../grid/place.ts';
import type { Line, MatrixView } from '../matrix-view.ts';
import type { Actions } from './actions.ts';
import { cellDetails, fitDetails } from './cell-details.ts';
import { totalDetails } from './total-details.ts';

/** The id of the heading of the details, which gets the focus when a reader goes there. */
export const DETAILS_HEADING = 'details-heading';

/** What is known of the selected cell. */
export function detailsView(view: MatrixView, at: Position, actions: Actions): ElementView[] {
  const { title, about, content } = detailsOf(view, at, actions);
  return [
    el(
      'header',
      { class: 'details-head' },
      el('h2', { id: DETAILS_HEADING, tabindex: -1 }, title),
      el('button', { class: 'tool close', 'aria-label': 'Close the details', title: 'Close', click: actions.toggleDetails }, '×'),
    ),
    ...(about === '' ? [] : [el('p', { class: 'quiet' }, about)]),
    ...content,
  ];
}

interface Details {
  readonly title: string;
  readonly about: string;
  readonly content: readonly ElementView[];
}

function detailsOf(view: MatrixView, at: Position, actions: Actions): Details {
  const line = view.lines[at.line];
  const column = view.matrix.columns[at.column - 1];
  if (line?.kind === 'group') return groupDetails(view, line, actions);
  if (line?.kind === 'case') {
    const { row, name } = line;
    if (row.broken !== null || at.column === 0) return caseDetails(row, name, actions);
    if (!column)
      return { title: `${name}: total`, about: row.title ?? '', content: totalDetails(view, [row], view.matrix.columns, view.totalOf(row), actions) };
    const about = [column.framework.title, row.title ?? row.path].join(' · ');
    const content = column.kind === 'item' ? cellDetails(row, column, actions) : fitDetails(row, column, actions);
    return { title: `${name}: ${nameOfColumn(column)}`, about, content };
  }
  if (!column) return { title: 'All cases and items', about: '', content: totalDetails(view, view.rows, view.matrix.columns, view.totalOf('all'), actions) };
  const title = nameOfColumn(column);
  return {
    title,
    about: `${column.framework.title} · ${count(view.rows.length, 'case')}`,
    content: totalDetails(view, view.rows, [column], view.totalOf(column), actions),
  };
}

/** An item by its id and name; a theory by its name, since nobody speaks of its id. */
function nameOfColumn({ kind, heading, label }: MatrixColumn): string {
  return kind === 'item' ? `${heading} ${label}` : label;
}

function caseDetails(row: MatrixRow, name: string, actions: Actions): Details {
  const open = (): void => {
    actions.open(row.uri, row.brokenAt);
  };
  const fields = Object.entries(row.fields);
  const content = [
    notices(row),
    el('p', {}, link(row.broken === null ? 'Open the case' : 'Go to the problem', open)),
    fields.length === 0
      ? null
      : part(
          'h3',
          'fields',
          'Front matter',
          el(
            'dl',
            { class: 'fields' },
            fields.map(([key, value]) => [el('dt', { key }, key), el('dd', { key }, String(value))]),
          ),
        ),
  ];
  return { title: name, about: row.title ?? row.path, content: content.filter((view) => view !== null) };
}

/** What a reader should know before trusting a row. */
function notices({ broken, remarks, path }: MatrixRow): ElementView | null {
  const texts: readonly (readonly ['error' | 'warning', string])[] = [
    ...(broken === null ? [] : [['error', broken] as const]),
    ...remarks.map((remark) => ['warning', remark] as const),
  ];
  if (texts.length === 0) return null;
  const notice = ([severity, text]: readonly ['error' | 'warning', string]): Children =>
    el('p', { class: 'notice' }, severityIcon(severity), el('span', {}, el('b', {}, severity === 'error' ? 'Broken: ' : 'Warning: '), text));
  return el('div', { key: path }, texts.map(notice));
}

function groupDetails(view: MatrixView, { name, value, rows }: Extract<Line, { kind: 'group' }>, actions: Actions): Details {
  const { by } = view.matrix.options;
  const item = view.data.frameworks.flatMap((framework) => framework.items).find(({ id }) => id === by);
  const means = item?.values.find(({ id }) => id === value)?.means ?? null;
  const cases = rows.map((row) => {
    const select = (): void => {
      actions.select({ line: `case ${row.uri}`, column: CASE_COLUMN });
    };
    return el('li', { key: row.uri }, link(view.nameOf(row), select), ' ', el('span', { class: 'quiet' }, row.title ?? ''));
  });
  return {
    title: name,
    about: `${[by, item?.label].filter(Boolean).join(' ')} · ${count(rows.length, 'case')}`,
    content: [...(means === null ? [] : [el('p', {}, means)]), part('h3', 'cases', 'Cases', el('ul', {}, cases))],
  };
}
