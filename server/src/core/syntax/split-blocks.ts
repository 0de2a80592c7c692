import type { Span } from '../text/span.ts';

/** What keeps blank lines from ending a block, and the line that ends it. */
interface Enclosure {
  /** Columns before it: where there are any, it may stand in an item of a list. */
  readonly indent: number;
  readonly closedBy: (line: string) => boolean;
}

const FRONT_MATTER_FENCE = /^---[ \t]*$/;
const HTML_WITH_BLANK_LINES: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** HTML of any other tag goes on to the next blank line; a heading or a fence in it is none. */
const OTHER_HTML = /^ {0,3}<[A-Za-z/]/;
/** Where it is not certain that a line opens something, what looks like its end may open something else: stop splitting. */
const NEVER_CLOSED: Enclosure = { indent: 0, closedBy: () => false };

/**
 * Splits Markdown into stretches that can be parsed one by one with the same result as the whole, so that an edit costs
 * the block it is in and not the document. The stretches cover the text without gaps.
 *
 * The split is cautious: a stretch may hold several blocks, but no block is ever cut. A new stretch starts only at an
 * unindented line after a blank line or at a heading, outside fenced code, container directives and HTML comments.
 * A property test holds it to the parse of the whole text.
 */
export function splitBlocks(text: string): Span[] {
  const starts = [0];
  let enclosure: Enclosure | undefined;
  let mayStart = false;
  let maybeHtml = false;
  for (const line of lines(text)) {
    const blank = isBlank(line.text);
    if (enclosure) {
      // What was opened in an item of a list ends with the item, and then what looks like its end opens something else.
      if (!blank && indentOf(line.text) < enclosure.indent) enclosure = NEVER_CLOSED;
      if (enclosure.closedBy(line.text)) enclosure = undefined;
      mayStart = false;
      continue;
    }
    const heading = !maybeHtml && /^#{1,6}(?:[ \t]|$)/.test(line.text);
    const startsHere = heading || (mayStart && !blank && !/^[ \t]/.test(line.text));
    if (startsHere && line.start > 0) starts.push(line.start);
    maybeHtml = !blank && (maybeHtml || OTHER_HTML.test(line.text));
    if (!blank) enclosure = openedBy(line.text, line.start === 0);
    if (enclosure && maybeHtml) enclosure = NEVER_CLOSED;
    mayStart = blank || heading;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** The enclosure that a line opens and does not itself close. */
function openedBy(line: string, isFirst: boolean): Enclosure | undefined {
  const indent = indentOf(line);
  if (isFirst && FRONT_MATTER_FENCE.test(line)) return { indent, closedBy: (next) => FRONT_MATTER_FENCE.test(next) };
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence) {
    const close = new RegExp(`^ {0,3}${fence.startsWith('`') ? '`' : '~'}{${fence.length},}[ \\t]*$`);
    return { indent, closedBy: (next) => close.test(next) };
  }
  const colons = /^ {0,3}(:{3,})[^:\s]/.exec(line)?.[1];
  if (colons) {
    const close = new RegExp(`^ {0,3}:{${colons.length},}[ \\t]*$`);
    return { indent, closedBy: (next) => close.test(next) };
  }
  for (const [open, close] of HTML_WITH_BLANK_LINES) {
    const opening = open.exec(line);
    if (opening) return close.test(line.slice(opening[0].length)) ? undefined : { indent, closedBy: (next) => close.test(next) };
  }
  return undefined;
}

/** The blanks before a line. A tab is as good as one: less than what is really there only makes the split more cautious. */
function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

function* lines(text: string): Iterable<{ start: number; text: string }> {
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    yield { start, text: text.slice(start, match.index) };
    start = match.index + match[0].length;
  }
  if (start < text.length) yield { start, text: text.slice(start) };
}
