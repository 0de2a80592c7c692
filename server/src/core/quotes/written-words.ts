import type { FoldedWords } from './fold-words.ts';

/** What may stand between two words of a line that go on from one another. */
const BETWEEN = /^[\s\p{P}]+$/u;
/** Signs that mean something in Markdown, or that are no part of what was said. */
const SYNTAX = /[[\]{}()<>*_`\\:@#|~]/;

/**
 * Words of a text as they can be written into a line of Markdown: on one line, without the signs of emphasis in them, and
 * without what stands between them where that is no punctuation.
 */
export function writtenWords(text: string, { start, end }: FoldedWords, first: number, last: number): string {
  let written = '';
  for (let index = first; index < last; index += 1) {
    const word = text.slice(start[index], end[index]).replace(/[-\u2010\u2011\u00ad][ \t]*[\r\n][\s>]*|[*_\u00ad\u200b-\u200d\u2060]/g, '');
    const between = index === first ? '' : text.slice(end[index - 1], start[index]);
    const isPlain = BETWEEN.test(between) && !SYNTAX.test(between) && between.length < 6;
    written += (index === first ? '' : isPlain ? between.replace(/\s+/g, ' ') : ' ') + word;
  }
  return written;
}
