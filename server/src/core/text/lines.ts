import type { Span } from './span.ts';

/** One line of a text, without its end. */
export interface TextLine extends Span {
  /** Where its first character stands that is neither space nor tab; the line's end when it is blank. */
  readonly sign: number;
  /** Where the next line starts. */
  readonly next: number;
}

/** The line that starts at `start`; undefined at the end of the text. */
export function nextLine(text: string, start: number): TextLine | undefined {
  return linesOf(text, start).next().value ?? undefined;
}

/**
 * The lines from the one that starts at `from` on. Line ends are `\n`, `\r\n` and `\r`, as in LSP. A text that ends with a
 * line end has no line behind it.
 */
export function* linesOf(text: string, from: number): Generator<TextLine, void> {
  // Where the next of each sign is, looked for again only when it has been passed: many times faster than sign by sign.
  let feed = -1;
  let carriage = -1;
  for (let start = from; start < text.length;) {
    if (feed < start) feed = placeOf('\n', text, start);
    if (carriage < start) carriage = placeOf('\r', text, start);
    const end = Math.min(feed, carriage);
    const next = Math.min(end + (carriage + 1 === feed ? 2 : 1), text.length);
    let sign = start;
    while (sign < end && isSpaceOrTab(text.charCodeAt(sign))) sign += 1;
    yield { start, end, sign, next };
    start = next;
  }
}

/** Where the first `sign` is from `from` on; the end of the text when there is none. */
function placeOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

function isSpaceOrTab(sign: number): boolean {
  return sign === 0x20 || sign === 0x09;
}
