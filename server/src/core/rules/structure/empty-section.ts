import { blankTester } from '../blank.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { sectionItem } from './slots.ts';

/** A heading under which nothing stands yet, not even a subsection. Comments, such as a template's hints, are nothing to a reader. */
export const emptySection = defineRule({
  id: 'structure/empty-section',
  title: 'Something is written under every heading',
  severity: 'info',
  hasFix: true,
  options: NO_OPTIONS,
  *check(facts) {
    const isBlank = blankTester(facts.model);
    for (const section of facts.model.sections) {
      if (!isBlank(section.bodySpan)) continue;
      const item = sectionItem(facts, section);
      const effect = item === undefined ? 'so it promises readers something that is not there' : `so ${item} is not addressed here`;
      const span = section.textSpan.end > section.textSpan.start ? section.textSpan : section.headingSpan;
      yield {
        span,
        message: `Nothing is written under “${section.heading}” yet, ${effect}. Write the section, or remove the heading.`,
        data: reportData({ heading: section.heading, item }),
      };
    }
  },
});
