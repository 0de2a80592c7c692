import type { MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { unseen } from '../../page/views/part.ts';
import { acrossColumns, cellProperties, inner, type TableParts } from './parts.ts';

/** The two lines above the columns: the frameworks, and their items. An item's head sorts by it. */
export function headLines(parts: TableParts): ElementView[] {
  const { view } = parts;
  const { columns, options } = view.matrix;
  const sortOf = (key: string): 'ascending' | 'descending' | undefined => (options.sort !== key ? undefined : options.descending ? 'descending' : 'ascending');
  const head = (column: MatrixColumn, index: number): ElementView => {
    const sort = sortOf(column.heading);
    return el(
      'th',
      cellProperties(parts, 0, index, 'head', { key: column.key, scope: 'col', 'aria-sort': sort }),
      inner('head-inner', [el('span', { class: 'item-id' }, column.heading, arrow(sort)), el('span', { class: 'label' }, column.label)], headHint(column)),
    );
  };
  const nameSort = sortOf('case');
  return [
    el('tr', { key: 'frameworks', 'aria-rowindex': 1 }, frameworkCells(parts)),
    el(
      'tr',
      { key: 'items', 'aria-rowindex': 2 },
      el('th', cellProperties(parts, 0, 0, 'name head', { key: 'case', scope: 'col', 'aria-sort': nameSort }), inner('head-inner', ['Case', arrow(nameSort)])),
      acrossColumns(parts, head),
      el('th', cellProperties(parts, 0, columns.length + 1, 'total head', { key: 'total', scope: 'col' }), inner('head-inner', 'Total')),
    ),
  ];
}

/** The frameworks above their items, each as wide as what of it is in view. */
function frameworkCells({ columns, view }: TableParts): ElementView[] {
  const cells: { id: string; title: string; span: number; first: number; all: number }[] = [];
  for (const piece of columns) {
    const column = piece.kind === 'entry' ? view.matrix.columns[piece.index] : undefined;
    const last = cells.at(-1);
    if (column && last?.id === column.framework.id) last.span += 1;
    else if (column) {
      const all = view.matrix.columns.filter(({ framework }) => framework === column.framework);
      const first = view.matrix.columns.findIndex(({ framework }) => framework === column.framework);
      cells.push({ id: column.framework.id, title: column.framework.title, span: 1, first: first + 2, all: all.length });
    } else cells.push({ id: '', title: '', span: 1, first: 0, all: 0 });
  }
  return [
    el('td', { key: 'case', class: 'name head', 'aria-colindex': 1 }),
    ...cells.map(({ id, title, span, first, all }, index) =>
      id === ''
        ? el('td', { key: `room ${index}`, class: 'room head', 'aria-hidden': 'true' })
        : el(
            'th',
            { key: `${id} ${index}`, class: 'framework head', scope: 'colgroup', colspan: span, 'aria-colindex': first, 'aria-colspan': all },
            inner('framework-inner', title, title),
          ),
    ),
    el('td', { key: 'total', class: 'total head', 'aria-colindex': view.matrix.columns.length + 2 }),
  ];
}

function arrow(sort: 'ascending' | 'descending' | undefined): ElementView | null {
  if (sort === undefined) return null;
  return el('span', { class: 'arrow' }, el('span', { 'aria-hidden': 'true' }, sort === 'ascending' ? '↑' : '↓'), unseen(`sorted ${sort}`));
}

function headHint({ heading, label, framework, kind }: MatrixColumn): string {
  return `${heading} ${label}\n${framework.title}\nClick to sort by ${kind === 'item' ? 'what was found' : 'how many findings agree'}`;
}
