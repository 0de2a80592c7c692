import { oncePer } from '../memory/once-per.ts';
import type { FoldedWords } from './fold-words.ts';

/** Where words were said in a transcript. */
export interface WordIndex {
  /** The first `most` places of a word in order, as numbers of words. @param hash the word’s number */
  readonly placesOf: (hash: number, most: number) => readonly number[];
}

/** Words are told apart by so many bits of their numbers first. */
const BITS = 0xffff;

/**
 * The index of a transcript, made when a quotation is first not found in it as it is. Words are put into 65,536 lists by
 * counting, which takes milliseconds for two megabytes; a map from words to lists takes a hundred times as long.
 */
export const wordIndex = oncePer(({ hash }: FoldedWords): WordIndex => {
  const ends = new Uint32Array(BITS + 1);
  for (const word of hash) ends[word & BITS] = (ends[word & BITS] ?? 0) + 1;
  for (let list = 1; list <= BITS; list += 1) ends[list] = (ends[list] ?? 0) + (ends[list - 1] ?? 0);
  const starts = new Uint32Array(BITS + 1);
  starts.set(ends.subarray(0, BITS), 1);
  const next = starts.slice();
  const places = new Uint32Array(hash.length);
  for (let index = 0; index < hash.length; index += 1) {
    const list = (hash[index] ?? 0) & BITS;
    places[next[list] ?? 0] = index;
    next[list] = (next[list] ?? 0) + 1;
  }
  return {
    placesOf: (word, most) => {
      const found: number[] = [];
      const end = ends[word & BITS] ?? 0;
      for (let at = starts[word & BITS] ?? 0; at < end && found.length < most; at += 1) {
        const place = places[at] ?? 0;
        if (hash[place] === word) found.push(place);
      }
      return found;
    },
  };
});
