import { cellAt, type MatrixColumn } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import { fitAt, stanceText, usesFramework } from '../../../server/src/core/report/matrix/cell-text.ts';
import { columnKey, type MatrixCell, type MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import type { FindingSummary, ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { findingView, marksView, sourcesView, type Open } from '../../page/views/evidence.ts';
import { fitCounts, fitItems, type FitItem } from '../../page/views/fit.ts';
import { link, part } from '../../page/views/part.ts';
import { statusChip } from '../../page/views/status.ts';
import type { Actions } from './actions.ts';

/** What a case says on an item: its status with the arithmetic, what it concludes, and every mark and source on the way to the text. */
export function cellDetails(row: MatrixRow, column: MatrixColumn, actions: Actions): ElementView[] {
  const cell = cellAt(row, column);
  if (!cell) return [unused(row, column, actions)];
  const open: Open = (range) => {
    actions.open(row.uri, range);
  };
  const summary = actions.summaryOf(row.uri);
  const item = summary?.frameworks.find(({ id }) => id === column.framework.id)?.items.find(({ id }) => id === column.id);
  const means = column.item?.values.find(({ id }) => id === cell.value)?.means ?? null;
  return [
    el('p', { key: 'why', class: 'why' }, statusChip(cell.status), ' ', item?.why ?? ''),
    part('h3', 'finding', 'Finding', findingView(findingOf(cell), open, means)),
    part('h3', 'stances', 'How the text bears on it', el('p', {}, stanceText(cell.stances) || 'No mark takes a stance.')),
    ...(item ? evidence(item, column, open) : [part('h3', 'marks', 'In the text', markLinks(cell, open))]),
  ];
}

/** How the findings of a case bear on a theory: every item that is counted, and why it counts as it does. */
export function fitDetails(row: MatrixRow, column: MatrixColumn, actions: Actions): ElementView[] {
  if (!usesFramework(row, column)) return [unused(row, column, actions)];
  const fit = fitAt(row, column);
  const itemOf = (id: string): FitItem => {
    const cell = row.cells[columnKey(column.framework.id, id)];
    const range = cell?.findingAt ?? cell?.marks[0] ?? null;
    const go = (): void => {
      actions.open(row.uri, range);
    };
    return { label: column.framework.items.find((item) => item.id === id)?.label ?? '', go };
  };
  return [el('p', { key: 'fit', class: 'fit-counts' }, fitCounts(fit)), part('h3', 'items', 'Item by item', fitItems(fit, itemOf))];
}

function evidence(item: ItemSummary, { framework, item: of }: MatrixColumn, open: Open): ElementView[] {
  const group = framework.items.find(({ id }) => id === of?.parent);
  const parent = group ? el('p', { class: 'quiet' }, `Part of ${group.id} ${group.label}.`) : null;
  return [
    part('h3', 'marks', 'In the text', marksView(item.marks, open)),
    part('h3', 'sources', 'Sources', sourcesView(item.sources, open)),
    part('h3', 'about', 'What it is about', el('p', {}, item.statement), parent),
  ];
}

/** The ways to the text, until the text itself has come. */
function markLinks({ marks }: MatrixCell, open: Open): ElementView {
  if (marks.length === 0) return el('p', { class: 'none' }, 'Nothing is marked as being about it yet.');
  const items = marks.map((range) => {
    const go = (): void => {
      open(range);
    };
    return el('li', {}, link(`line ${range.start.line + 1}`, go));
  });
  return el('ul', {}, items);
}

function findingOf({ value, verdict, because, findingAt }: MatrixCell): FindingSummary | null {
  return findingAt && { value, verdict, because, range: findingAt };
}

function unused(row: MatrixRow, { framework }: MatrixColumn, actions: Actions): ElementView {
  const open = (): void => {
    actions.open(row.uri, null);
  };
  return el('p', {}, `This case does not use “${framework.title}”. `, link('Open the case', open));
}
