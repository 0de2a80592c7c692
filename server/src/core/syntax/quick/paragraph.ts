import type { Reader } from './flow.ts';
import { readInline } from './inline.ts';
import { kindOfLine } from './line-kind.ts';
import { firstSign } from './lines.ts';

/** A paragraph goes on until a blank line, or until a line that begins something else and may do so behind text. */
export const readParagraph: Reader = ({ text, outline }, lines, at, first) => {
  // It may be a link reference definition.
  if (text[first.start] === '[' && text.includes(']:')) return undefined;
  let last = first;
  let next = at + 1;
  for (let line = lines[next]; line; line = lines[++next]) {
    const kind = kindOfLine(text, line);
    if (kind === 'text') last = line;
    else if (kind === 'unsure' || kind === 'numbered') return undefined;
    else if (kind !== 'blank' && firstSign(text, line) > line.start) return undefined;
    else break;
  }
  const span = { start: first.start, end: last.end };
  outline.paragraphs.push(span);
  outline.hosts.push(span);
  return readInline({ text, outline, host: span, prose: outline.prose }, span) && { next, span };
};
