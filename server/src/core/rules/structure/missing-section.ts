import * as z from 'zod';
import type { Template } from '../../config/template-schema.ts';
import { labelKey } from '../../text/label.ts';
import { fieldSpan } from '../places.ts';
import { defineRule, type CaseFacts, type Report } from '../rule.ts';
import { templateOf } from '../template.ts';
import { nameOfItem } from '../wording.ts';
import { sectionItem, slotItems } from './slots.ts';

/** A section that the team's template requires and the case does not have. */
export const missingSection = defineRule({
  id: 'structure/missing-section',
  title: 'Every section that the template requires is there',
  severity: 'warning',
  hasFix: true,
  options: z.strictObject({}),
  *check(facts) {
    const template = templateOf(facts);
    const keys = new Set(facts.model.sections.map((section) => section.key));
    if (!template) return;
    for (const section of template.sections) {
      if (section.optional) continue;
      if ('items' in section) yield* missingItemSections(facts, template, section.items);
      else if (![section.heading, ...section.aliases].some((heading) => keys.has(labelKey(heading)))) {
        const hint = section.hint === undefined ? '' : ` What belongs there: ${section.hint}`;
        yield {
          span: fieldSpan(facts, ['template']),
          message: `The section “${section.heading}” is missing; the template “${template.title}” asks for it in every case, so that readers find the same things in the same place. Add a heading “${section.heading}” and its text.${hint}`,
          data: { heading: section.heading },
        };
      }
    }
  },
});

/** An item that nothing is about at all is coverage/missing's to report. */
function* missingItemSections(facts: CaseFacts, template: Template, items: 'all' | readonly string[]): Iterable<Report> {
  const present = new Set(facts.model.sections.map((section) => sectionItem(facts, section)));
  const wanted = slotItems(facts, template, items);
  for (const { entry, status } of facts.coverage.items) {
    if (!wanted.has(entry.item.id) || present.has(entry.item.id) || status === 'missing' || status === 'not-applicable') continue;
    yield {
      span: fieldSpan(facts, ['template']),
      message: `${nameOfItem(entry.item)}, has no section of its own, which the template asks for; so far only marks in other sections are about it. Add a heading “${entry.item.label}” and its text.`,
      data: { heading: entry.item.label, item: entry.item.id },
    };
  }
}
