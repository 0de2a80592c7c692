import type { Block } from '../syntax/block.ts';
import { byStart, overlaps, type Span } from '../text/span.ts';

/**
 * The prose of a stretch of a block, as long as the stretch: marks, citations, code, comments, links’ addresses and the
 * signs of block quotes are blank in it. What marks are around stays.
 */
export function proseOf(block: Block, span: Span): string {
  const holes: Span[] = [...block.citations.map(({ clusterSpan }) => clusterSpan), ...block.code, ...block.comments.map((comment) => comment.span)];
  for (const directive of block.directives) {
    const { content } = directive;
    if (content && directive.hasLabel) holes.push({ start: directive.span.start, end: content.start }, { start: content.end, end: directive.span.end });
    else if (directive.form !== 'container' && !content) holes.push(directive.span);
  }
  const holesHere = holes.filter((hole) => overlaps(hole, span)).sort(byStart);
  let prose = '';
  for (const { start, end } of holesHere) {
    const at = span.start + prose.length;
    if (end <= at) continue;
    const from = Math.max(start, at);
    prose += block.text.slice(at, from) + HOLE.repeat(Math.min(end, span.end) - from);
  }
  prose += block.text.slice(span.start + prose.length, span.end);
  return prose.replace(BESIDE_PROSE, blank).replace(LINK, (link, words: string) => ` ${words} ${blank(link.slice(words.length + 2))}`);
}

/**
 * What stands in place of what is no prose: no space, since a quotation mark behind it closes as one behind a word does.
 */
export const HOLE = '\0';

/** Signs of block quotes at the starts of lines, tags, references to characters. */
const BESIDE_PROSE = /^[ \t]*>[ \t>]*|<\/?[A-Za-z][^<>]*>|&(?:#\w+|\w+);/gm;
/** A link and its words. */
const LINK = /\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;

/** Behind the last character of some prose that is neither a blank nor a hole. No pattern: it would try each blank of a long row. */
export function endOfProse(prose: string): number {
  let end = prose.length;
  while (end > 0 && /[\s\0]/.test(prose[end - 1] ?? '')) end -= 1;
  return end;
}

/** As many spaces; lines stay lines. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
