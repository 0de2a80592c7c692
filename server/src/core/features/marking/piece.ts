import type { Span } from '../../text/span.ts';
import { lineEndingOf, type TextEdit } from '../../text/text-edit.ts';

/**
 * A way to mark one stretch of a document: its text in brackets, a tag at the end of its paragraph or heading, or lines of
 * colons around its blocks.
 */
export type Piece =
  | { readonly form: 'text'; readonly span: Span }
  | { readonly form: 'paragraph' | 'section'; readonly at: number }
  | { readonly form: 'container'; readonly span: Span; readonly fence: string };

/**
 * The edits that make marks of pieces, in the order of the text.
 * @param attributes the braces of the mark of each piece, or nothing
 */
export function editsOf(text: string, pieces: readonly Piece[], item: string, attributes: (index: number) => string): TextEdit[] {
  const eol = lineEndingOf(text);
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  return pieces.flatMap((piece, index) => {
    const braces = attributes(index);
    if (piece.form === 'container') {
      const { fence, span } = piece;
      const prefix = prefixOf(text, span.start);
      return [insert(span.start, `${fence}${item}${braces}${eol}${prefix}`), insert(span.end, `${eol}${prefix}${fence}`)];
    }
    if (piece.form !== 'text') return [insert(piece.at, ` :${item}${braces}`)];
    const { start, end } = piece.span;
    // Braces that stand behind the text already would be taken for those of the mark.
    return [insert(start, `:${item}[`), insert(end, `]${braces === '' && text[end] === '{' ? '{}' : braces}`)];
  });
}

/** What has to stand before a further line of a block: the signs of quotations, and blanks for those of lists. */
export function prefixOf(text: string, blockStart: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', blockStart - 1), text.lastIndexOf('\r', blockStart - 1)) + 1;
  return text.slice(lineStart, blockStart).replace(/[^>\t]/g, ' ');
}

/** As many colons as it takes around what contains lines of colons itself. */
export function fenceAround(content: string): string {
  const longest = Math.max(2, ...Array.from(content.matchAll(/:{3,}/g), ([colons]) => colons.length));
  return ':'.repeat(longest + 1);
}
