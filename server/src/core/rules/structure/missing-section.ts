import { DEEPEST, headedSections, headingTest, wordsIn } from '../../config/template-headings.ts';
import type { Template, TemplateSection } from '../../config/template-schema.ts';
import type { Section } from '../../model/case-model.ts';
import { labelKey } from '../../text/label.ts';
import { encloses, type Span } from '../../text/span.ts';
import { fieldSpan } from '../places.ts';
import { defineRule, NO_OPTIONS, type CaseFacts, type Report } from '../rule.ts';
import { languageOf, templateOf } from '../template.ts';
import { listed, nameOfItem } from '../wording.ts';
import { sectionItem, slotItems } from './slots.ts';

/** A section that the team's template requires and the case does not have. */
export const missingSection = defineRule({
  id: 'structure/missing-section',
  title: 'Every section that the template requires is there',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *check(facts) {
    const template = templateOf(facts);
    if (!template) return;
    yield* missingIn(facts, template, template.sections, undefined);
    for (const place of template.sections) {
      if (!('sections' in place) || place.sections.length === 0) continue;
      const section = facts.model.sections.find(headingTest(place));
      if (section && section.depth < DEEPEST) yield* missingIn(facts, template, place.sections, section);
    }
  },
});

/**
 * What is missing of some places of a template.
 * @param outer the section whose subsections they are; undefined for the sections of the case
 */
function* missingIn(facts: CaseFacts, template: Template, places: readonly TemplateSection[], outer: Section | undefined): Iterable<Report> {
  const there = facts.model.sections.filter(({ headingSpan }) => !outer || encloses(outer.bodySpan, headingSpan));
  for (const place of places) {
    if (place.optional) continue;
    if ('items' in place) yield* missingItemSections(facts, template, place.items);
    else if (!headedSections(place).some((own) => there.some(headingTest(own)))) yield* missingOwn(facts, template, place, outer);
  }
}

/** A section with a heading of the template's. One that is an item's, and about which nothing is written, is coverage/missing's to report. */
function* missingOwn(facts: CaseFacts, template: Template, place: TemplateSection, outer: Section | undefined): Iterable<Report> {
  const choices = headedSections(place).map((own) => wordsIn(own, languageOf(facts)));
  const [first] = choices;
  if (!first) return;
  const { heading, hint } = first;
  const item = facts.frameworks.byLabel.get(labelKey(heading));
  const status = facts.coverage.items.find(({ entry }) => entry === item)?.status;
  if (status === 'missing' || status === 'not-applicable') return;
  const names = choices.map((choice) => `“${choice.heading}”`);
  const what = outer ? `Under “${outer.heading}”, the subsection ${names[0] ?? ''} is missing` : `The section ${names[0] ?? ''} is missing`;
  const lack = choices.length === 1 ? what : `${outer ? `Under “${outer.heading}”, none` : 'None'} of the sections ${listed(names)} is there`;
  const asked = choices.length === 1 ? 'asks for it in every case' : 'asks for one of them in every case';
  const advice = choices.length === 1 ? `Add a heading “${heading}” and its text.` : `Add a heading, such as “${heading}”, and its text.`;
  yield {
    span: outer?.textSpan ?? templateSpan(facts),
    message: `${lack}; the template “${template.title}” ${asked}, so that readers find the same things in the same place. ${advice}${hint === undefined ? '' : ` What belongs there: ${hint}`}`,
    data: { heading },
  };
}

/** An item that nothing is about at all is coverage/missing's to report. */
function* missingItemSections(facts: CaseFacts, template: Template, items: 'all' | readonly string[]): Iterable<Report> {
  const present = new Set(facts.model.sections.map((section) => sectionItem(facts, section)));
  const wanted = slotItems(facts, template, items);
  for (const { entry, status } of facts.coverage.items) {
    if (!wanted.has(entry.item.id) || present.has(entry.item.id) || status === 'missing' || status === 'not-applicable') continue;
    yield {
      span: templateSpan(facts),
      message: `${nameOfItem(entry.item)}, has no section of its own, which the template asks for; so far only marks in other sections are about it. Add a heading “${entry.item.label}” and its text.`,
      data: { heading: entry.item.label, item: entry.item.id },
    };
  }
}

/** Where the case names its template, or would. */
function templateSpan(facts: CaseFacts): Span {
  return fieldSpan(facts, ['template']);
}
