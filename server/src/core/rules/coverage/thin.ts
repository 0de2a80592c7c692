import * as z from 'zod';
import { DEFAULT_MIN_WORDS } from '../../coverage/compute-coverage.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Span } from '../../text/span.ts';
import { blankTester } from '../blank.ts';
import { relatedPlaces } from '../places.ts';
import { defineRule } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** An item whose marked text is too short to be an account of it. The threshold is Casewright's; teams set their own. */
export const coverageThin = defineRule({
  id: 'coverage/thin',
  title: 'What is said about an item is more than a remark',
  severity: 'info',
  hasFix: true,
  options: z.strictObject({
    min_words: z.int('a whole number').min(0).default(DEFAULT_MIN_WORDS).describe('Number of words below which the text on an item counts as thin.'),
  }),
  *check(facts, { min_words: minWords }) {
    const isBlank = blankTester(facts.model);
    for (const coverage of facts.coverage.items) {
      const { entry, status, words, marks } = coverage;
      const [first] = marks;
      if (!first || status !== 'thin' || words >= minWords || isReportedOtherwise(coverage, isBlank)) continue;
      // The section of a group in which only the headings of its parts stand: each of them is reported as empty.
      if (words === 0 && facts.frameworks.parts.get(entry)?.length) continue;
      const { item } = entry;
      yield {
        span: first.nameSpan,
        message: `Only ${words} ${words === 1 ? 'word is' : 'words are'} about ${nameOfItem(item)}; under ${minWords}, a reader cannot follow how the case bears on it. Say more, or mark more of the text that is about it.`,
        related: relatedPlaces(
          marks.slice(1).map((mark) => mark.nameSpan),
          `also about ${item.id}`,
        ),
        data: { item: item.id },
      };
    }
  },
});

/** A placeholder (coverage/placeholder) and a section in which nothing stands (structure/empty-section) say why already. */
function isReportedOtherwise({ placeholders, marks }: ItemCoverage, isBlank: (span: Span) => boolean): boolean {
  return placeholders.length > 0 || marks.every((mark) => (mark.form === 'heading' || mark.form === 'section') && isBlank(mark.span));
}
