import type { Span } from '../../text/span.ts';

/** Attributes of a directive: where each stands, and where the braces end. */
export interface Attributes {
  readonly spans: readonly Span[];
  readonly end: number;
}

const BLANKS = /[ \r\n]*/y;
const NAME = /[A-Za-z][\w-]*/y;
const VALUE = /=(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'<>=`{}]+)/y;

/**
 * Reads `{supports src="a b"}`.
 * @param start where the opening brace is
 * @param end where the text ends that the directive stands in
 * @returns 'none' when the text ends before the braces do, so that they are text; 'unsure' for what only the parser can tell
 */
export function readAttributes(text: string, start: number, end: number): Attributes | 'none' | 'unsure' {
  const spans: Span[] = [];
  let at = start + 1;
  for (;;) {
    at = behind(BLANKS, text, at) ?? at;
    if (at >= end) return 'none';
    if (text[at] === '}') return { spans, end: at + 1 };
    const nameEnd = behind(NAME, text, at);
    if (nameEnd === undefined) return 'unsure';
    const valueEnd = text[nameEnd] === '=' ? behind(VALUE, text, nameEnd) : nameEnd;
    if (nameEnd >= end) return 'none';
    if (valueEnd === undefined || valueEnd >= end || !/[ \r\n}]/.test(text[valueEnd] ?? '')) return 'unsure';
    if (/^[ \r\n]+=/.test(text.slice(valueEnd, end))) return 'unsure';
    spans.push({ start: at, end: valueEnd });
    at = valueEnd;
  }
}

/** Where a sticky pattern's match at `at` ends; undefined when there is none. */
function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
