import { DEEPEST, headingTest } from '../config/template-headings.ts';
import { USUAL_TEMPLATE } from '../config/usual.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Section } from '../model/case-model.ts';
import { languageOf, templateOf } from '../rules/template.ts';
import { encloses } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { sectionSlots, type SectionSlot } from './section-order.ts';

/** A section that a case has, or could have. */
export interface PlannedSection extends Omit<SectionSlot, 'within'> {
  readonly within: PlannedSection | undefined;
  readonly present: Section | undefined;
  /** Whether the case is incomplete without it: the template asks for it, or nothing in the case is about its item. */
  readonly isMissing: boolean;
}

/**
 * The sections that the template asks for and one for each item of the case's frameworks, in order. Where no template is
 * in force, the order is that of the usual one.
 */
export const planSections = oncePer((analysis: CaseAnalysis): readonly PlannedSection[] => {
  const inForce = templateOf(analysis);
  const slots = sectionSlots(inForce ?? analysis.project.templates.get(USUAL_TEMPLATE), analysis.frameworks, languageOf(analysis));
  const statuses = new Map(analysis.coverage.items.map(({ entry, status }) => [entry, status]));
  const planned = new Map<SectionSlot, PlannedSection>();
  for (const slot of slots) {
    const within = slot.within && planned.get(slot.within);
    const present = presentSection(analysis, slot, within);
    const status = slot.item && statuses.get(slot.item);
    // A subsection is owed where the section is there, or is owed itself.
    const isOwed = !isOwnSubsection(slot) || (within?.present ? within.present.depth < DEEPEST : within?.isMissing === true);
    const isRequired = inForce !== undefined && !slot.optional && status !== 'not-applicable' && isOwed;
    planned.set(slot, { ...slot, within, present, isMissing: status === 'missing' || (isRequired && !present) });
  }
  return [...planned.values()];
});

/** Whether it is a subsection that the template gives a heading, and not an item's, which may stand anywhere. */
function isOwnSubsection({ sections, within }: SectionSlot): boolean {
  return sections.length > 0 && within !== undefined;
}

function presentSection({ model, coverage }: CaseAnalysis, slot: SectionSlot, within: PlannedSection | undefined): Section | undefined {
  const outer = within?.present?.bodySpan ?? { start: 0, end: 0 };
  const places = isOwnSubsection(slot) ? model.sections.filter(({ headingSpan }) => encloses(outer, headingSpan)) : model.sections;
  const tests = slot.sections.map(headingTest);
  const byHeading = places.find((section) => tests.some((isHeadedBy) => isHeadedBy(section)));
  if (byHeading || !slot.item) return byHeading;
  const marks = coverage.marks.filter((mark) => mark.item === slot.item && (mark.form === 'heading' || mark.form === 'section'));
  return model.sections.find(({ headingSpan }) => marks.some((mark) => encloses(headingSpan, mark.nameSpan)));
}
