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
 * Says of the sections of a plan where each belongs: behind the nearest one before it that is there, else, of a
 * subsection, first in its section; else before the nearest one behind it, else at the end. It gets the depth of that
 * neighbour.
 * @param inserted the sections that are inserted together
 */
export function sectionPlacer(
  analysis: CaseAnalysis,
  plan: readonly PlannedSection[],
  inserted: readonly PlannedSection[],
): (section: PlannedSection) => SectionPlace {
  const above = suppressionLimit(analysis);
  const partsOf = new Map<PlannedSection | undefined, PlannedSection[]>();
  for (const section of plan) partsOf.set(section.within, [...(partsOf.get(section.within) ?? []), section]);
  /** What stands in the case for some sections: they themselves, else those of their subsections that are there. */
  const standing = (sections: readonly PlannedSection[]): Section[] =>
    sections.flatMap((section) => (section.present ? [section.present] : standing(partsOf.get(section) ?? [])));

  const placeOf = (section: PlannedSection): SectionPlace => {
    const { within } = section;
    const siblings = partsOf.get(within) ?? [];
    const index = siblings.indexOf(section);
    const before = standing(siblings.slice(0, index)).at(-1);
    if (before) return { at: above(before.bodySpan.end), depth: before.depth };
    if (within?.present) return { at: above(within.present.ownSpan.end), depth: Math.min(within.present.depth + 1, DEEPEST) };
    if (within) {
      const outer = placeOf(within);
      return { at: outer.at, depth: Math.min(outer.depth + (inserted.includes(within) ? 1 : 0), DEEPEST) };
    }
    const behind = standing(siblings.slice(index + 1))[0];
    if (behind) return { at: above(behind.headingSpan.start), depth: behind.depth };
    return { at: analysis.text.length, depth: usualDepth(analysis.model.sections) };
  };
  return placeOf;
}

/** Moves a place before a heading above the comments that switch a rule off for that heading: they stay with it. */
export function suppressionLimit({ model }: CaseAnalysis): (at: number) => number {
  const forNextLine = findSuppressions(model).filter(({ kind }) => kind === 'disable-next-line');
  return (at) => Math.min(at, ...forNextLine.filter(({ span, scope }) => span.end <= at && scope.start >= at).map(({ span }) => span.start));
}

/** The depth of a case's sections: that of most headings; 2 for a case without any, or with nothing but a title. */
function usualDepth(sections: readonly Section[]): number {
  const counts = new Map<number, number>();
  for (const { depth } of sections) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const usual = [...counts].toSorted(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b)[0]?.[0] ?? 2;
  return usual === 1 && counts.get(1) === 1 ? 2 : usual;
}
