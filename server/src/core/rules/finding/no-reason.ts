import { findingsById } from '../../model/findings.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** A conclusion without a reason: readers have to take the author's word for it. */
export const findingNoReason = defineRule({
  id: 'finding/no-reason',
  title: 'Every finding gives its reason',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter({ model, frameworks }) {
    const findings = findingsById(model);
    for (const { item } of frameworks.items) {
      const finding = findings.get(item.id);
      if (!finding || finding.because !== undefined) continue;
      if (finding.valueSpan === undefined && finding.verdictSpan === undefined) continue;
      const effect =
        finding.verdict === 'not-applicable'
          ? 'so “not-applicable” does not count, and the item is still owed. Say in “because” why the item does not apply to this case.'
          : 'so readers cannot follow how you came to it. Say in “because”, in one sentence, what in the text bears it out.';
      yield { span: finding.itemSpan, message: `The finding on ${nameOfItem(item)}, gives no reason, ${effect}`, data: { item: item.id } };
    }
  },
});
