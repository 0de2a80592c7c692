import { align, type Comparison, type Run } from './align.ts';
import { mostBetween, MOST_OMITTED, type Passage } from './find-exact.ts';
import { wordIndex } from './word-index.ts';
import { wordAt, wordCount, type FoldedWords } from './fold-words.ts';
import type { QuotedWords } from './read-quotation.ts';

/** The passage that a quotation that was not said in this way most likely comes from. */
export interface Nearest extends Passage {
  /** How the two go together, word by word. */
  readonly runs: readonly Run[];
  /** Which part of the quotation was said there, 0 to 1; rare words weigh more than those that are everywhere. */
  readonly likeness: number;
}

/** A quotation of more words is told to be exact or not, but no passage is looked for: four pages are no slip of the pen. */
const MOST_WORDS = 1_000;
/** Places of a word that is said more often are not looked at: it is everywhere, and says nothing of where a passage is. */
const MOST_PLACES = 5_000;
/** How many places of words are looked at: those of the rarest words come first, and they say most. */
const MOST_HITS = 5_000;
/** How many places of a transcript are compared word by word. */
const MOST_CANDIDATES = 4;
/** For how many omissions there is room around such a place. */
const MOST_OMISSIONS = 5;
/** How many words may have been cut from a passage without being lost from sight. */
const MARGIN = 60;

/** The passage nearest to a quotation; undefined where no word of it was said. */
export function findNearest(said: FoldedWords, quotation: QuotedWords): Nearest | undefined {
  const { words } = quotation;
  const count = wordCount(words);
  if (count === 0 || count > MOST_WORDS) return undefined;
  const places = placesOf(said, words);
  const weights = Array.from(words.hash, (hash) => Math.log((wordCount(said) + 1) / ((places.get(hash)?.length ?? 0) + 0.5)));
  let best: Nearest | undefined;
  for (const start of candidates(words, places, count)) {
    const nearest = compare(said, quotation, start, weights);
    if (nearest && nearest.likeness > (best?.likeness ?? 0)) best = nearest;
  }
  return best;
}

/** Where in the transcript each word of the quotation was said, by the words’ numbers. */
function placesOf(said: FoldedWords, words: FoldedWords): ReadonlyMap<number, readonly number[]> {
  const index = wordIndex(said);
  return new Map(Array.from(new Set(words.hash), (hash) => [hash, index.placesOf(hash, MOST_PLACES)]));
}

/** Where the quotation would begin in the transcript, by most of its words: the likeliest places first. */
function candidates(words: FoldedWords, places: ReadonlyMap<number, readonly number[]>, count: number): number[] {
  const width = widthOf(count);
  const votes = new Map<number, number>();
  let hits = 0;
  const byRarity = [...words.hash.entries()].sort(([, a], [, b]) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0));
  for (const [index, word] of byRarity) {
    const found = places.get(word) ?? [];
    if (hits > 0 && (hits + found.length > MOST_HITS || found.length >= MOST_PLACES)) break;
    hits += found.length;
    const weight = 1 / (1 + Math.log2(1 + found.length));
    for (const place of found) {
      const bucket = Math.floor((place - index + count) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  const score = (bucket: number): number => (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0);
  const best = topOf([...votes.keys()], score);
  return best.map((bucket) => bucket * width - count);
}

/** Words of the transcript that are taken together: most of a quotation with a few words more or less falls into two neighbours. */
function widthOf(count: number): number {
  return Math.max(8, count >> 1);
}

/** The few highest, without those beside a higher one, which show the same passage. */
function topOf(buckets: readonly number[], score: (bucket: number) => number): number[] {
  const top: { readonly bucket: number; readonly score: number }[] = [];
  for (const bucket of buckets) {
    const own = score(bucket);
    if (top.length === MOST_CANDIDATES * 2 && own <= (top.at(-1)?.score ?? 0)) continue;
    const at = top.findIndex((other) => other.score < own);
    top.splice(at < 0 ? top.length : at, 0, { bucket, score: own });
    top.length = Math.min(top.length, MOST_CANDIDATES * 2);
  }
  const apart = top.filter(({ bucket }, index) => !top.slice(0, index).some((higher) => Math.abs(higher.bucket - bucket) <= 1));
  return apart.slice(0, MOST_CANDIDATES).map(({ bucket }) => bucket);
}

function compare(said: FoldedWords, quotation: QuotedWords, start: number, weights: readonly number[]): Nearest | undefined {
  const count = wordCount(quotation.words);
  const omissions = quotation.pieces.filter(({ joint }) => joint === 'omission').length;
  const margin = MARGIN + Math.min(omissions, MOST_OMISSIONS) * MOST_OMITTED;
  const from = Math.max(0, start - margin);
  const to = Math.min(wordCount(said), start + 2 * widthOf(count) + count + margin);
  const compared = comparisonOf(quotation, said, from, Math.max(from, to));
  const runs = align(compared).map((run): Run => ({ ...run, said: [run.said[0] + from, run.said[1] + from] }));
  const same = runs.filter((run) => run.same);
  const [first, last] = [same[0], same.at(-1)];
  if (!first || !last) return undefined;
  const weightOf = ([a, b]: readonly [number, number]): number => weights.slice(a, b).reduce((sum, weight) => sum + weight, 0);
  const likenessIn = (run: Run): number => (run.same ? 1 : likenessOf(lettersOf(quotation.words, run.quoted), lettersOf(said, run.said)));
  const likeness = runs.reduce((sum, run) => sum + weightOf(run.quoted) * likenessIn(run), 0) / Math.max(weightOf([0, count]), Number.EPSILON);
  return { first: Math.min(first.said[0], runs[0]?.said[0] ?? Infinity), last: Math.max(last.said[1], runs.at(-1)?.said[1] ?? 0), runs, likeness };
}

/** A quotation and a stretch of a transcript; with what the author shows as left out, and as put in, even in a word. */
function comparisonOf({ words, pieces }: QuotedWords, said: FoldedWords, from: number, to: number): Comparison {
  const quoted = Array.from({ length: wordCount(words) }, (_, index) => wordAt(words, index));
  const window = Array.from({ length: to - from }, (_, index) => wordAt(said, from + index));
  const begins = new Map(pieces.map((piece) => [piece.first, piece]));
  const ends = new Map(pieces.map((piece) => [piece.last - 1, piece]));
  return {
    quoted: quoted.length,
    said: window.length,
    freeBefore: (index) => {
      const piece = begins.get(index);
      return piece?.joint === undefined ? 0 : mostBetween(piece.joint);
    },
    isSame: (index, saidIndex) => {
      const [a = '', b = ''] = [quoted[index], window[saidIndex]];
      return a === b || (begins.get(index)?.beginsInWord === true && b.endsWith(a)) || (ends.get(index)?.endsInWord === true && b.startsWith(a));
    },
  };
}

function lettersOf({ letters, from }: FoldedWords, [first, last]: readonly [number, number]): string {
  return letters.slice(from[first], from[last]);
}

/**
 * Which part of their letters two stretches share at their ends, 0 to 1: “do not” for “don’t” is no invention, nor is
 * “worked” for “work”. Stretches that share less than half are different words.
 */
function likenessOf(quoted: string, said: string): number {
  const most = Math.min(quoted.length, said.length);
  let before = 0;
  while (before < most && quoted[before] === said[before]) before += 1;
  let behind = 0;
  while (behind < most - before && quoted.at(-1 - behind) === said.at(-1 - behind)) behind += 1;
  const part = (before + behind) / Math.max(quoted.length, said.length, 1);
  return part < 0.5 ? 0 : part;
}
