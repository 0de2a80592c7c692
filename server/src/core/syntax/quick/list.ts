import type { Span } from '../../text/span.ts';
import { readFlow, type Reader } from './flow.ts';
import { firstSign, isBlank } from './lines.ts';

const MARKER = /(?:[-+*]|\d{1,9}([.)])) (?=[^ ])/y;

/** One item of a list: its first line, and those below that are indented as far as its text. */
export const readItem: Reader = (context, lines, at, first) => {
  const { text, outline, depth } = context;
  const marker = markerAt(text, first.start);
  if (!marker) return undefined;
  const inner: Span[] = [{ start: first.start + marker.length, end: first.end }];
  let next = at + 1;
  let isBehindBlank = false;
  for (let line = lines[next]; line; line = lines[++next]) {
    const blank = isBlank(text, line);
    if (blank) inner.push({ start: line.end, end: line.end });
    else if (firstSign(text, line) - line.start >= marker.length) inner.push({ start: line.start + marker.length, end: line.end });
    else if (isBehindBlank || markerAt(text, line.start)?.kind === marker.kind) break;
    // Text without indent may still belong to the item's last paragraph.
    else return undefined;
    isBehindBlank = blank;
  }
  const content = readFlow({ text, outline, depth: depth + 1 }, inner);
  return content && { next, span: { start: first.start, end: content.end } };
};

/** The sign or number that an item begins with, and the space behind it. */
function markerAt(text: string, start: number): { readonly length: number; readonly kind: string } | undefined {
  MARKER.lastIndex = start;
  const match = MARKER.exec(text);
  return match ? { length: match[0].length, kind: match[1] ?? match[0] } : undefined;
}
