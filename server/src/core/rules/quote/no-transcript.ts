import { whyUnread } from '../../workspace/file-state.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';

/** A transcript that cannot be read: its quotations are not looked up, and nobody would know. */
export const quoteNoTranscript = defineRule({
  id: 'quote/no-transcript',
  title: 'Every transcript that a source names can be read',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter({ model, transcripts }) {
    for (const { id, transcript } of model.sources) {
      const state = transcripts.get(id)?.state;
      const why = state && whyUnread(state);
      if (!transcript || why === undefined) continue;
      yield {
        span: transcript.span,
        message: `The transcript “${transcript.path}” ${why}. So no quotation from ${id} is compared with what was said. Correct the path, or put the transcript there as a text file.`,
        data: { source: id },
      };
    }
  },
});
