import { unsettledQuotationsOf } from '../../quotes/quotations.ts';
import { sourcesAreKnown } from '../certainty.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';

/** A quotation that nobody said: COREQ asks that each be identified, so that readers can tell whose voice it is. */
export const quoteUnattributed = defineRule({
  id: 'quote/unattributed',
  title: 'Every quotation says whose words it is',
  severity: 'info',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    if (!sourcesAreKnown(facts)) return;
    // Those that are settled have sources.
    for (const { span, content, isMarked, sourceIds } of unsettledQuotationsOf(facts)) {
      if (!isMarked || sourceIds.length > 0 || isTitle(facts.model.syntax.text.slice(content.start, content.end))) continue;
      yield {
        span,
        message:
          'These words are quoted, and nothing says from whom, so readers cannot tell whose voice this is. Cite the source behind the quotation: [@id], with the id of one of the case’s sources.',
      };
    }
  },
});

/** Which part of the long words of a title begins with a capital letter. */
const TITLE_CASE = 0.8;

/** Whether words in quotation marks are a title, "Towards a Model of Internationalization Capacity", and nobody's utterance. */
function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length >= long.length * TITLE_CASE;
}
