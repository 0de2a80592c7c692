import type { Span } from '../../text/span.ts';
import { readAttributes } from './attributes.ts';
import { labelAt } from './label.ts';
import { nameEnd } from './name.ts';

/** The line that opens a container, `:::P3[label]{supports}`. */
export interface Opening {
  readonly colons: number;
  readonly nameSpan: Span;
  readonly label: Span | undefined;
  readonly attributes: readonly Span[];
}

/**
 * Reads a line that begins with three colons or more.
 * @param line from the first colon to the end of the line
 * @returns 'none' when it opens nothing; 'unsure' where only the parser can tell
 */
export function readOpening(text: string, line: Span): Opening | 'none' | 'unsure' {
  let at = line.start;
  while (at < line.end && text[at] === ':') at += 1;
  const colons = at - line.start;
  // The parser takes a tab at this place for the beginning of the name.
  if (text[at] === '\t') return 'unsure';
  const nameSpan = { start: at, end: nameEnd(text, at, line.end) };
  if (isControl(text.charCodeAt(nameSpan.end))) return 'unsure';
  if (nameSpan.end === at || /[-_]/.test(text[nameSpan.end - 1] ?? '')) return 'none';
  const label = labelAt(text, nameSpan.end, line.end);
  if (label === 'unsure') return 'unsure';
  at = label ? label.end + 1 : nameSpan.end;
  const attributes = text[at] === '{' && at < line.end ? readAttributes(text, at, line.end) : undefined;
  if (attributes === 'unsure' || attributes === 'none') return attributes;
  const rest = text.slice(attributes?.end ?? at, line.end);
  return /^[ \t]*$/.test(rest) ? { colons, nameSpan, label, attributes: attributes?.spans ?? [] } : 'none';
}

/** The parser takes control characters for parts of names; a tab it gets as a space. */
function isControl(sign: number): boolean {
  return (sign < 0x20 && sign !== 0x09 && sign !== 0x0a && sign !== 0x0d) || sign === 0x7f;
}
