import type { Span } from '../../text/span.ts';

/**
 * The lines of a block, without their ends: `\n` or `\r\n`.
 */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next > start && text.charCodeAt(next - 1) === CARRIAGE_RETURN ? next - 1 : next;
    lines.push({ start, end });
    if (next < 0) break;
    start = next + 1;
  }
  return lines;
}

/** Whether nothing but spaces is in a line. */
export function isBlank(text: string, line: Span): boolean {
  return firstSign(text, line) === line.end;
}

/** Where the first character that is no space stands; the line's end when there is none. */
export function firstSign(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) === SPACE) at += 1;
  return at;
}

/** Behind the last character that is no space; the line's start when there is none. */
export function lastSign(text: string, line: Span): number {
  let at = line.end;
  while (at > line.start && text.charCodeAt(at - 1) === SPACE) at -= 1;
  return at;
}

const SPACE = 0x20;
const CARRIAGE_RETURN = 0x0d;
