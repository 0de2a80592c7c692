import type { MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import type { Total } from '../../../server/src/core/report/matrix/totals.ts';
import { el, type Children, type ElementView } from '../../page/dom/element.ts';
import { unseen } from '../../page/views/part.ts';
import { severityIcon } from '../../page/views/status.ts';
import { count } from '../../page/words.ts';
import type { Line } from '../matrix-view.ts';
import type { Piece } from './axis.ts';
import { cellContent, cellHint } from './cell.ts';
import { headLines } from './heads.ts';
import { acrossColumns, cellProperties, inner, keyOf, type TableParts } from './parts.ts';
import type { Sizes } from './sizes.ts';

/** The table, as far as it is in view. Attributes tell how much there is, and where what is made of it stands. */
export function tableView(parts: TableParts): ElementView {
  const { view, sizes, columns, width, caption } = parts;
  return el(
    'table',
    {
      role: 'grid',
      class: `shows-${view.matrix.options.show}`,
      'aria-rowcount': view.lines.length + 1,
      'aria-colcount': view.matrix.columns.length + 2,
      'aria-label': caption,
      style: { width: `${width}px`, ...sizeStyle(sizes) },
    },
    el(
      'colgroup',
      {},
      el('col', { key: 'case', style: { width: `${sizes.nameWidth}px` } }),
      columns.map((piece) => el('col', { key: keyOf(piece), style: { width: `${piece.kind === 'gap' ? piece.size : sizes.columnWidth}px` } })),
      el('col', { key: 'total', style: { width: `${sizes.totalWidth}px` } }),
    ),
    el('thead', {}, headLines(parts)),
    bodies(parts),
    el('tfoot', {}, totals(parts)),
  );
}

function bodies(parts: TableParts): ElementView[] {
  const groups = new Map<string, ElementView[]>();
  let group = '';
  for (const piece of parts.lines) {
    const line = piece.kind === 'entry' ? parts.view.lines[piece.index + 1] : undefined;
    if (line && (line.kind === 'group' || line.kind === 'case')) group = line.group;
    const made = line && piece.kind === 'entry' ? bodyLine(parts, line, piece.index + 1) : room(piece);
    groups.set(group, [...(groups.get(group) ?? []), made]);
  }
  return [...groups].map(([key, lines]) => el('tbody', { key }, lines));
}

function room(piece: Piece): ElementView {
  const height = piece.kind === 'gap' ? piece.size : 0;
  return el('tr', { key: keyOf(piece), class: 'room', 'aria-hidden': 'true', style: { height: `${height}px` } });
}

function bodyLine(parts: TableParts, line: Line, index: number): ElementView {
  if (line.kind === 'group') return groupLine(parts, line, index);
  return line.kind === 'case' ? caseLine(parts, line, index) : el('tr');
}

function groupLine(parts: TableParts, { key, name, value, rows }: Extract<Line, { kind: 'group' }>, index: number): ElementView {
  const { matrix } = parts.view;
  const by = matrix.options.by ?? '';
  const heading = [
    el('span', { class: 'group-name' }, name),
    ' ',
    el('span', { class: 'quiet' }, value === null ? count(rows.length, 'case') : `${by} · ${count(rows.length, 'case')}`),
  ];
  const properties = { scope: 'rowgroup', colspan: parts.columns.length + 2 };
  return el(
    'tr',
    { key, 'aria-rowindex': index + 2 },
    el('th', cellProperties(parts, index, 0, 'group', properties, matrix.columns.length + 2), inner('group-inner', heading)),
  );
}

function caseLine(parts: TableParts, { key, row, name }: Extract<Line, { kind: 'case' }>, index: number): ElementView {
  const { view, columns } = parts;
  const { show } = view.matrix.options;
  const last = view.matrix.columns.length + 1;
  const head = el(
    'th',
    cellProperties(parts, index, 0, 'name', { key: 'case', scope: 'row' }),
    inner('name-inner', nameContent(row, name), row.title ?? row.path),
  );
  if (row.broken !== null) {
    const why = cellProperties(parts, index, 1, 'broken', { key: 'broken', colspan: columns.length + 1 }, last);
    return el('tr', { key, class: 'broken-case', 'aria-rowindex': index + 2 }, head, el('td', why, inner('broken-inner', row.broken, row.broken)));
  }
  const total = view.totalOf(row);
  return el(
    'tr',
    { key, 'aria-rowindex': index + 2 },
    head,
    acrossColumns(parts, (column, at) =>
      el('td', cellProperties(parts, index, at, 'cell', { key: column.key }), inner('', cellContent(row, column, show), cellHint(row, column, name))),
    ),
    el('td', cellProperties(parts, index, last, 'total', { key: 'total' }), totalInner(total)),
  );
}

function nameContent(row: MatrixRow, name: string): Children {
  if (row.broken !== null) return [severityIcon('error'), el('span', { class: 'case-name' }, name), ' ', el('span', { class: 'mark-word' }, 'broken')];
  const remark = row.remarks.length === 0 ? null : [severityIcon('warning'), unseen(`warning: ${row.remarks.join(' ')}`)];
  return [el('span', { class: 'case-name' }, name), ' ', remark];
}

function totals(parts: TableParts): ElementView {
  const { view } = parts;
  const line = view.lines.length - 1;
  const cell = (of: MatrixColumn | 'all', column: number): ElementView => {
    return el('td', cellProperties(parts, line, column, 'total', { key: of === 'all' ? 'total' : of.key }), totalInner(view.totalOf(of)));
  };
  return el(
    'tr',
    { 'aria-rowindex': line + 2 },
    el('th', cellProperties(parts, line, 0, 'name', { key: 'case', scope: 'row' }), inner('name-inner', 'Total')),
    acrossColumns(parts, cell),
    cell('all', view.matrix.columns.length + 1),
  );
}

/** A total in figures; when the mouse rests on it, how often each value occurs. */
function totalInner({ short, long, counts }: Total): ElementView {
  const distribution = counts.map(({ of, count: number }) => `${of}: ${number}`);
  return inner('', [el('span', { 'aria-hidden': 'true' }, short), unseen(long)], [long, ...distribution].join('\n'));
}

function sizeStyle({ frameworksHeight, headsHeight, groupHeight, rowHeight, totalHeight, nameWidth, totalWidth }: Sizes): Record<string, string> {
  const pixels = { frameworksHeight, headsHeight, groupHeight, rowHeight, totalHeight, nameWidth, totalWidth };
  return Object.fromEntries(
    Object.entries(pixels).map(([name, value]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, `${value}px`]),
  );
}
