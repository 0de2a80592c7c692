import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../server/src/core/quotes/fold-words.ts';
import { judge, type Verdict } from '../../../server/src/core/quotes/judge.ts';
import { wordsSaid } from '../../../server/src/core/quotes/transcript-words.ts';
import { exampleCases } from '../../support/features.ts';
import { makeQuotations, sentencesOf, transcriptOf, type MadeQuotation } from './made-quotations.ts';

/*
 * What the check says of 480 quotations that were made of real prose. The floors are a little below what was measured when
 * they were set; a check that says the same of everything, or that looks nothing up, does not come near them.
 */

const casesOf = (study: string): string[] => Object.entries(exampleCases()).flatMap(([name, text]) => (name.startsWith(study) ? [text] : []));
const said = sentencesOf(casesOf('danish-smes'));
const others = sentencesOf(casesOf('estonian-globalizers'));
const transcript = wordsSaid({ uri: 'file:///talk.txt', state: { kind: 'text', text: transcriptOf(said) } });
const lettersOf = (words: string): string => foldWords(words).letters;
const EACH = 60;

interface Judged extends MadeQuotation {
  readonly verdict: Verdict;
}

const judged: readonly Judged[] = makeQuotations(said, others, EACH).map((made) => ({ ...made, verdict: judge(made.quoted, transcript ? [transcript] : []) }));

const AS_SAID = ['as said', 'left out and said so', 'remark put in'] as const;
const NOT_AS_SAID = ['altered', 'much altered', 'cut', 'joined', 'invented'] as const;
const isOf = (kinds: readonly MadeQuotation['kind'][]) => (quotation: MadeQuotation) => kinds.includes(quotation.kind);
const isFound = ({ verdict: { kind } }: Judged): boolean => kind === 'exact' || kind === 'ambiguous';

/** Which part of the quotations of some kinds passes a test. */
function share(kinds: readonly MadeQuotation['kind'][], passes: (quotation: Judged) => boolean): number {
  const all = judged.filter(isOf(kinds));
  return all.filter(passes).length / all.length;
}

/** Whether the place that was found lies where the words were taken from. */
function isInPlace({ from = '', verdict }: Judged): boolean {
  const place = verdict.kind === 'altered' ? verdict.place : verdict.kind === 'exact' ? verdict.places[0] : undefined;
  if (!place || !transcript) return false;
  const found = lettersOf(transcript.text.slice(place.span.start, place.span.end));
  return lettersOf(from).includes(found) || found.includes(lettersOf(from));
}

describe('quotations made of real prose', () => {
  it('are 60 of each kind, from a transcript of 18,000 words', () => {
    expect(transcript?.words.start.length).toBeGreaterThan(18_000);
    for (const kind of [...AS_SAID, ...NOT_AS_SAID]) expect(judged.filter(isOf([kind])).length, kind).toBe(EACH);
  });

  it('are found where they were said, however they are set and with what is left out or put in', () => {
    for (const kind of AS_SAID) expect(share([kind], isFound), kind).toBeGreaterThanOrEqual(0.98);
    expect(share(AS_SAID, (quotation) => quotation.verdict.kind === 'ambiguous' || isInPlace(quotation))).toBeGreaterThanOrEqual(0.98);
  });

  it('are reported if they were not said so: precision and recall', () => {
    const reported = judged.filter((quotation) => !isFound(quotation));
    const rightly = reported.filter(isOf(NOT_AS_SAID));
    expect(rightly.length / reported.length).toBeGreaterThanOrEqual(0.98);
    for (const kind of NOT_AS_SAID)
      expect(
        share([kind], (quotation) => !isFound(quotation)),
        kind,
      ).toBeGreaterThanOrEqual(0.98);
  });

  it('are shown beside the passage that they were made of', () => {
    for (const kind of ['altered', 'cut'] as const)
      expect(
        share([kind], (quotation) => quotation.verdict.kind === 'altered' && isInPlace(quotation)),
        kind,
      ).toBeGreaterThanOrEqual(0.95);
    expect(share(['much altered'], (quotation) => quotation.verdict.kind === 'altered')).toBeGreaterThanOrEqual(0.75);
  });

  it('are told to be nowhere if nothing like them was said', () => {
    expect(share(['invented'], ({ verdict }) => verdict.kind === 'absent')).toBeGreaterThanOrEqual(0.95);
  });
});
