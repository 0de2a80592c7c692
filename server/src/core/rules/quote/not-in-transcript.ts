import { defineRule, NO_OPTIONS } from '../rule.ts';
import { checksOfQuotations } from './quotation-checks.ts';
import { transcribedAmong } from './transcribed.ts';

/** Words in quotation marks that nobody said, as far as the transcript goes: a reader takes them for data. */
export const quoteNotInTranscript = defineRule({
  id: 'quote/not-in-transcript',
  title: 'What is quoted from an interview stands in its transcript',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  ...checksOfQuotations(function* ({ span, sourceIds, verdict }, { transcripts }) {
    if (verdict?.kind !== 'absent') return;
    yield {
      span,
      message: `Nothing like these words stands in the transcript of ${transcribedAmong(sourceIds, transcripts, 'or')}, so readers would take for data what nobody is known to have said. Correct the quotation, cite the source that it is from, or take the quotation marks away if the words are yours.`,
    };
  }),
});
