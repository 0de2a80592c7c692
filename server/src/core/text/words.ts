import { firstAtOrAfter } from './sorted.ts';

/*
 * A word: letters, marks and digits, held together by inner apostrophes, hyphens, points and commas ("firm's", "go-to",
 * "2.5"). Read sign by sign, since a pattern that says the same takes five times as long; a property test compares the two.
 */

/** The offsets at which the words of `prose` start. */
export function wordStarts(prose: string): number[] {
  const starts: number[] = [];
  let at = 0;
  while (at < prose.length) {
    const length = partOfWord(prose, at);
    if (length === 0) {
      at += 1;
      continue;
    }
    starts.push(at);
    at = wordEnd(prose, at + length);
  }
  return starts;
}

/** The word that starts at `start`; empty where none does. */
export function wordAt(prose: string, start: number): string {
  const length = partOfWord(prose, start);
  return length === 0 ? '' : prose.slice(start, wordEnd(prose, start + length));
}

/** Where the word ends of which everything before `at` has been read. */
function wordEnd(prose: string, start: number): number {
  let at = start;
  for (;;) {
    const length = partOfWord(prose, at);
    if (length > 0) at += length;
    else if (isInner(prose.charCodeAt(at)) && partOfWord(prose, at + 1) > 0) at += 1;
    else return at;
  }
}

/** How many UTF-16 units of a letter, a mark or a digit stand at `at`; 0 for anything else. */
function partOfWord(prose: string, at: number): number {
  const sign = prose.charCodeAt(at);
  if (sign < 0x80) return (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a) || (sign >= 0x30 && sign <= 0x39) ? 1 : 0;
  // Most of what is no letter here is a dash or a quotation mark.
  if (Number.isNaN(sign) || (sign >= 0x2010 && sign <= 0x2027)) return 0;
  const whole = String.fromCodePoint(prose.codePointAt(at) ?? sign);
  return /[\p{L}\p{M}\p{N}]/u.test(whole) ? whole.length : 0;
}

/** Apostrophes, hyphens, points and commas: - . , ' ’ ‐ ‑ */
function isInner(sign: number): boolean {
  return sign === 0x2d || sign === 0x2e || sign === 0x2c || sign === 0x27 || sign === 0x2019 || sign === 0x2010 || sign === 0x2011;
}

/** How many of the sorted `starts` lie in `[from, to)`. */
export function countBetween(starts: readonly number[], from: number, to: number): number {
  const self = (start: number): number => start;
  return firstAtOrAfter(starts, to, self) - firstAtOrAfter(starts, from, self);
}
