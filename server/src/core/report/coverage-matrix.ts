import { STATUSES, type Status } from '../model/vocabulary.ts';
import { counted } from '../rules/wording.ts';
import { oneLine } from '../text/shown-text.ts';
import { countStatuses } from './counts.ts';
import type { CoveredCase } from './coverage-report.ts';
import { clip, padEnd, padStart, widthOf, wrap } from './layout.ts';
import { paint, STATUS_COLOURS, type Style } from './paint.ts';
import { statusLegend, STATUS_SYMBOLS, STATUS_WORDS } from './status-words.ts';

const NAME_WIDTH = 24;
/** Per status a column with how many items have it. */
const SUM_WIDTH = 3;

/** A framework with the cases that use it. */
interface Row {
  readonly name: string;
  readonly statuses: ReadonlyMap<string, Status>;
}

/**
 * Several cases at a glance: for each framework a matrix of cases by items with the sums of each case, then what the
 * signs mean, then what is still open, in words.
 */
export function coverageMatrix(cases: readonly CoveredCase[], style: Style): string[] {
  const names = namesOf(cases);
  const nameWidth = Math.min(NAME_WIDTH, Math.max(0, ...names.map(widthOf)));
  const frameworks = [...new Set(cases.flatMap((covered) => covered.frameworks.map((framework) => framework.id)))];
  const matrices = frameworks.flatMap((id) => {
    const rows = cases.flatMap((covered, index): Row[] => {
      const framework = covered.frameworks.find((candidate) => candidate.id === id);
      return framework ? [{ name: names[index] ?? '', statuses: new Map(framework.items.map((item) => [item.id, item.status])) }] : [];
    });
    return [paint(id, 'bold', style), ...matrixLines(rows, nameWidth, style), ''];
  });
  return [`What ${counted(cases.length, 'case')} cover${cases.length === 1 ? 's' : ''}:`, '', ...matrices, statusLegend(), ...openLines(cases, names, style)];
}

function matrixLines(rows: readonly Row[], nameWidth: number, style: Style): string[] {
  const ids = [...new Set(rows.flatMap((row) => [...row.statuses.keys()]))];
  const columnWidth = Math.max(2, ...ids.map(widthOf)) + 1;
  const room = style.width - (2 + nameWidth + 3 + STATUSES.length * SUM_WIDTH);
  const perBlock = Math.max(1, Math.min(ids.length, Math.floor(room / columnWidth)));
  const starts = Array.from({ length: Math.ceil(ids.length / perBlock) }, (_, block) => block * perBlock);
  return starts.flatMap((start) => {
    const shown = ids.slice(start, start + perBlock);
    const isLast = start + perBlock >= ids.length;
    const sumHead = isLast ? `   ${STATUSES.map((status) => padStart(STATUS_SYMBOLS[status], SUM_WIDTH)).join('')}` : '';
    const head = `  ${padEnd('', nameWidth)}${shown.map((id) => padStart(id, columnWidth)).join('')}${sumHead}`;
    return [paint(head, 'dim', style), ...rows.map((row) => rowLine(row, shown, isLast, { nameWidth, columnWidth }, style))];
  });
}

function rowLine(row: Row, ids: readonly string[], withSums: boolean, widths: { nameWidth: number; columnWidth: number }, style: Style): string {
  const cells = ids.map((id) => {
    const status = row.statuses.get(id);
    const cell = padStart(status ? STATUS_SYMBOLS[status] : '', widths.columnWidth);
    return status ? paint(cell, STATUS_COLOURS[status], style) : cell;
  });
  const counts = countStatuses([...row.statuses.values()].map((status) => ({ status })));
  const sums = withSums ? `   ${STATUSES.map((status) => padStart(counts[status] === 0 ? '·' : String(counts[status]), SUM_WIDTH)).join('')}` : '';
  return `  ${padEnd(clip(row.name, widths.nameWidth), widths.nameWidth)}${cells.join('')}${sums}`.trimEnd();
}

/** What is missing or thin, case by case, with the items' names. */
function openLines(cases: readonly CoveredCase[], names: readonly string[], style: Style): string[] {
  const open = cases.flatMap((covered, index) => {
    const items = covered.frameworks.flatMap((framework) => framework.items).filter(({ status }) => status === 'missing' || status === 'thin');
    const words = items.map((item) => `${item.id} ${oneLine(item.label)} (${STATUS_WORDS[item.status]})`).join(', ');
    return items.length === 0 ? [] : wrap(`${names[index] ?? ''}: ${words}`, style.width - 4).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
  });
  const without = cases.flatMap((covered, index) => (covered.frameworks.length === 0 ? [`  ${names[index] ?? ''}: names no framework that exists`] : []));
  return open.length + without.length === 0 ? [] : ['', 'Still open:', ...open, ...without];
}

/** What a case is called in the matrix: its id, or its path where the id is empty or taken. */
function namesOf(cases: readonly CoveredCase[]): string[] {
  const ids = cases.map((covered) => oneLine(covered.case));
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  return cases.map((covered, index) => {
    const id = ids[index] ?? '';
    return id === '' || uses.get(id) !== 1 ? oneLine(covered.path) : id;
  });
}
