import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` is most likely a slip of: the one at the smallest edit distance, case ignored (two letters
 * that changed places count as one edit), if that is at most a third of the word's length (at least one edit).
 * Undefined when none is that near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const found = edits(lower, candidate.toLowerCase());
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** Levenshtein's distance, but 1 for two neighbouring letters that changed places ("titel"), the commonest slip of all. */
function edits(a: string, b: string): number {
  let first = 0;
  while (first < a.length && a[first] === b[first]) first += 1;
  const swapped = `${a.slice(0, first)}${a[first + 1] ?? ''}${a[first] ?? ''}${a.slice(first + 2)}`;
  return swapped === b && a !== b ? 1 : distance(a, b);
}
