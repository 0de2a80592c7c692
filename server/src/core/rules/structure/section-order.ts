import { headedSections, headingTest } from '../../config/template-headings.ts';
import type { Template } from '../../config/template-schema.ts';
import type { Section } from '../../model/case-model.ts';
import { firstAtOrAfter } from '../../text/sorted.ts';
import { defineRule, NO_OPTIONS, type CaseFacts } from '../rule.ts';
import { templateOf } from '../template.ts';
import { sectionItem, slotFinder } from './slots.ts';

interface PlacedSection {
  readonly section: Section;
  /** Its place in the template. */
  readonly slot: number;
}

/** A section that stands elsewhere than in the team's other cases. */
export const sectionOrder = defineRule({
  id: 'structure/section-order',
  title: 'Sections stand in the order of the template',
  severity: 'info',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    const template = templateOf(facts);
    if (!template) return;
    const placed = placedSections(facts, template);
    const inOrder = longestInOrder(placed);
    const staying = new Set(inOrder);
    for (const { section, slot } of placed.filter((own) => !staying.has(own))) {
      const behind = firstAtOrAfter(inOrder, slot + 1, (other) => other.slot);
      const [previous, next] = [inOrder[behind - 1], inOrder[behind]];
      const place = next ? `before “${next.section.heading}”` : `after “${previous?.section.heading ?? ''}”`;
      yield {
        span: section.textSpan,
        message: `In the template “${template.title}”, “${section.heading}” comes ${place}; readers of several cases look for it there. Move the section.`,
        data: { heading: section.heading },
      };
    }
  },
});

/**
 * The sections that the template knows, at the level at which the case has them; of several for one heading or item, the
 * first, unless there may be several.
 */
function placedSections(facts: CaseFacts, template: Template): PlacedSection[] {
  const slotOf = slotFinder(facts, template);
  const known = facts.model.sections.flatMap((section): PlacedSection[] => {
    const slot = slotOf(section);
    return slot === undefined ? [] : [{ section, slot }];
  });
  const depth = Math.min(...known.map(({ section }) => section.depth));
  const repeatable = template.sections.flatMap(headedSections).filter((own) => own.repeatable);
  const mayRecur = repeatable.map(headingTest);
  const keys = new Set<string>();
  return known.filter(({ section }) => {
    const key = sectionItem(facts, section) ?? section.key;
    if (section.depth !== depth) return false;
    const isFirst = !keys.has(key);
    keys.add(key);
    return isFirst || mayRecur.some((isHeadedBy) => isHeadedBy(section));
  });
}

/** The last of some sections that are in order, and those before it. */
interface Run {
  readonly length: number;
  readonly last: PlacedSection;
  readonly before: Run | undefined;
}

/** The most sections that are in order already: those that need not move. Of several runs of that length, the first. */
function longestInOrder(placed: readonly PlacedSection[]): PlacedSection[] {
  /** For each place of the template, the first of the longest runs that end there, and when it ended. */
  const longest: { readonly run: Run; readonly at: number }[] = [];
  placed.forEach((last, at) => {
    const before = firstLongest(longest.slice(0, last.slot + 1));
    const run = { length: (before?.length ?? 0) + 1, last, before };
    if (run.length > (longest[last.slot]?.run.length ?? 0)) longest[last.slot] = { run, at };
  });
  const sections: PlacedSection[] = [];
  for (let run = firstLongest(longest); run; run = run.before) sections.push(run.last);
  return sections.reverse();
}

function firstLongest(runs: readonly ({ readonly run: Run; readonly at: number } | undefined)[]): Run | undefined {
  const [first] = runs.filter((own) => own !== undefined).sort((a, b) => b.run.length - a.run.length || a.at - b.at);
  return first?.run;
}
