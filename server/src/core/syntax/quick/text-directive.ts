import type { Span } from '../../text/span.ts';
import { isInAddress } from '../outline.ts';
import { readAttribute } from '../read-directive.ts';
import { readAttributes } from './attributes.ts';
import type { Setting } from './inline.ts';

/** A directive that was found: its place, and that of the text in its brackets where there is any. */
export interface FoundDirective {
  readonly span: Span;
  readonly label: Span | undefined;
}

/** Brackets in each other, above which the parser takes a label for text. */
const MOST_BRACKETS = 32;

/**
 * Reads the directive that may begin with the colon at `start`, and notes it in the outline.
 * @param end where the text ends that it stands in
 * @returns 'none' when the colon is text; 'unsure' where only the parser can tell
 */
export function readTextDirective(setting: Setting, start: number, end: number): FoundDirective | 'none' | 'unsure' {
  const { text, outline, host } = setting;
  const nameSpan = { start: start + 1, end: nameEnd(text, start + 1, end) };
  if (nameSpan.end === nameSpan.start || /[-_]/.test(text[nameSpan.end - 1] ?? '') || (text[nameSpan.end] === ':' && nameSpan.end < end)) return 'none';
  const label = labelAt(text, nameSpan.end, end);
  if (label === 'unsure') return 'unsure';
  const braces = label ? label.end + 1 : nameSpan.end;
  const attributes = text[braces] === '{' && braces < end ? readAttributes(text, braces, end) : 'none';
  if (attributes === 'unsure') return 'unsure';
  const span = { start, end: attributes === 'none' ? braces : attributes.end };
  const name = text.slice(nameSpan.start, nameSpan.end);
  if (span.end === nameSpan.end) {
    if (isInAddress(text, span)) {
      outline.prose.push(span);
      return { span, label };
    }
    (/^\d/.test(name) ? outline.prose : outline.bare).push(span);
  }
  outline.directives.push({
    form: 'text',
    name,
    nameSpan,
    span,
    content: label,
    hasLabel: label !== undefined,
    closed: true,
    attributes: attributes === 'none' ? [] : attributes.spans.flatMap((attribute) => readAttribute(text, attribute)),
    host,
  });
  return { span, label };
}

/** Where a directive's name ends that may begin at `start`: at the first blank or sign other than a hyphen or a low line. */
export function nameEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isPartOfName(text.charCodeAt(at), at > start)) at += 1;
  return at;
}

function isPartOfName(sign: number, isInside: boolean): boolean {
  if (sign < 0x80) {
    const isLetter = (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
    return isLetter || (sign >= 0x30 && sign <= 0x39) || (isInside && (sign === HYPHEN || sign === LOW_LINE));
  }
  return !/[\p{P}\p{S}\s]/u.test(String.fromCharCode(sign));
}

/** The text between balanced brackets; undefined when there are none, or they do not close. */
function labelAt(text: string, start: number, end: number): Span | undefined | 'unsure' {
  if (start >= end || text[start] !== '[') return undefined;
  let depth = 0;
  for (let at = start + 1; at < end; at += 1) {
    const sign = text[at];
    if (sign === '[' && ++depth > MOST_BRACKETS) return undefined;
    if (sign !== ']' || depth-- > 0) continue;
    const isAtLineEnd = /[\r\n]/.test((text[start + 1] ?? '') + (text[at - 1] ?? ''));
    return isAtLineEnd ? 'unsure' : { start: start + 1, end: at };
  }
  return undefined;
}

const HYPHEN = 0x2d;
const LOW_LINE = 0x5f;
