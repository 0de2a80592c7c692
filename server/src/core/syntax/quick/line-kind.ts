import type { Span } from '../../text/span.ts';
import { firstSign } from './lines.ts';

/** What a line begins, as far as that is certain from the line alone. */
export type LineKind = 'blank' | 'text' | 'heading' | 'container' | 'quotation' | 'bullet' | 'numbered' | 'comment' | 'unsure';

const HEADING = /#{1,6} +[^ ]/y;
const BULLET = /[-+*] (?![-*_ ]*$)[^ ]/my;
const NUMBERED = /\d{1,9}[.)](?: (?=[^ ])|(?=\s|$))/y;
const CONTAINER = /:{3,}[A-Za-z]/y;
const LETTER_IN_LINE = /[*_]+[^*_\s][^\n]*/y;

/** What the line begins, its blanks apart. Whatever could be read in two ways is `unsure`. */
export function kindOfLine(text: string, line: Span): LineKind {
  const start = firstSign(text, line);
  if (start === line.end) return 'blank';
  const next = start + 1 < line.end ? text[start + 1] : '';
  switch (text[start]) {
    case '#':
      return matchesAt(HEADING, text, start) ? 'heading' : 'unsure';
    case '>':
      return next === ' ' || next === '' ? 'quotation' : 'unsure';
    case '-':
    case '+':
      if (next === ' ') return matchesAt(BULLET, text, start) ? 'bullet' : 'unsure';
      return /\w/.test(next ?? '') ? 'text' : 'unsure';
    case '*':
    case '_':
      if (next === ' ') return text[start] === '*' && matchesAt(BULLET, text, start) ? 'bullet' : 'unsure';
      return matchesAt(LETTER_IN_LINE, text, start) ? 'text' : 'unsure';
    case '=':
    case '~':
      return 'unsure';
    case ':':
      if (next !== ':') return 'text';
      return matchesAt(CONTAINER, text, start) ? 'container' : 'unsure';
    case '<':
      return text.startsWith('<!--', start) ? 'comment' : 'text';
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return matchesAt(NUMBERED, text, start) ? 'numbered' : 'text';
    default:
      return 'text';
  }
}

/** Whether a sticky pattern fits at a place. */
function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
