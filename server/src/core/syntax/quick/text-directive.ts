import type { Span } from '../../text/span.ts';
import { isInAddress } from '../outline.ts';
import { readAttribute } from '../read-directive.ts';
import { readAttributes } from './attributes.ts';
import { labelAt } from './label.ts';
import { nameEnd } from './name.ts';
import type { Setting } from './inline.ts';

/** A directive that was found: its place, and that of the text in its brackets where there is any. */
export interface FoundDirective {
  readonly span: Span;
  readonly label: Span | undefined;
}

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
