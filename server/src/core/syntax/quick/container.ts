import type { Span } from '../../text/span.ts';
import { readAttribute } from '../read-directive.ts';
import { readOpening } from './container-opening.ts';
import { readFlow, type Reader } from './flow.ts';
import { firstSign, lastSign } from './lines.ts';

/** A container: from its line of colons and a name to the line of at least as many colons that closes it. */
export const readContainer: Reader = (context, lines, at, first) => {
  const { text, outline, depth } = context;
  const opening = readOpening(text, first);
  if (depth > 0 || opening === 'none' || opening === 'unsure' || opening.label) return undefined;
  const close = lines.findIndex((line, index) => index > at && closes(text, line, opening.colons));
  const last = lines[close];
  if (!last) return undefined;
  const content = readFlow({ text, outline, depth: depth + 1 }, lines.slice(at + 1, close));
  if (!content) return undefined;
  outline.directives.push({
    form: 'container',
    name: text.slice(opening.nameSpan.start, opening.nameSpan.end),
    nameSpan: opening.nameSpan,
    span: { start: first.start, end: lastSign(text, last) },
    content,
    hasLabel: false,
    closed: true,
    attributes: opening.attributes.flatMap((attribute) => readAttribute(text, attribute)),
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
