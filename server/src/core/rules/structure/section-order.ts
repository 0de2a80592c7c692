import { headedSections, headingTest } from '../../config/template-headings.ts';
import type { Template } from '../../config/template-schema.ts';
import type { Section } from '../../model/case-model.ts';
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
    const inOrder = new Set(longestInOrder(placed));
    for (const { section, slot } of placed) {
      if (inOrder.has(section)) continue;
      const next = placed.find((other) => other.slot > slot && inOrder.has(other.section));
      const previous = placed.findLast((other) => other.slot <= slot && inOrder.has(other.section));
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

/** The most sections that are in order already: those that need not move. */
function longestInOrder(placed: readonly PlacedSection[]): Section[] {
  const endingAt: Section[][] = [];
  placed.forEach(({ section, slot }, index) => {
    const before = endingAt.filter((_, earlier) => earlier < index && (placed[earlier]?.slot ?? 0) <= slot);
    const longest = before.reduce<Section[]>((best, candidate) => (candidate.length > best.length ? candidate : best), []);
    endingAt.push([...longest, section]);
  });
  return endingAt.reduce<Section[]>((best, candidate) => (candidate.length > best.length ? candidate : best), []);
}
