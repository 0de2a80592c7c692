import type { Span } from '../../text/span.ts';
import { readFlow, type Reader } from './flow.ts';
import { isBlank } from './lines.ts';

/** Lines that each begin with a greater-than sign and a space. A line without them that may still belong to it is left to the parser. */
export const readQuotation: Reader = (context, lines, at, first) => {
  const { text, outline, depth } = context;
  const inner: Span[] = [];
  let next = at;
  for (let line = lines[next]; line; line = lines[++next]) {
    if (text[line.start] !== '>') break;
    if (line.end > line.start + 1 && text[line.start + 1] !== ' ') return undefined;
    inner.push({ start: Math.min(line.start + 2, line.end), end: line.end });
  }
  const following = lines[next];
  const last = inner.at(-1);
  if (!last || isBlank(text, last) || (following && !isBlank(text, following))) return undefined;
  const span = { start: first.start, end: last.end };
  outline.quotations.push(span);
  return readFlow({ text, outline, depth: depth + 1 }, inner) && { next, span };
};
