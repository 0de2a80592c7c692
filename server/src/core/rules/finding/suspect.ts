import { confirmationOf } from '../../quotes/confirmation.ts';
import { frontMatterIsWhole } from '../certainty.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

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
      const { finding, entry, marks } = coverage;
      if (!finding?.confirmedSpan || confirmationOf(facts, coverage) !== 'suspect') continue;
      yield {
        span: finding.itemSpan,
        message: `The text on ${nameOfItem(entry.item)}, or what it quotes, has changed since this finding was confirmed, so the finding may no longer follow from it. Read both again; then confirm the finding, or change it.`,
        related: relatedPlaces(
          marks.map((mark) => mark.nameSpan),
          'text on it',
        ),
        data: { item: entry.item.id },
      };
    }
  },
});
