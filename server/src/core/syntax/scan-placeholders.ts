import type { Span } from '../text/span.ts';

/** Words that stand for text still to be written, wherever they stand. Capitals only: "todo" is Spanish for "all". */
const PLACEHOLDER_WORD = /\b(?:TODO|TBD|TBA|FIXME|XXX+)\b|\b[Ll]orem ipsum\b/g;
/**
 * "To be written" as a sentence or a bracket of its own; "costs that are not to be added to them" is prose. It looks back only
 * from the words that it is about: looking back first would take time with the square of a run of spaces.
 */
const PLACEHOLDER_SENTENCE = /[Tt]o be (?:written|added|completed|determined)\b(?<=(?:^|[\0.!?:;([–—])\s*[Tt]o be [a-z]+)(?=[^\S\n]*(?:[\0.!?;:)\]…–—]|\n|$))/g;
/** Some of what the two patterns look for, found in a tenth of their time; hardly any text has it. */
const MAY_HAVE_WORDS = /TODO|TBD|TBA|FIXME|XXX|orem ipsum|o be [wacd]/;
/** A paragraph that is nothing but dots, question marks or an empty bracket. An ellipsis inside a sentence is prose. */
const DOTS_AND_MARKS = /^[\s.…?_[\]()-]*$/;
const PLACEHOLDER_SIGN = /…|\.{3}|\?{2}|\[\s*\]/;

/**
 * Placeholder text in a block: `prose` is the block with everything but plain text blanked out and barriers between paragraphs, `paragraphs` are the
 * spans of its paragraphs.
 */
export function scanPlaceholders(prose: string, paragraphs: readonly Span[]): Span[] {
  const words = MAY_HAVE_WORDS.test(prose) ? [PLACEHOLDER_WORD, PLACEHOLDER_SENTENCE].flatMap((pattern) => [...prose.matchAll(pattern)]) : [];
  const found: Span[] = words.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const paragraph of paragraphs) {
    const text = prose.slice(paragraph.start, paragraph.end);
    if (DOTS_AND_MARKS.test(text) && PLACEHOLDER_SIGN.test(text)) found.push(paragraph);
  }
  return found.sort((a, b) => a.start - b.start);
}
