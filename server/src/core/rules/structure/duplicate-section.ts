import { allHeadedSections, headingKeys } from '../../config/template-headings.ts';
import type { Template } from '../../config/template-schema.ts';
import { oncePer, onFirstUse } from '../../memory/once-per.ts';
import type { Section } from '../../model/case-model.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { templateOf } from '../template.ts';

/** Two sections of one name side by side: what is said on one matter is torn apart, or a section was pasted twice. */
export const duplicateSection = defineRule({
  id: 'structure/duplicate-section',
  title: 'No two sections side by side have the same heading',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    const template = templateOf(facts);
    const repeatable = template && repeatableKeys(template);
    /** The sections around the one at hand, each with the sections in it by level and heading. */
    const around: { readonly depth: number; readonly inside: () => Map<string, Section> }[] = [{ depth: 0, inside: sectionsInside() }];
    for (const section of facts.model.sections) {
      while ((around.at(-1)?.depth ?? 0) >= section.depth) around.pop();
      const beside = around.at(-1)?.inside();
      around.push({ depth: section.depth, inside: sectionsInside() });
      if (!beside || section.key === '' || repeatable?.has(section.key) === true) continue;
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

/** Most sections have none. */
function sectionsInside(): () => Map<string, Section> {
  return onFirstUse(() => new Map<string, Section>());
}

/** The headings of sections that a template lets occur more than once. */
const repeatableKeys = oncePer((template: Template): ReadonlySet<string> => {
  return new Set(
    allHeadedSections(template)
      .filter(({ repeatable }) => repeatable)
      .flatMap(headingKeys),
  );
});
