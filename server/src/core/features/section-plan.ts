import type { Template, TemplateSection } from '../config/template-schema.ts';
import type { FrameworkItem } from '../frameworks/framework-set.ts';
import type { Section } from '../model/case-model.ts';
import { templateOf } from '../rules/template.ts';
import { labelKey } from '../text/label.ts';
import { encloses } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** A section that a case has, or could have, in the order in which the template wants them. */
export interface PlannedSection {
  /** The heading, with a mark where the heading alone could mean another item. */
  readonly heading: string;
  /** The item that the section is about; undefined for a section of the template's own. */
  readonly item: FrameworkItem | undefined;
  /** What an author should write there: the item's questions, or the template's hint. */
  readonly prompts: readonly string[];
  readonly present: Section | undefined;
  /** Whether the case is incomplete without it: the template asks for it, or nothing in the case is about its item. */
  readonly isMissing: boolean;
}

/** The order of sections where no template is in force. */
const USUAL_TEMPLATE = 'casewright:sme-case';

/**
 * The sections that the template asks for and one for each item of the case's frameworks. Items for which the template
 * has no place come before its last section.
 */
export function planSections(analysis: CaseAnalysis): PlannedSection[] {
  const inForce = templateOf(analysis);
  const template = inForce ?? analysis.project.templates.get(USUAL_TEMPLATE);
  const sections = template?.sections ?? [];
  const named = new Set(sections.flatMap((section) => ('items' in section && section.items !== 'all' ? section.items : [])));
  const plan = sections.flatMap((section): PlannedSection[] => {
    if (!('items' in section)) return [planNamed(analysis, section, inForce !== undefined)];
    const items = itemsOf(analysis, section.items).filter(({ item }) => section.items !== 'all' || !named.has(item.id));
    return items.map((item) => planItem(analysis, item, inForce !== undefined && !section.optional));
  });
  const placed = new Set(plan.flatMap(({ item }) => item ?? []));
  const others = analysis.frameworks.items.filter((item) => !placed.has(item)).map((item) => planItem(analysis, item, false));
  const end = endsWithOwnSection(template) ? plan.length - 1 : plan.length;
  return [...plan.slice(0, end), ...others, ...plan.slice(end)];
}

function itemsOf({ frameworks }: CaseAnalysis, items: 'all' | readonly string[]): readonly FrameworkItem[] {
  return items === 'all' ? frameworks.items : items.flatMap((id) => frameworks.byId.get(id) ?? []);
}

function endsWithOwnSection(template: Template | undefined): boolean {
  const last = template?.sections.at(-1);
  return last !== undefined && !('items' in last);
}

function planNamed({ model }: CaseAnalysis, section: Exclude<TemplateSection, { items: unknown }>, isInForce: boolean): PlannedSection {
  const keys = [section.heading, ...section.aliases].map(labelKey);
  const present = model.sections.find(({ key }) => keys.includes(key));
  return {
    heading: section.heading,
    item: undefined,
    prompts: section.hint === undefined ? [] : [section.hint],
    present,
    isMissing: isInForce && !section.optional && !present,
  };
}

function planItem({ model, frameworks, coverage }: CaseAnalysis, entry: FrameworkItem, isRequired: boolean): PlannedSection {
  const { id, label, questions } = entry.item;
  const marks = coverage.marks.filter((mark) => mark.item === entry && (mark.form === 'heading' || mark.form === 'section'));
  const present = model.sections.find(({ headingSpan }) => marks.some((mark) => encloses(headingSpan, mark.nameSpan)));
  const status = coverage.items.find((item) => item.entry === entry)?.status;
  return {
    heading: frameworks.byLabel.get(labelKey(label)) === entry ? label : `${label} :${id}`,
    item: entry,
    prompts: questions,
    present,
    isMissing: status === 'missing' || (isRequired && !present && status !== 'not-applicable'),
  };
}
