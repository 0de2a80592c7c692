import { emptyColumns } from '../../../server/src/core/report/matrix/matrix-text.ts';
import type { MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { link } from '../../page/views/part.ts';
import { severityIcon } from '../../page/views/status.ts';
import type { MatrixView } from '../matrix-view.ts';
import type { Actions } from './actions.ts';

/** What stands in place of the table when there is none to show; null when there is one. */
export function emptyView(view: MatrixView | null, actions: Actions): ElementView | null {
  if (!view) return el('p', { class: 'quiet' }, 'The cases are being read …');
  const { data, rows, matrix } = view;
  if (data.rows.length === 0) return noCases(actions);
  if (rows.length === 0) return nothingLeft(`No case has “${matrix.options.cases}” in its name, title, path or front matter.`, actions);
  if (matrix.columns.length > 0) return null;
  if (data.frameworks.length === 0) return noFrameworks(data.rows, actions);
  return nothingLeft(whyNoColumns(view), actions);
}

function whyNoColumns({ matrix: { options } }: MatrixView): string {
  if (options.items.trim() !== '') return `No ${options.show === 'fit' ? 'theory' : 'item'} has “${options.items}” in its id or name.`;
  if (options.frameworks?.length === 0) return 'No framework is chosen, so there are no items to show.';
  return emptyColumns(options.show);
}

function nothingLeft(why: string, { reset }: Actions): ElementView {
  return el('div', {}, el('h2', {}, 'Nothing to show'), el('p', {}, why), el('button', { class: 'primary', click: reset }, 'Show all cases and items'));
}

function noCases({ newCase }: Actions): ElementView {
  return el(
    'div',
    {},
    el('h2', {}, 'There is no case yet'),
    el('p', {}, 'The matrix sets all cases of this folder side by side. A case is a Markdown file whose front matter names it:'),
    el('pre', {}, el('code', {}, '---\ncase: brodersen\nframeworks: [policy-themes]\n---')),
    el('button', { class: 'primary', click: newCase }, 'New case from template'),
  );
}

function noFrameworks(rows: readonly MatrixRow[], actions: Actions): ElementView {
  return el(
    'div',
    {},
    el('h2', {}, 'There is no framework to compare the cases by'),
    el('p', {}, 'The columns of the matrix are the items of the frameworks that the cases name in their front matter, such as:'),
    el('pre', {}, el('code', {}, 'frameworks: [policy-themes]')),
    el(
      'ul',
      { class: 'problems' },
      rows.map((row) => {
        const open = (): void => {
          actions.open(row.uri, row.brokenAt);
        };
        const [why = ''] = row.broken === null ? row.remarks : [row.broken];
        return el(
          'li',
          { key: row.uri },
          severityIcon(row.broken === null ? 'warning' : 'error'),
          el('span', {}, link(row.case || row.path, open), `: ${why}`),
        );
      }),
    ),
  );
}
