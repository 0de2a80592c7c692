import type { Span } from '../../text/span.ts';
import { readAttribute } from '../read-directive.ts';
import { readAttributes } from './attributes.ts';
import { readFlow, type Reader } from './flow.ts';
import { firstSign, isBlank, lastSign } from './lines.ts';
import { nameEnd } from './text-directive.ts';

/** A container: from its line of colons and a name to the line of at least as many colons that closes it. */
export const readContainer: Reader = (context, lines, at, first) => {
  const { text, outline, depth } = context;
  if (depth > 0) return undefined;
  const colons = /^:*/.exec(text.slice(first.start, first.end))?.[0] ?? '';
  const nameStart = first.start + colons.length;
  const nameSpan = { start: nameStart, end: nameEnd(text, nameStart, first.end) };
  if (/[-_]/.test(text[nameSpan.end - 1] ?? '') || text[nameSpan.end] === '[') return undefined;
  const attributes = text[nameSpan.end] === '{' ? readAttributes(text, nameSpan.end, first.end) : 'none';
  const opened = attributes === 'none' || attributes === 'unsure' ? nameSpan.end : attributes.end;
  if (attributes === 'unsure' || !isBlank(text, { start: opened, end: first.end })) return undefined;
  const close = lines.findIndex((line, index) => index > at && closes(text, line, colons.length));
  const last = lines[close];
  if (!last) return undefined;
  const content = readFlow({ text, outline, depth: depth + 1 }, lines.slice(at + 1, close));
  if (!content) return undefined;
  outline.directives.push({
    form: 'container',
    name: text.slice(nameSpan.start, nameSpan.end),
    nameSpan,
    span: { start: first.start, end: lastSign(text, last) },
    content,
    hasLabel: false,
    closed: true,
    attributes: attributes === 'none' ? [] : attributes.spans.flatMap((attribute) => readAttribute(text, attribute)),
    host: undefined,
  });
  return { next: close + 1, span: { start: first.start, end: last.end } };
};

/** Whether a line is nothing but colons, as many as opened or more. */
function closes(text: string, line: Span, colons: number): boolean {
  const start = firstSign(text, line);
  const source = text.slice(start, lastSign(text, line));
  return start - line.start < 4 && source.length >= colons && /^:+$/.test(source);
}
