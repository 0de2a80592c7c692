import type { Span } from '../../text/span.ts';

/** A scalar: where its text stands, up to where a cursor counts as being in it, and where it ends. */
export interface Token {
  readonly span: Span;
  readonly regionEnd: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** One scalar of YAML from `start`; `ends` finds what ends it when it is not in quotation marks. */
export function readToken(text: string, start: number, end: number, ends: RegExp): Token {
  const source = text.slice(start, end);
  const quoted = /^(?:"((?:[^"\\\r\n]|\\.)*)("?)|'((?:[^'\r\n]|'')*)('?))/.exec(source);
  if (quoted) {
    const inside = quoted[1] ?? quoted[3] ?? '';
    return {
      span: { start: start + 1, end: start + 1 + inside.length },
      regionEnd: start + 1 + inside.length,
      end: start + quoted[0].length,
      isQuoted: true,
    };
  }
  const length = Math.max(0, source.search(ends));
  return { span: { start, end: start + source.slice(0, length).trimEnd().length }, regionEnd: start + length, end: start + length, isQuoted: false };
}
