import { DEEPEST } from '../config/template-headings.ts';
import type { Section } from '../model/case-model.ts';
import { findSuppressions } from '../rules/suppression.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import type { PlannedSection } from './section-plan.ts';

/** Where a section is to be inserted, and at which depth. */
export interface SectionPlace {
  readonly at: number;
  readonly depth: number;
}

/**
 * Where a section of a plan belongs: behind the nearest one before it that is there, else, of a subsection, first in its
 * section; else before the nearest one behind it, else at the end. It gets the depth of that neighbour.
 * @param inserted the sections that are inserted together
 */
export function placeOf(analysis: CaseAnalysis, plan: readonly PlannedSection[], section: PlannedSection, inserted: readonly PlannedSection[]): SectionPlace {
  const siblings = plan.filter(({ within }) => within === section.within);
  const index = siblings.indexOf(section);
  const before = standing(plan, siblings.slice(0, index)).at(-1);
  if (before) return { at: aboveSuppressions(analysis, before.bodySpan.end), depth: before.depth };
  const { within } = section;
  if (within?.present) return { at: aboveSuppressions(analysis, within.present.ownSpan.end), depth: Math.min(within.present.depth + 1, DEEPEST) };
  if (within) {
    const outer = placeOf(analysis, plan, within, inserted);
    return { at: outer.at, depth: Math.min(outer.depth + (inserted.includes(within) ? 1 : 0), DEEPEST) };
  }
  const behind = standing(plan, siblings.slice(index + 1))[0];
  if (behind) return { at: aboveSuppressions(analysis, behind.headingSpan.start), depth: behind.depth };
  return { at: analysis.text.length, depth: usualDepth(analysis.model.sections) };
}

/** What stands in a case for each of some sections of its plan: they themselves, else those of their subsections that are there. */
function standing(plan: readonly PlannedSection[], sections: readonly PlannedSection[]): Section[] {
  return sections.flatMap((section) => {
    if (section.present) return [section.present];
    const parts = plan.filter(({ within }) => within === section);
    return parts.length === 0 ? [] : standing(plan, parts);
  });
}

/** A comment that switches a rule off for the next heading stays with that heading. */
export function aboveSuppressions({ model }: CaseAnalysis, at: number): number {
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
