import { STATUSES } from '../model/vocabulary.ts';
import { oneLine } from '../text/shown-text.ts';
import { countStatuses } from './counts.ts';
import type { CoveredCase, CoveredItem } from './coverage-report.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { clip, padEnd, padStart, widthOf, wrap } from './layout.ts';
import { fitInFull } from './matrix/cell-text.ts';
import { paint, STATUS_COLOURS, type Style } from './paint.ts';
import { STATUS_SYMBOLS, STATUS_WORDS } from './status-words.ts';

type Covered = CoveredCase['frameworks'][number];
const STATUS_WIDTH = Math.max(...STATUSES.map((status) => STATUS_WORDS[status].length)) + 2;
const WORDS_WIDTH = 7;
const SOURCES_WIDTH = 9;
const NUMBERS_WIDTH = WORDS_WIDTH + SOURCES_WIDTH;

const NOTHING_TO_COMPARE = 'No finding says yet what could be compared with what the theories expect.';

/** Coverage as text: of one case every item with its words and sources; of several cases a matrix of cases by items. */
export function coverageText(cases: readonly CoveredCase[], style: Style): string {
  const [only, ...others] = cases;
  const lines = only && others.length === 0 ? caseLines(only, style) : coverageMatrix(cases, style);
  return `${lines.join('\n')}\n`;
}

function caseLines(covered: CoveredCase, style: Style): string[] {
  const { path, title, frameworks } = covered;
  const heading = [paint(oneLine(title ?? covered.case), 'bold', style), paint(oneLine(path), 'dim', style)].filter((part) => part !== '').join('  ');
  if (frameworks.length === 0) return [heading, '', 'This case names no framework that exists, so there is nothing to cover.'];
  return [heading, ...frameworks.flatMap((framework) => ['', ...frameworkLines(framework, style)])];
}

function frameworkLines({ id, items, fit }: Covered, style: Style): string[] {
  const counts = countStatuses(items);
  const sums = STATUSES.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${STATUS_WORDS[status]}`);
  const [head = '', ...rest] = wrap(`${id}: ${sums.join(', ')}`, style.width);
  const idWidth = Math.max(...items.map((item) => widthOf(item.id)));
  const room = style.width - (2 + idWidth + 2 + 2 + STATUS_WIDTH + NUMBERS_WIDTH);
  const longest = Math.max(...items.map((item) => widthOf(oneLine(item.label))));
  const labelWidth = Math.max(8, Math.min(room, longest));
  const columns = `${' '.repeat(2 + idWidth + 2 + labelWidth + 2 + STATUS_WIDTH)}${padStart('words', WORDS_WIDTH)}${padStart('sources', SOURCES_WIDTH)}`;
  const rows = items.map((item) => {
    const label = padEnd(clip(oneLine(item.label), labelWidth), labelWidth);
    const status = `${STATUS_SYMBOLS[item.status]} ${STATUS_WORDS[item.status]}`;
    const painted = paint(status, STATUS_COLOURS[item.status], style) + ' '.repeat(STATUS_WIDTH - widthOf(status));
    return `  ${padEnd(item.id, idWidth)}  ${label}  ${painted}${numbersOf(item)}`.trimEnd();
  });
  return [paint(id, 'bold', style) + head.slice(id.length), ...rest, paint(columns, 'dim', style), ...rows, ...fitLines(fit, style)];
}

/** Which findings agree with what each theory expects, and which contradict it: no score without the items it counts. */
function fitLines(fits: Covered['fit'], style: Style): string[] {
  if (fits.length === 0) return [];
  if (fits.every(({ agrees, contradicts }) => agrees + contradicts === 0)) return ['', ...wrap(NOTHING_TO_COMPARE, style.width - 2).map((line) => `  ${line}`)];
  const width = Math.max(...fits.map(({ label }) => widthOf(oneLine(label))));
  const lines = fits.flatMap((fit) => {
    const [first = '', ...rest] = wrap(fitInFull(fit), Math.max(20, style.width - width - 4));
    return [`  ${padEnd(oneLine(fit.label), width)}  ${first}`, ...rest.map((line) => `${' '.repeat(width + 4)}${line}`)];
  });
  return ['', '  What each theory expects, beside what the case finds:', ...lines];
}

/** How many words and sources; nothing for an item about which there is no text. */
function numbersOf({ words, sources, marks }: CoveredItem): string {
  return marks.length === 0 ? '' : padStart(String(words), WORDS_WIDTH) + padStart(String(sources.length), SOURCES_WIDTH);
}
