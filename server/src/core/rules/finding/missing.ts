import { frontMatterIsWhole } from '../certainty.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** An item with evidence on which the author concludes nothing, so that it has no cell in a table over the cases. */
export const findingMissing = defineRule({
  id: 'finding/missing',
  title: 'Evidence on an item leads to a finding',
  severity: 'info',
  hasFix: true,
  options: NO_OPTIONS,
  *check(facts) {
    if (!frontMatterIsWhole(facts)) return;
    for (const { entry, status, finding, marks } of facts.coverage.items) {
      const hasEvidence = status === 'evidenced' || status === 'triangulated';
      const hasConclusion = finding?.valueSpan !== undefined || finding?.verdictSpan !== undefined;
      if (!hasEvidence || hasConclusion) continue;
      const { item } = entry;
      const what = finding
        ? `The finding on ${nameOfItem(item)}, gives neither a value nor a verdict`
        : `There is evidence on ${nameOfItem(item)}, but no finding says what you conclude from it`;
      const span = finding?.itemSpan ?? marks[0]?.nameSpan;
      if (!span) continue;
      yield {
        span,
        message: `${what}, so the case cannot be compared with others on it. Under “findings”, give ${item.id} a ${item.values.length > 0 ? 'value, a verdict' : 'verdict'} and the reason.`,
        data: { item: item.id },
      };
    }
  },
});
