import type { Span } from '../../text/span.ts';

/** Brackets in each other, above which the parser takes a label for text. */
const MOST_BRACKETS = 32;

/**
 * The text between the balanced brackets that begin at `start`.
 * @returns undefined when no bracket begins there, or it does not close before `end`; 'unsure' where only the parser can tell
 */
export function labelAt(text: string, start: number, end: number): Span | undefined | 'unsure' {
  if (start >= end || text[start] !== '[') return undefined;
  let depth = 0;
  for (let at = start + 1; at < end; at += 1) {
    const sign = text[at];
    if (sign === '\\') return 'unsure';
    if (sign === '[' && ++depth > MOST_BRACKETS) return undefined;
    if (sign !== ']' || depth-- > 0) continue;
    // Blanks beside a line end do not belong to the text; whether they do to the label, the parser knows.
    return /^[ >]*[\r\n]|[\r\n][ >]*$/.test(text.slice(start + 1, at)) ? 'unsure' : { start: start + 1, end: at };
  }
  return undefined;
}
