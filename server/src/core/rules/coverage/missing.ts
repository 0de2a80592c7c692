import { frontMatterIsWhole } from '../certainty.ts';
import { frameworkSpan } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** An item that no text of the case is about. Why completeness matters: Miles & Huberman, displays "to see what is missing". */
export const coverageMissing = defineRule({
  id: 'coverage/missing',
  title: 'Every item of the case’s frameworks is addressed',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *check(facts) {
    // Where the front matter cannot be read, whatever frameworks it names are not known, and those of the study say nothing about it.
    if (facts.model.frameworks === undefined && !frontMatterIsWhole(facts)) return;
    const missing = new Set(facts.coverage.items.flatMap(({ entry, status }) => (status === 'missing' ? [entry] : [])));
    for (const entry of missing) {
      // Where parts of a group are missing, they are named one by one instead.
      if (facts.frameworks.parts.get(entry)?.some((part) => missing.has(part))) continue;
      const { item, framework } = entry;
      yield {
        span: frameworkSpan(facts, framework.id),
        message: `Nothing in this case is about ${nameOfItem(item)}, so readers cannot tell whether it was studied. Write a section on it, mark text that is about it (:${item.id}[…]), or record a finding “not-applicable” with the reason.`,
        data: { item: item.id },
      };
    }
  },
});
