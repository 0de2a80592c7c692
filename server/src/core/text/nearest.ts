import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` is most likely a slip of: the one at the smallest edit distance, case ignored, if that is
 * at most a third of the word's length (at least one edit). Undefined when none is that near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const found = distance(lower, candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}
