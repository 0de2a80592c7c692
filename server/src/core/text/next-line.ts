import type { Span } from './span.ts';

/** One line of a text, without its end. */
export interface TextLine extends Span {
  /** Where its first character stands that is neither space nor tab; the line's end when it is blank. */
  readonly sign: number;
  /** Where the next line starts. */
  readonly next: number;
}

/** The line that starts at `start`; undefined at the end of the text. Line ends are `\n`, `\r\n` and `\r`, as in LSP. */
export function nextLine(text: string, start: number): TextLine | undefined {
  if (start >= text.length) return undefined;
  let sign = start;
  while (isSpaceOrTab(text.charCodeAt(sign))) sign += 1;
  let end = sign;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  const isPair = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === FEED;
  return { start, end, sign, next: Math.min(end + (isPair ? 2 : 1), text.length) };
}

function isSpaceOrTab(sign: number): boolean {
  return sign === 0x20 || sign === 0x09;
}

function isLineEnd(sign: number): boolean {
  return sign === FEED || sign === RETURN;
}

const FEED = 0x0a;
const RETURN = 0x0d;
