import type { Node, Parent } from 'mdast';
import { spanOf } from '../../syntax/node-span.ts';
import { overlaps, type Span } from '../../text/span.ts';

/**
 * A span of text, widened so that brackets around it break nothing in half: no word, emphasis, link, code, mark, citation or
 * pair of brackets. Undefined when it leaves the text of `parent`.
 * @param source the text that the tree's places count from
 */
export function widened(source: string, parent: Parent, span: Span): Span | undefined {
  const text = textOf(parent);
  if (!text || span.start < text.start || span.end > text.end) return undefined;
  const whole = [...parent.children.filter(({ type }) => type !== 'text').map(spanOf), ...bracketsIn(source, parent.children)];
  let result = withWords(source, text, span);
  for (let before: Span | undefined; before !== result;) {
    before = result;
    for (const atom of whole) {
      const isCut = overlaps(atom, result) && (atom.start < result.start || atom.end > result.end);
      // Between the brackets is not across them.
      const isInside = source[atom.start] === '[' && result.start > atom.start && result.end < atom.end && !isCitation(source, atom);
      if (isCut && !isInside) result = { start: Math.min(atom.start, result.start), end: Math.max(atom.end, result.end) };
    }
  }
  return result;
}

/** Where the text of a paragraph, an emphasis or a link stands, without the signs around it. */
export function textOf({ children }: Parent): Span | undefined {
  const [first, last] = [children[0], children.at(-1)];
  return first && last && { start: spanOf(first).start, end: spanOf(last).end };
}

/** The pairs of brackets in plain text, the outer and the inner ones. */
function bracketsIn(source: string, children: readonly Node[]): Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (const { start, end } of children.filter(({ type }) => type === 'text').map(spanOf)) {
    for (let at = start; at < end; at += 1) {
      if (source[at] === '\\') at += 1;
      else if (source[at] === '[') open.push(at);
      else if (source[at] === ']') {
        const opened = open.pop();
        if (opened !== undefined) pairs.push({ start: opened, end: at + 1 });
      }
    }
  }
  return pairs;
}

function isCitation(source: string, { start, end }: Span): boolean {
  return source.slice(start, end).includes('@');
}

/** A span that neither starts nor ends within a word. */
function withWords(source: string, within: Span, span: Span): Span {
  const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(sign);
  let { start, end } = span;
  while (start > within.start && isWord(source[start - 1]) && isWord(source[start])) start -= 1;
  while (end < within.end && isWord(source[end - 1]) && isWord(source[end])) end += 1;
  return { start, end };
}
