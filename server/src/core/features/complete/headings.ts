import { STATUSES } from '../../model/vocabulary.ts';
import { labelKey } from '../../text/label.ts';
import { lineEndingOf } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { explainItem } from '../describe/describe-item.ts';
import { bullets, plain } from '../describe/markdown-text.ts';
import type { SectionStart } from '../section-order.ts';
import { planSections, type PlannedSection } from '../section-plan.ts';
import { sectionText } from '../section-text.ts';
import { literal } from '../snippet-text.ts';
import { statusLine } from '../status-line.ts';
import type { Draft } from './draft.ts';

/** Sections that the case lacks, behind `#`: each as a heading, and as a heading with its questions. Undefined elsewhere. */
export function completeHeading(analysis: CaseAnalysis, before: string, offset: number): Draft[] | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t].*)?$/.exec(before);
  if (!match) return undefined;
  const rest = /^[^\r\n]*/.exec(analysis.text.slice(offset))?.[0] ?? '';
  const span = { start: offset - before.trimStart().length, end: offset + rest.length };
  const here = labelKey(analysis.text.slice(span.start, span.end).replace(/^#+/, ''));
  const taken = new Set(analysis.model.sections.map(({ key }) => key).filter((key) => key !== here));
  const isTaken = ({ heading, repeatable }: PlannedSection): boolean => !repeatable && taken.has(labelKey(heading.replace(/ :\S+$/, '')));
  const open = planSections(analysis).filter((section) => isOpen(analysis, section) && !isTaken(section));
  const byNeed = open.toSorted((a, b) => need(analysis, a) - need(analysis, b));
  const depth = match[1]?.length ?? 2;
  return byNeed.flatMap((section) =>
    [section, ...section.alternatives].flatMap((start) => draftsFor(analysis, section, start, depth, span, /^\s*$/.test(rest))),
  );
}

/** Sections that are missing, and those of items that are covered by marks elsewhere, if at all, and not yet with evidence. */
function isOpen(analysis: CaseAnalysis, section: PlannedSection): boolean {
  if (section.present) return section.repeatable;
  const status = statusOf(analysis, section)?.status;
  return section.isMissing || !section.item || (status !== undefined && ['missing', 'thin', 'addressed'].includes(status));
}

function need(analysis: CaseAnalysis, section: PlannedSection): number {
  if (section.isMissing) return -1;
  const status = statusOf(analysis, section)?.status;
  return status === undefined ? STATUSES.length : STATUSES.indexOf(status);
}

function statusOf({ coverage }: CaseAnalysis, { item }: PlannedSection): CaseAnalysis['coverage']['items'][number] | undefined {
  return coverage.items.find(({ entry }) => entry === item);
}

/** A section with the words of its own heading, or of an alternative that will do as well. */
function draftsFor(
  analysis: CaseAnalysis,
  section: PlannedSection,
  { heading, prompts }: SectionStart,
  depth: number,
  span: Draft['edit']['span'],
  isAtEnd: boolean,
): Draft[] {
  const { item } = section;
  const status = statusOf(analysis, section);
  const line = `${'#'.repeat(depth)} ${heading}`;
  const common = {
    detail: status ? statusLine(status) : 'section of the template',
    documentation: item ? explainItem(item) : bullets(prompts.map(plain)),
    filterText: item ? `${line} ${item.item.id} ${item.item.aliases.join(' ')}` : line,
  };
  const asHeading: Draft = { ...common, label: heading, kind: 'heading', edit: { span, newText: line }, isSnippet: false };
  if (prompts.length === 0 || !isAtEnd) return [asHeading];
  const eol = lineEndingOf(analysis.text);
  const whole = `${literal(sectionText({ heading, prompts }, depth, eol))}${eol}$0`;
  return [asHeading, { ...common, label: `${heading} (with its questions)`, kind: 'snippet', edit: { span, newText: whole }, isSnippet: true }];
}
