import { quotationsOf } from '../../quotes/quotations.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { transcribedAmong } from './transcribed.ts';

/** Words in quotation marks that nobody said, as far as the transcript goes: a reader takes them for data. */
export const quoteNotInTranscript = defineRule({
  id: 'quote/not-in-transcript',
  title: 'What is quoted from an interview stands in its transcript',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    for (const { span, sourceIds, verdict } of quotationsOf(facts)) {
      if (verdict?.kind !== 'absent') continue;
      yield {
        span,
        message: `Nothing like these words stands in the transcript of ${transcribedAmong(sourceIds, facts.transcripts, 'or')}, so readers would take for data what nobody is known to have said. Correct the quotation, cite the source that it is from, or take the quotation marks away if the words are yours.`,
      };
    }
  },
});
