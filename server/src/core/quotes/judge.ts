import { oncePer } from '../memory/once-per.ts';
import type { Span } from '../text/span.ts';
import type { Run } from './align.ts';
import { findExact, type Passage } from './find-exact.ts';
import { findNearest, type Nearest } from './find-nearest.ts';
import { writtenWords } from './written-words.ts';
import { readQuotation, type QuotedWords } from './read-quotation.ts';
import type { TranscriptWords } from './transcript-words.ts';

/** A stretch of a transcript. */
export interface TranscriptPlace {
  readonly uri: string;
  readonly span: Span;
}

/** Where a quotation and what was said differ. */
export interface Difference {
  /** The words as the author has them, counted from the start of what is quoted; empty where they are missing. */
  readonly quoted: Span;
  /** What those words are. */
  readonly quotedWords: string;
  /** The words as they were said, in the transcript; empty where none were. */
  readonly said: Span;
  /** What those words are, as they can be written into a line of a case. */
  readonly saidWords: string;
}

/** What became of looking a quotation up. */
export type Verdict =
  /** It was said so in one place. */
  | { readonly kind: 'exact'; readonly places: readonly [TranscriptPlace] }
  /** It was said so in several places, and nobody can tell which is meant. */
  | { readonly kind: 'ambiguous'; readonly places: readonly TranscriptPlace[] }
  /** Something like it was said. */
  | { readonly kind: 'altered'; readonly place: TranscriptPlace; readonly differences: readonly Difference[] }
  /** Nothing like it was said. */
  | { readonly kind: 'absent' };

/**
 * Which part of a quotation must have been said in one place for that to be where it comes from, rare words counting for more.
 * Measured on quotations made of real prose (test/core/quotes/measure.test.ts): those that were altered in up to a third of
 * their words stay above it, and invented ones, which share the words that are everywhere, stay below.
 */
const SAME_PASSAGE = 0.5;

/** How many quotations of a transcript are remembered: more than any case has, and few enough to hold. */
const MOST_KNOWN = 2_000;

/** Looks a quotation up in transcripts: found in any of them is enough. */
export function judge(prose: string, transcripts: readonly TranscriptWords[]): Verdict {
  const looked = transcripts.map((transcript) => ({ transcript, found: lookUpIn(transcript)(prose) }));
  const places = looked.flatMap(({ transcript, found }) => found.exact.map((passage) => placeOf(transcript, passage)));
  const [only, ...others] = places;
  if (only) return others.length === 0 ? { kind: 'exact', places: [only] } : { kind: 'ambiguous', places };
  const nearest = looked.flatMap(({ found }) => found.altered ?? []).sort((a, b) => b.likeness - a.likeness);
  return nearest[0]?.verdict ?? { kind: 'absent' };
}

interface LookedUp {
  readonly exact: readonly Passage[];
  /** The passage that it is near to; undefined where it is exact, and where it is near to none. */
  readonly altered: { readonly likeness: number; readonly verdict: Verdict } | undefined;
}

/** Whoever types in a block with many quotations changes one of them: what was found for the others is remembered. */
const lookUpIn = oncePer((transcript: TranscriptWords): ((prose: string) => LookedUp) => {
  const known = new Map<string, LookedUp>();
  return (prose) => {
    const remembered = known.get(prose);
    if (remembered) return remembered;
    if (known.size >= MOST_KNOWN) known.clear();
    const quotation = readQuotation(prose);
    const exact = findExact(transcript.words, quotation);
    const nearest = exact.length > 0 ? undefined : findNearest(transcript.words, quotation);
    const found = { exact, altered: nearest && nearest.likeness >= SAME_PASSAGE ? alteredFrom(nearest, prose, quotation, transcript) : undefined };
    known.set(prose, found);
    return found;
  };
});

function alteredFrom(nearest: Nearest, prose: string, quotation: QuotedWords, transcript: TranscriptWords): LookedUp['altered'] {
  const differences = nearest.runs.filter((run) => !run.same).map((run) => differenceOf(run, prose, quotation, transcript));
  return { likeness: nearest.likeness, verdict: { kind: 'altered', place: placeOf(transcript, nearest), differences } };
}

function placeOf({ uri, words }: TranscriptWords, { first, last }: Passage): TranscriptPlace {
  return { uri, span: wordsSpan(words, first, last) };
}

function differenceOf({ quoted, said }: Run, prose: string, quotation: QuotedWords, { text, words }: TranscriptWords): Difference {
  return {
    quoted: wordsSpan(quotation.words, ...quoted),
    quotedWords: writtenWords(prose, quotation.words, ...quoted),
    said: wordsSpan(words, ...said),
    saidWords: writtenWords(text, words, ...said),
  };
}

/** From the first word to the end of the last one; where there are none, behind the word before. */
function wordsSpan({ start, end }: QuotedWords['words'], first: number, last: number): Span {
  if (last > first) return { start: start[first] ?? 0, end: end[last - 1] ?? 0 };
  const at = first > 0 ? (end[first - 1] ?? 0) : (start[0] ?? 0);
  return { start: at, end: at };
}
