import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { changeSinceConfirmed, type EvidenceChange } from '../../quotes/confirmation.ts';
import { placesOf } from '../../quotes/quotations.ts';
import { frontMatterIsWhole } from '../certainty.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS, type RelatedPlace } from '../rule.ts';
import { nameOfItem } from '../wording.ts';
import { changeInWords } from './change-in-words.ts';

/** A conclusion whose text is not the one it was drawn from any more: nobody has looked whether it still follows. */
export const findingSuspect = defineRule({
  id: 'finding/suspect',
  title: 'A confirmed finding rests on the text as it is',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *check(facts) {
    if (!frontMatterIsWhole(facts)) return;
    for (const coverage of facts.coverage.items) {
      const { finding, entry } = coverage;
      const change = changeSinceConfirmed(facts, coverage);
      if (!finding || !change) continue;
      yield {
        span: finding.itemSpan,
        message: `Since this finding was confirmed, ${changeInWords(facts, change)}, so it may no longer follow from the text on ${nameOfItem(entry.item)}. Read that text again; then confirm the finding, or change it.`,
        related: placesOfChange(coverage, change),
        data: { item: entry.item.id },
      };
    }
  },
});

/** So many places are listed: more, and nobody reads the list. */
const MOST_PLACES = 10;

/** Where to read: the text that is new, what is quoted and the passages it is from; where text is gone, what is left. */
function placesOfChange({ marks }: ItemCoverage, { written, quoted }: EvidenceChange): RelatedPlace[] {
  const inTranscripts = quoted.flatMap(placesOf).map(({ uri, span }) => ({ uri, span, message: 'this is said there now' }));
  const changed = [
    ...relatedPlaces(written, 'new, or reads differently'),
    ...relatedPlaces(
      quoted.map(({ span }) => span),
      'quoted from a passage that has changed',
    ),
    ...inTranscripts,
  ];
  const left = relatedPlaces(
    marks.map(({ nameSpan }) => nameSpan),
    'text on it',
  );
  return (changed.length > 0 ? changed : left).slice(0, MOST_PLACES);
}
