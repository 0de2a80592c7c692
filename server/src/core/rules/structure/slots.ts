import { headedSections, isHeadedBy } from '../../config/template-headings.ts';
import type { Template } from '../../config/template-schema.ts';
import type { Section } from '../../model/case-model.ts';
import { encloses } from '../../text/span.ts';
import type { CaseFacts } from '../rule.ts';

/**
 * The ids of the items that one of a template's item sections is for. "All" are all that no other item section names.
 */
export function slotItems({ frameworks }: CaseFacts, template: Template, items: 'all' | readonly string[]): ReadonlySet<string> {
  if (items !== 'all') return new Set(items);
  const places = template.sections.flatMap((slot) => ('sections' in slot ? slot.sections : [slot]));
  const named = places.flatMap((slot) => ('items' in slot && slot.items !== 'all' ? slot.items : []));
  return new Set([...frameworks.byId.keys()].filter((id) => !named.includes(id)));
}

/** The id of the item that a section is about as a whole: by its heading's words or by a mark in the heading. */
export function sectionItem({ frameworks, coverage }: CaseFacts, section: Section): string | undefined {
  const byWords = frameworks.byLabel.get(section.key);
  if (byWords) return byWords.item.id;
  return coverage.marks.find((mark) => mark.form === 'section' && encloses(section.headingSpan, mark.nameSpan))?.item.item.id;
}

/** Which of the template's sections a section of the case is, as an index into them; undefined for one of the author's own. */
export function slotOf(facts: CaseFacts, template: Template, section: Section): number | undefined {
  const named = template.sections.findIndex((slot) => headedSections(slot).some((own) => isHeadedBy(own, section)));
  if (named >= 0) return named;
  const item = sectionItem(facts, section);
  if (item === undefined) return undefined;
  const forItem = template.sections.findIndex((slot) => 'items' in slot && slotItems(facts, template, slot.items).has(item));
  return forItem < 0 ? undefined : forItem;
}
