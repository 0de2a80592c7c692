/**
 * How well a name fits what somebody typed to find it: all its characters in their order, capitals or not. Smaller is
 * better: 0 the name itself, 1 its beginning, 2 the beginning of a word in it, 3 within it, 4 scattered; undefined when not.
 */
export function fitOf(query: string, name: string): number | undefined {
  const sought = query.toLowerCase();
  const text = name.toLowerCase();
  if (text === sought) return 0;
  const at = text.indexOf(sought);
  if (at === 0) return 1;
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 3 : 2;
  let from = 0;
  for (const character of sought) {
    if (/\s/.test(character)) continue;
    from = text.indexOf(character, from) + 1;
    if (from === 0) return undefined;
  }
  return 4;
}

/** Those that fit a query, the best first; of equal ones in the order given. Texts that a reader might know a thing by: `namesOf`. */
export function bestFits<T>(query: string, all: Iterable<T>, namesOf: (one: T) => readonly string[], most: number): T[] {
  const levels: T[][] = [[], [], [], [], []];
  for (const one of all) {
    const fits = namesOf(one).flatMap((name) => fitOf(query, name) ?? []);
    if (fits.length > 0) levels[Math.min(...fits)]?.push(one);
  }
  return levels.flat().slice(0, most);
}
