import { distance } from 'fastest-levenshtein';

/** An id as a series and a number: P and 3. */
const NUMBERED = /^(.*[^\d])(\d+)$/;

/**
 * The item id that a word is most likely a slip of, case ignored: the same letters; the nearest number of the same
 * series ("P9" where P1 to P7 exist: P7); or the only id that is one edit away ("PP3"). Undefined when there is none.
 */
export function meantItem(word: string, ids: readonly string[]): string | undefined {
  const same = ids.find((id) => id.toLowerCase() === word.toLowerCase());
  return same ?? nearestInSeries(word, ids) ?? onlyOneEditAway(word, ids);
}

/** Whether a word belongs to a series of ids: letters in any case, and another number. */
export function isOfSeries(word: string, ids: readonly string[]): boolean {
  return nearestInSeries(word, ids) !== undefined;
}

function nearestInSeries(word: string, ids: readonly string[]): string | undefined {
  const own = seriesOf(word);
  if (!own) return undefined;
  let best: { id: string; gap: number } | undefined;
  for (const id of ids) {
    const other = seriesOf(id);
    if (other?.name !== own.name) continue;
    const gap = Math.abs(other.number - own.number);
    if (!best || gap < best.gap) best = { id, gap };
  }
  return best?.id;
}

function seriesOf(id: string): { name: string; number: number } | undefined {
  const [, name, digits] = NUMBERED.exec(id) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), number: Number(digits) };
}

/** Short names are one edit away from anything; and a name with a digit is no slip of one without. */
function onlyOneEditAway(word: string, ids: readonly string[]): string | undefined {
  if (word.length < 3) return undefined;
  const near = ids.filter((id) => /\d/.test(id) === /\d/.test(word) && distance(id.toLowerCase(), word.toLowerCase()) === 1);
  return near.length === 1 ? near[0] : undefined;
}
