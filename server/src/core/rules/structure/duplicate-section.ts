import * as z from 'zod';
import { allHeadedSections, headingKeys } from '../../config/template-headings.ts';
import type { Section } from '../../model/case-model.ts';
import { defineRule, type CaseFacts } from '../rule.ts';
import { templateOf } from '../template.ts';

/** Two sections of one name side by side: what is said on one matter is torn apart, or a section was pasted twice. */
export const duplicateSection = defineRule({
  id: 'structure/duplicate-section',
  title: 'No two sections side by side have the same heading',
  severity: 'warning',
  hasFix: false,
  options: z.strictObject({}),
  *check(facts) {
    const repeatable = repeatableKeys(facts);
    /** The sections around the one at hand, each with the sections in it by level and heading. */
    const around: { depth: number; inside: Map<string, Section> }[] = [{ depth: 0, inside: new Map() }];
    for (const section of facts.model.sections) {
      while ((around.at(-1)?.depth ?? 0) >= section.depth) around.pop();
      const beside = around.at(-1)?.inside;
      around.push({ depth: section.depth, inside: new Map() });
      if (!beside || section.key === '' || repeatable.has(section.key)) continue;
      const id = `${section.depth} ${section.key}`;
      const first = beside.get(id);
      if (!first) beside.set(id, section);
      else {
        yield {
          span: section.textSpan,
          message: `There is already a section “${first.heading}” beside this one, so readers will not look for a second. Join the two, or give one of them another heading.`,
          related: [{ span: first.textSpan, message: 'the first of the two' }],
          data: { heading: section.heading },
        };
      }
    }
  },
});

function repeatableKeys(facts: CaseFacts): ReadonlySet<string> {
  const template = templateOf(facts);
  const sections = template ? allHeadedSections(template) : [];
  return new Set(sections.filter(({ repeatable }) => repeatable).flatMap(headingKeys));
}
