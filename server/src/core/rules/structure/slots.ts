import { headedSections, headingTest } from '../../config/template-headings.ts';
import type { Template } from '../../config/template-schema.ts';
import type { CaseCoverage } from '../../coverage/item-coverage.ts';
import type { Mark } from '../../coverage/mark.ts';
import { oncePer } from '../../memory/once-per.ts';
import type { Section } from '../../model/case-model.ts';
import { firstAtOrAfter } from '../../text/sorted.ts';
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
  const marks = sectionMarks(coverage);
  const mark = marks[firstAtOrAfter(marks, section.headingSpan.start, ({ nameSpan }) => nameSpan.start)];
  return mark && encloses(section.headingSpan, mark.nameSpan) ? mark.item.item.id : undefined;
}

/** The directives that mark sections, in reading order. */
const sectionMarks = oncePer((coverage: CaseCoverage): readonly Mark[] => coverage.marks.filter(({ form }) => form === 'section'));

/** Tells which of the template's sections a section of the case is, as an index into them; undefined for one of the author's own. */
export function slotFinder(facts: CaseFacts, template: Template): (section: Section) => number | undefined {
  const tests = template.sections.map((slot) => headedSections(slot).map(headingTest));
  const items = template.sections.map((slot) => ('items' in slot ? slotItems(facts, template, slot.items) : undefined));
  return (section) => {
    const named = tests.findIndex((own) => own.some((isHeadedBy) => isHeadedBy(section)));
    if (named >= 0) return named;
    const item = sectionItem(facts, section);
    const forItem = item === undefined ? -1 : items.findIndex((ids) => ids?.has(item));
    return forItem < 0 ? undefined : forItem;
  };
}
