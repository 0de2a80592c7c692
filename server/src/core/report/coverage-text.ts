import { STATUSES } from '../model/vocabulary.ts';
import { counted } from '../rules/wording.ts';
import { countStatuses } from './counts.ts';
import type { CoveredCase, CoveredItem, CoverageReport } from './coverage-report.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { clip, oneLine, padEnd, padStart, widthOf, wrap } from './layout.ts';
import { paint, STATUS_COLOURS, type Style } from './paint.ts';
import { STATUS_SYMBOLS, STATUS_WORDS } from './status-words.ts';

type Covered = CoveredCase['frameworks'][number];
const STATUS_WIDTH = Math.max(...STATUSES.map((status) => STATUS_WORDS[status].length)) + 2;

/** Coverage as text: of one case every item with its words and sources; of several cases a matrix of cases by items. */
export function coverageText(report: CoverageReport, style: Style): string {
  const [only, ...others] = report.cases;
  const lines = only && others.length === 0 ? caseLines(only, style) : coverageMatrix(report, style);
  return `${lines.join('\n')}\n`;
}

function caseLines(covered: CoveredCase, style: Style): string[] {
  const { path, title, frameworks } = covered;
  const heading = [paint(oneLine(title ?? covered.case), 'bold', style), paint(oneLine(path), 'dim', style)].filter((part) => part !== '').join('  ');
  if (frameworks.length === 0) return [heading, '', 'This case names no framework that exists, so there is nothing to cover.'];
  return [heading, ...frameworks.flatMap((framework) => ['', ...frameworkLines(framework, style)])];
}

function frameworkLines({ id, items }: Covered, style: Style): string[] {
  const counts = countStatuses(items);
  const sums = STATUSES.filter((status) => counts[status] > 0).map((status) => `${counts[status]} ${STATUS_WORDS[status]}`);
  const [head = '', ...rest] = wrap(`${id}: ${sums.join(', ')}`, style.width);
  const title = paint(id, 'bold', style) + head.slice(id.length);
  const idWidth = Math.max(...items.map((item) => widthOf(item.id)));
  const facts = items.map(factsOf);
  const factsWidth = Math.max(...facts.map(widthOf));
  const labelWidth = Math.min(
    Math.max(...items.map((item) => widthOf(oneLine(item.label)))),
    style.width - (2 + idWidth + 2 + 2 + STATUS_WIDTH + 2 + factsWidth),
  );
  const rows = items.map((item, index) => {
    const label = padEnd(clip(oneLine(item.label), Math.max(8, labelWidth)), labelWidth);
    const status = padEnd(`${STATUS_SYMBOLS[item.status]} ${STATUS_WORDS[item.status]}`, STATUS_WIDTH);
    return `  ${padEnd(item.id, idWidth)}  ${label}  ${paint(status, STATUS_COLOURS[item.status], style)}  ${facts[index] ?? ''}`.trimEnd();
  });
  return [title, ...rest, ...rows];
}

/** "212 words, 2 sources"; nothing for an item about which there is no text. */
function factsOf({ words, sources, marks }: CoveredItem): string {
  if (marks.length === 0) return '';
  return `${padStart(counted(words, 'word'), 9)}, ${counted(sources.length, 'source')}`;
}
