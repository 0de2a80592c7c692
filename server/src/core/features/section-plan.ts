import type { Section } from '../model/case-model.ts';
import { templateOf } from '../rules/template.ts';
import { encloses } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { sectionSlots, type SectionSlot } from './section-order.ts';

/** A section that a case has, or could have. */
export interface PlannedSection extends SectionSlot {
  readonly present: Section | undefined;
  /** Whether the case is incomplete without it: the template asks for it, or nothing in the case is about its item. */
  readonly isMissing: boolean;
}

/** The order of sections where no template is in force. */
const USUAL_TEMPLATE = 'casewright:sme-case';

/** The sections that the template asks for and one for each item of the case's frameworks, in order. */
export function planSections(analysis: CaseAnalysis): PlannedSection[] {
  const inForce = templateOf(analysis);
  const slots = sectionSlots(inForce ?? analysis.project.templates.get(USUAL_TEMPLATE), analysis.frameworks);
  return slots.map((slot) => {
    const present = presentSection(analysis, slot);
    const status = analysis.coverage.items.find(({ entry }) => entry === slot.item)?.status;
    const isRequired = inForce !== undefined && !slot.optional && status !== 'not-applicable';
    return { ...slot, present, isMissing: status === 'missing' || (isRequired && !present) };
  });
}

function presentSection({ model, coverage }: CaseAnalysis, { item, keys }: SectionSlot): Section | undefined {
  if (!item) return model.sections.find(({ key }) => keys.includes(key));
  const marks = coverage.marks.filter((mark) => mark.item === item && (mark.form === 'heading' || mark.form === 'section'));
  return model.sections.find(({ headingSpan }) => marks.some((mark) => encloses(headingSpan, mark.nameSpan)));
}
