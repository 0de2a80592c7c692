import { commentsIn } from '../outline.ts';
import type { Reader } from './flow.ts';

/** A comment of HTML that begins a line; it goes on to the end of the line on which it is closed. */
export const readComment: Reader = ({ text, outline, depth }, lines, at, first) => {
  const close = text.indexOf('-->', first.start + 4);
  const last = lines.findIndex((line, index) => index >= at && close >= line.start && close < line.end);
  const end = lines[last]?.end;
  if (close < 0 || end === undefined || (depth > 0 && last > at) || /^-?>/.test(text.slice(first.start + 4, first.start + 6))) return undefined;
  const span = { start: first.start, end };
  outline.comments.push(...commentsIn(text, span));
  return { next: last + 1, span };
};
