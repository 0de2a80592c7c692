import type { Template, TemplateSection } from '../config/template-schema.ts';
import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import { labelKey } from '../text/label.ts';

/** A section that a case may have: one of the template's own, or that of an item. */
export interface SectionSlot {
  /** The heading, with a mark where the heading alone could mean another item. */
  readonly heading: string;
  /** The headings that will do, in the form in which headings are compared; of an item, its marks tell. */
  readonly keys: readonly string[];
  /** The item that the section is about; undefined for a section of the template's own. */
  readonly item: FrameworkItem | undefined;
  /** What an author should write there: the item's questions, or the template's hint. */
  readonly prompts: readonly string[];
  /** Whether the template does without it; so it does without sections that it does not mention. */
  readonly optional: boolean;
}

/**
 * The sections of a case in the order of its template, with one for each item of its frameworks. Items for which the
 * template has no place come before its last section.
 */
export function sectionSlots(template: Template | undefined, frameworks: FrameworkSet): SectionSlot[] {
  const sections = template?.sections ?? [];
  const named = new Set(sections.flatMap((section) => ('items' in section && section.items !== 'all' ? section.items : [])));
  const placed = new Set<FrameworkItem>();
  const placeItems = (items: readonly FrameworkItem[], optional: boolean): SectionSlot[] => {
    const open = [...new Set(items)].filter((item) => !placed.has(item));
    for (const item of open) placed.add(item);
    return open.map((item) => itemSlot(item, frameworks, optional));
  };
  const slots = sections.flatMap((section): SectionSlot[] => {
    if (!('items' in section)) return [ownSlot(section)];
    const { items, optional } = section;
    if (items !== 'all') return placeItems(itemsNamed(items, frameworks), optional);
    const others = frameworks.items.filter(({ item }) => !named.has(item.id));
    return placeItems(others, optional);
  });
  const unplaced = placeItems(frameworks.items, true);
  const last = sections.at(-1);
  const end = last && !('items' in last) ? slots.length - 1 : slots.length;
  return [...slots.slice(0, end), ...unplaced, ...slots.slice(end)];
}

function itemsNamed(ids: readonly string[], frameworks: FrameworkSet): FrameworkItem[] {
  return ids.flatMap((id) => frameworks.byId.get(id) ?? []);
}

function ownSlot({ heading, aliases, hint, optional }: Exclude<TemplateSection, { items: unknown }>): SectionSlot {
  return { heading, keys: [heading, ...aliases].map(labelKey), item: undefined, prompts: hint === undefined ? [] : [hint], optional };
}

function itemSlot(entry: FrameworkItem, frameworks: FrameworkSet, optional: boolean): SectionSlot {
  const { id, label, aliases, questions } = entry.item;
  const heading = frameworks.byLabel.get(labelKey(label)) === entry ? label : `${label} :${id}`;
  return { heading, keys: [label, ...aliases].map(labelKey), item: entry, prompts: questions, optional };
}
