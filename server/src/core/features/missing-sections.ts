import { lineEndingOf, type TextEdit } from '../text/text-edit.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { sectionPlacer } from './section-place.ts';
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

/** Inserts some sections of a plan where they belong, together with the subsections they must have and the sections they are part of. */
export function insertSections(analysis: CaseAnalysis, plan: readonly PlannedSection[], wanted: readonly PlannedSection[]): MissingSections {
  const { text } = analysis;
  const eol = lineEndingOf(text);
  const inserted = plan.filter((section) => wanted.includes(section) || belongsTo(wanted, section));
  const placeOf = sectionPlacer(analysis, plan, inserted);
  const byPlace = new Map<number, { section: PlannedSection; depth: number }[]>();
  for (const section of inserted) {
    const { at, depth } = placeOf(section);
    byPlace.set(at, [...(byPlace.get(at) ?? []), { section, depth }]);
  }
  const inOrder = [...byPlace].sort(([a], [b]) => a - b);
  const edits = inOrder.map(([at, sections]) => {
    const blocks = sections.map(({ section, depth }) => sectionText(section, depth, eol));
    return { span: { start: at, end: at }, newText: asOwnBlock(text, at, blocks.join(eol), eol) };
  });
  return { edits, headings: inOrder.flatMap(([, sections]) => sections.map(({ section }) => section.heading)) };
}

/** Whether a section of the template's own has to come along: one of those wanted is part of it, or it is a part that must be there. */
function belongsTo(wanted: readonly PlannedSection[], section: PlannedSection): boolean {
  if (section.present || section.sections.length === 0) return false;
  const isOwedPart = section.isMissing && section.within !== undefined && wanted.includes(section.within);
  return isOwedPart || wanted.some((part) => part.within === section);
}
