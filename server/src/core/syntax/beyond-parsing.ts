/*
 * The Markdown parser's time grows with the square of what nests and of what could be emphasis. No case comes near these
 * limits; what passes them (a file that is not prose, or made to harm) would stop the editor for minutes.
 */

/** Characters of one block: a paragraph or container of some 30,000 words. */
export const MAX_LENGTH = 200_000;
/** Blocks of one document that only the parser can read: each takes it a tenth of a millisecond, however short it is. */
export const MOST_BLOCKS = 4_000;
/** Container directives opened in one block. */
const MAX_CONTAINERS = 300;
/** Signs of emphasis in one block. */
const MAX_EMPHASIS = 10_000;
/** Comments, declarations and instructions of HTML opened in one block. */
const MAX_HTML = 2_000;
/** Brackets opened in one block. */
const MAX_BRACKETS = 10_000;
/** Lines of one block that could be drawn under a heading: each makes the parser look through all text above it again. */
const MAX_UNDERLINES = 1_000;
/** Quotations or lists opened on one line. */
const DEEP_LINE = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){200}/m;

/** Whether a block is so long or so nested that it is not parsed: its words and citations count, its marks do not. */
export function isBeyondParsing(block: string): boolean {
  if (block.length < 2_000) return false;
  return (
    block.length > MAX_LENGTH ||
    occurrences(block, /^[ \t]*:{3,}[^:\s]/gm) > MAX_CONTAINERS ||
    occurrences(block, /[*_]/g) > MAX_EMPHASIS ||
    occurrences(block, /<[!?]/g) > MAX_HTML ||
    occurrences(block, /\[/g) > MAX_BRACKETS ||
    occurrences(block, /^[ \t]*(?:=+|-+)[ \t]*$/gm) > MAX_UNDERLINES ||
    DEEP_LINE.test(block)
  );
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
