import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** Evidence on a proposition that does not say whether it speaks for or against it (Yin, linking data to propositions). */
export const evidenceNoStance = defineRule({
  id: 'evidence/no-stance',
  title: 'Evidence on a proposition says how it bears on it',
  severity: 'info',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    for (const coverage of facts.coverage.items) {
      const { entry, marks } = coverage;
      const [first] = marks;
      if (!first || !owesStance(coverage)) continue;
      const noun = entry.framework.kind === 'hypotheses' ? 'hypothesis' : 'proposition';
      yield {
        span: first.nameSpan,
        message: `The text on ${nameOfItem(entry.item)}, cites evidence but does not say how it bears on the ${noun}. Mark what speaks for or against it: :${entry.item.id}[…]{supports}, or contradicts, qualifies, rival.`,
        related: relatedPlaces(
          marks.slice(1).map((mark) => mark.nameSpan),
          `also about ${entry.item.id}, without a stance`,
        ),
        data: { item: entry.item.id },
      };
    }
  },
});

/** Themes and dimensions are no claims. And evidence that does not suffice for a verdict need not take a side. */
function owesStance({ entry, status, stances, finding }: ItemCoverage): boolean {
  const isClaim = entry.framework.kind === 'propositions' || entry.framework.kind === 'hypotheses';
  const hasEvidence = status === 'evidenced' || status === 'triangulated';
  return isClaim && hasEvidence && Object.values(stances).every((count) => count === 0) && finding?.verdict !== 'insufficient-evidence';
}
