import { z } from 'zod';
import { DEFAULT_MIN_WORDS } from '../../coverage/compute-coverage.ts';
import { defineRule } from '../rule.ts';

/** An item whose marked text is too short to be an account of it. The threshold is Casewright's; teams set their own. */
export const coverageThin = defineRule({
  id: 'coverage/thin',
  title: 'What is said about an item is more than a remark',
  severity: 'info',
  hasFix: false,
  options: z.strictObject({
    min_words: z.int('a whole number').min(0).default(DEFAULT_MIN_WORDS).describe('Number of words below which the text on an item counts as thin.'),
  }),
  *check(facts, { min_words: minWords }) {
    for (const { entry, status, words, marks } of facts.coverage.items) {
      const first = marks[0];
      if (status !== 'thin' || words >= minWords || !first) continue;
      const { item } = entry;
      yield {
        span: first.nameSpan,
        message: `Only ${words} ${words === 1 ? 'word is' : 'words are'} about ${item.id}, “${item.label}”; under ${minWords}, a reader cannot follow how the case bears on it. Say more, or mark more of the text that is about it.`,
        related: marks.slice(1).map((mark) => ({ span: mark.nameSpan, message: `also about ${item.id}` })),
        data: { item: item.id },
      };
    }
  },
});
