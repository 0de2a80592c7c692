import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { VERDICTS, type Verdict } from '../model/vocabulary.ts';

/** The verdicts to choose from for an item, the one that its stances suggest first. */
export function likelyVerdicts(coverage: ItemCoverage | undefined): readonly Verdict[] {
  const suggested = coverage ? suggestedBy(coverage.stances) : 'insufficient-evidence';
  return [suggested, ...VERDICTS.filter((verdict) => verdict !== suggested)];
}

function suggestedBy({ supports, contradicts, qualifies, rival }: ItemCoverage['stances']): Verdict {
  if (supports + contradicts === 0) return 'insufficient-evidence';
  if (contradicts > supports) return 'not-supported';
  return contradicts + qualifies + rival > 0 ? 'partly-supported' : 'supported';
}
