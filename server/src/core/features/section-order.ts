import { allHeadedSections, headedSections, wordsIn, type SectionWords } from '../config/template-headings.ts';
import type { HeadedSection, Template, TemplateSection } from '../config/template-schema.ts';
import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import { labelKey } from '../text/label.ts';

/** A heading that may be inserted, and what an author should write under it: an item's questions, or the template's hint. */
export interface SectionStart {
  readonly heading: string;
  readonly prompts: readonly string[];
}

/** A section that a case may have: one of the template's own, or that of an item. Its heading is in the language of the case. */
export interface SectionSlot extends SectionStart {
  /** The template's sections of which any one will do; empty for the section of an item for which the template has no heading. */
  readonly sections: readonly HeadedSection[];
  /** What may be inserted instead: the template's other alternatives. */
  readonly alternatives: readonly SectionStart[];
  /** The item that the section is about; undefined for one of the template's own that no item's label heads. */
  readonly item: FrameworkItem | undefined;
  /** Whether the template does without it; so it does without sections that it does not mention. */
  readonly optional: boolean;
  /** Whether there may be several of it. */
  readonly repeatable: boolean;
  /** The section whose subsection it is. That one comes before it in the order. */
  readonly within: SectionSlot | undefined;
}

/**
 * The sections of a case in the order of its template, with one for each item of its frameworks; the parts of an item
 * come below it. Items for which the template has no place come before its last section.
 * @param language that of the case; undefined for the template's own
 */
export function sectionSlots(template: Template | undefined, frameworks: FrameworkSet, language: string | undefined): SectionSlot[] {
  const itemOf = (section: HeadedSection): FrameworkItem | undefined => frameworks.byLabel.get(labelKey(wordsIn(section, language).heading));
  const placed = new Set<FrameworkItem>(template ? allHeadedSections(template).flatMap((section) => itemOf(section) ?? []) : []);
  const named = new Set(template ? itemsNamed(template.sections) : []);

  const slotsFor = (section: TemplateSection, within: SectionSlot | undefined): SectionSlot[] => {
    if ('items' in section) {
      const { items, optional } = section;
      const wanted = items === 'all' ? frameworks.items.filter(({ item }) => !named.has(item.id)) : items.flatMap((id) => frameworks.byId.get(id) ?? []);
      return placeItems(wanted, optional, within);
    }
    const sections = headedSections(section);
    const [first, ...others] = sections.map((one) => startOf(wordsIn(one, language)));
    if (!first) return [];
    const item = sections.map(itemOf).find(Boolean);
    const prompts = [...first.prompts, ...(item?.item.questions ?? [])];
    const repeatable = sections.some((one) => one.repeatable);
    const slot: SectionSlot = { ...first, prompts, sections, alternatives: others, item, optional: section.optional, repeatable, within };
    return [slot, ...('sections' in section ? section.sections.flatMap((inner) => slotsFor(inner, slot)) : [])];
  };
  const placeItems = (items: readonly FrameworkItem[], optional: boolean, within: SectionSlot | undefined): SectionSlot[] => {
    const open = [...new Set(items)].filter((item) => !placed.has(item));
    for (const item of open) placed.add(item);
    const isPartOf = (part: FrameworkItem, whole: FrameworkItem): boolean => part.item.parent === whole.item.id && part.framework === whole.framework;
    const slotsBelow = (entry: FrameworkItem, above: SectionSlot | undefined): SectionSlot[] => {
      const slot = itemSlot(entry, frameworks, optional, above);
      return [slot, ...open.filter((part) => isPartOf(part, entry)).flatMap((part) => slotsBelow(part, slot))];
    };
    return open.filter((entry) => !open.some((whole) => isPartOf(entry, whole))).flatMap((entry) => slotsBelow(entry, within));
  };

  const groups = (template?.sections ?? []).map((section) => slotsFor(section, undefined));
  const unplaced = placeItems(frameworks.items, true, undefined);
  const last = template?.sections.at(-1);
  const end = last && !('items' in last) ? groups.length - 1 : groups.length;
  return [...groups.slice(0, end), unplaced, ...groups.slice(end)].flat();
}

/** The ids that the template's item sections name one by one. */
function itemsNamed(sections: readonly TemplateSection[]): string[] {
  return sections.flatMap((section) => {
    if ('items' in section) return section.items === 'all' ? [] : section.items;
    return 'sections' in section ? itemsNamed(section.sections) : [];
  });
}

function startOf({ heading, hint }: SectionWords): SectionStart {
  return { heading, prompts: hint === undefined ? [] : [hint] };
}

function itemSlot(entry: FrameworkItem, frameworks: FrameworkSet, optional: boolean, within: SectionSlot | undefined): SectionSlot {
  const { id, label, questions } = entry.item;
  const heading = frameworks.byLabel.get(labelKey(label)) === entry ? label : `${label} :${id}`;
  return { heading, prompts: questions, sections: [], alternatives: [], item: entry, optional, repeatable: false, within };
}
