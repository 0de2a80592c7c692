import type { Section } from '../model/case-model.ts';
import { findSuppressions } from '../rules/suppression.ts';
import { lineEndingOf, type TextEdit } from '../text/text-edit.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { planSections, type PlannedSection } from './section-plan.ts';
import { asOwnBlock, sectionText } from './section-text.ts';

/** What it takes to give a case sections that it lacks. */
export interface MissingSections {
  readonly edits: readonly TextEdit[];
  /** The headings inserted, in reading order; empty when nothing is missing. */
  readonly headings: readonly string[];
}

/** Inserts every section of the template and of the frameworks' items that a case lacks, each where it belongs. */
export function insertMissingSections(analysis: CaseAnalysis): MissingSections {
  const plan = planSections(analysis);
  return insertSections(
    analysis,
    plan,
    plan.filter((section) => section.isMissing),
  );
}

/**
 * Inserts some sections of a plan, each behind the nearest one before it that is there, else before the nearest one
 * behind it, else at the end; at the depth of that neighbour.
 */
export function insertSections(analysis: CaseAnalysis, plan: readonly PlannedSection[], wanted: readonly PlannedSection[]): MissingSections {
  const { text } = analysis;
  const eol = lineEndingOf(text);
  const byPlace = new Map<number, { section: PlannedSection; depth: number }[]>();
  for (const section of wanted) {
    const { at, depth } = placeOf(analysis, plan, plan.indexOf(section));
    byPlace.set(at, [...(byPlace.get(at) ?? []), { section, depth }]);
  }
  const inOrder = [...byPlace].sort(([a], [b]) => a - b);
  const edits = inOrder.map(([at, sections]) => {
    const blocks = sections.map(({ section, depth }) => sectionText(section, depth, eol));
    return { span: { start: at, end: at }, newText: asOwnBlock(text, at, blocks.join(eol), eol) };
  });
  return { edits, headings: inOrder.flatMap(([, sections]) => sections.map(({ section }) => section.heading)) };
}

function placeOf(analysis: CaseAnalysis, plan: readonly PlannedSection[], index: number): { at: number; depth: number } {
  const before = plan.slice(0, index).findLast(({ present }) => present)?.present;
  if (before) return { at: aboveSuppressions(analysis, before.bodySpan.end), depth: before.depth };
  const behind = plan.slice(index + 1).find(({ present }) => present)?.present;
  if (behind) return { at: aboveSuppressions(analysis, behind.headingSpan.start), depth: behind.depth };
  return { at: analysis.text.length, depth: usualDepth(analysis.model.sections) };
}

/** A comment that switches a rule off for the next heading stays with that heading. */
function aboveSuppressions({ model }: CaseAnalysis, at: number): number {
  const attached = findSuppressions(model).filter(({ kind, span, scope }) => kind === 'disable-next-line' && span.end <= at && scope.start >= at);
  return Math.min(at, ...attached.map(({ span }) => span.start));
}

/** The depth of a case's sections: that of most headings; 2 for a case without any, or with nothing but a title. */
function usualDepth(sections: readonly Section[]): number {
  const depths = sections.map(({ depth }) => depth);
  const count = (depth: number): number => depths.filter((other) => other === depth).length;
  const usual = depths.toSorted((a, b) => count(b) - count(a) || a - b)[0] ?? 2;
  return usual === 1 && count(1) === 1 ? 2 : usual;
}
