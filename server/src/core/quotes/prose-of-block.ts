import type { Block } from '../syntax/block.ts';
import { overlaps, type Span } from '../text/span.ts';

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
  let prose = block.text.slice(span.start, span.end);
  for (const hole of holes) {
    if (!overlaps(hole, span)) continue;
    const start = Math.max(hole.start, span.start) - span.start;
    const end = Math.min(hole.end, span.end) - span.start;
    prose = prose.slice(0, start) + HOLE.repeat(end - start) + prose.slice(end);
  }
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

/** As many spaces; lines stay lines. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
