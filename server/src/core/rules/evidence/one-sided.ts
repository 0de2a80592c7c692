import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { counted, nameOfItem } from '../wording.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';

/** An item on which the case shows supporting evidence only: nobody can tell whether the opposite was looked for (Yin, rival explanations; COREQ 32). */
export const evidenceOneSided = defineRule({
  id: 'evidence/one-sided',
  title: 'Evidence against an item has been looked for',
  severity: 'info',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    for (const coverage of facts.coverage.items) {
      if (!isOneSided(coverage)) continue;
      const { entry, marks, stances } = coverage;
      const [first, ...others] = marks.filter((mark) => mark.stances.includes('supports'));
      if (!first) continue;
      yield {
        span: first.nameSpan,
        message: `On ${nameOfItem(entry.item)}, ${counted(stances.supports, 'passage')} ${stances.supports === 1 ? 'supports' : 'support'} it and none contradicts or qualifies it, so readers cannot tell whether contrary evidence was looked for. Add what speaks against it ({contradicts}, {qualifies}) or for another explanation ({rival}); if you looked and found none, say so as the reason of a suppression.`,
        related: relatedPlaces(
          others.map((mark) => mark.nameSpan),
          'also supports it',
        ),
        data: { item: entry.item.id },
      };
    }
  },
});

/**
 * Only supporting stances, and either the author concludes "supported" from them or concludes nothing yet from several.
 * A more careful verdict shows that the author has seen the limits.
 */
function isOneSided({ status, stances, finding }: ItemCoverage): boolean {
  if (status === 'not-applicable' || stances.contradicts + stances.qualifies + stances.rival > 0) return false;
  if (finding?.verdict === 'supported') return stances.supports > 0;
  return finding?.verdict === undefined && stances.supports > 1;
}
