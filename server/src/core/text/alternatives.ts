import { oncePer } from '../memory/once-per.ts';

/**
 * The words of a list as alternatives of a pattern, longest first, so that "more than" is not read as "more". A point
 * behind an abbreviation may be missing, and spaces may be line breaks.
 */
export function alternatives(words: Readonly<Record<string, unknown>> | readonly string[]): string {
  const list = Array.isArray(words) ? (words as readonly string[]) : Object.keys(words);
  return list
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[$()*+?[\\\]^{|}]/g, '\\$&')
        .replace(/\./g, '\\.?')
        .replace(/ /g, '\\s'),
    )
    .join('|');
}

/** What a list says of a word that its alternatives matched: case and a point at its end do not matter. */
export function meaningOf<T>(list: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word === undefined ? undefined : (byPlainWord(list).get(plain(word)) as T | undefined);
}

const byPlainWord = oncePer((list: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> => {
  // Of words that differ in a point only, the first counts.
  return new Map(
    Object.entries(list)
      .toReversed()
      .map(([word, meaning]) => [plain(word), meaning]),
  );
});

function plain(word: string): string {
  return word.replace(/\s/g, ' ').replace(/\.$/, '').toLowerCase();
}
