import type { Difference, Verdict } from '../../quotes/judge.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { counted } from '../wording.ts';
import { checksOfQuotations } from './quotation-checks.ts';
import { transcribedAmong } from './transcribed.ts';

/** So many words of each side are shown: enough to see what it is about. */
const MOST_WORDS_SHOWN = 8;

/** A quotation that is nearly what was said: the words between quotation marks are data, and data are not improved. */
export const quoteAltered = defineRule({
  id: 'quote/altered',
  title: 'What is quoted was said in these words',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  ...checksOfQuotations(function* ({ span, sourceIds, verdict }, { transcripts }) {
    if (verdict?.kind !== 'altered') return;
    const { place } = verdict;
    const ids = sourceIds.filter((id) => transcripts.get(id)?.uri === place.uri);
    yield {
      span,
      message: `${saidAgainstWritten(verdict, transcribedAmong(ids, transcripts, 'and'))} Readers take what stands in quotation marks for what was said: quote it as it was said, or show with […] what you leave out and with [brackets] what you put in.`,
      related: [{ uri: place.uri, span: place.span, message: 'this was said' }],
    };
  }),
});

function saidAgainstWritten({ differences }: Extract<Verdict, { kind: 'altered' }>, source: string): string {
  const [first, ...others] = differences;
  if (!first) return `The transcript of ${source} has more words between the parts of this quotation than it shows as left out.`;
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more difference')})`;
  return `${inWords(first, source)}${more}.`;
}

function inWords({ quotedWords, saidWords }: Difference, source: string): string {
  if (quotedWords === '') return `This quotation leaves out “${short(saidWords)}”, which the transcript of ${source} has`;
  if (saidWords === '') return `This quotation has “${short(quotedWords)}”, which the transcript of ${source} has not`;
  return `The transcript of ${source} says “${short(saidWords)}” where this quotation has “${short(quotedWords)}”`;
}

function short(words: string): string {
  const all = words.split(' ');
  return all.length <= MOST_WORDS_SHOWN ? words : `${all.slice(0, MOST_WORDS_SHOWN).join(' ')} …`;
}
