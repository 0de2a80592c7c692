import { firstAtOrAfter } from './sorted.ts';

/** A word: letters, marks and digits, held together by inner apostrophes, hyphens, points and commas ("firm's", "go-to", "2.5"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,\-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The offsets at which the words of `prose` start. */
export function wordStarts(prose: string): number[] {
  return Array.from(prose.matchAll(WORD), (match) => match.index);
}

/** How many of the sorted `starts` lie in `[from, to)`. */
export function countBetween(starts: readonly number[], from: number, to: number): number {
  const self = (start: number): number => start;
  return firstAtOrAfter(starts, to, self) - firstAtOrAfter(starts, from, self);
}
