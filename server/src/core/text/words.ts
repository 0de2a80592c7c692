/** A word: letters, marks and digits, held together by inner apostrophes, hyphens, points and commas ("firm's", "go-to", "2.5"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,\-‐‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The offsets at which the words of `prose` start. */
export function wordStarts(prose: string): number[] {
  return Array.from(prose.matchAll(WORD), (match) => match.index);
}

/** How many of the sorted `starts` lie in `[from, to)`. */
export function countBetween(starts: readonly number[], from: number, to: number): number {
  return firstAtOrAfter(starts, to) - firstAtOrAfter(starts, from);
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
