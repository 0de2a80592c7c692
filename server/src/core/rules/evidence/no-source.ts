import { sourcesAreKnown } from '../certainty.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** An item that is written about at length and for which nothing is cited: readers cannot follow it back to the data (Yin, chain of evidence). */
export const evidenceNoSource = defineRule({
  id: 'evidence/no-source',
  title: 'What is said about an item rests on a source',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    if (!sourcesAreKnown(facts)) return;
    for (const { entry, status, marks } of facts.coverage.items) {
      const [first] = marks;
      // A source that is cited and not known is evidence/unknown-source's to report.
      if (!first || status !== 'addressed' || marks.some((mark) => mark.sourceIds.length > 0)) continue;
      yield {
        span: first.nameSpan,
        message: `The text on ${nameOfItem(entry.item)}, cites no source, so readers cannot tell what it rests on. Cite where it comes from: [@id], with the id of one of the case’s sources.`,
        related: relatedPlaces(
          marks.slice(1).map((mark) => mark.nameSpan),
          `also about ${entry.item.id}, and without a source`,
        ),
        data: { item: entry.item.id },
      };
    }
  },
});
