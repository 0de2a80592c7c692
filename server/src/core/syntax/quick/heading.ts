import { between, readInline } from './inline.ts';
import type { Reader } from './flow.ts';
import { lastSign } from './lines.ts';

/** A heading that begins with number signs. One that may end with them, too, is left to the parser. */
export const readHeading: Reader = ({ text, outline, depth }, _lines, at, span) => {
  outline.hosts.push(span);
  const source = text.slice(span.start, lastSign(text, span));
  if (source.endsWith('#')) return undefined;
  const signs = /^#+/.exec(source)?.[0].length ?? 0;
  const textSpan = { start: span.start + (/^#+ +/.exec(source)?.[0].length ?? 0), end: span.start + source.length };
  const cuts = readInline({ text, outline, host: span, prose: outline.headingProse }, textSpan);
  if (!cuts) return undefined;
  // Only headings at the top level of a document make sections.
  if (depth === 0) {
    const parts = between(textSpan, cuts).map((part) => text.slice(part.start, part.end));
    outline.headings.push({ depth: signs, span, text: parts.join('').trim(), textSpan });
  }
  return { next: at + 1, span };
};
