import { readOpening } from './quick/container-opening.ts';
import { linesOf, type TextLine } from '../text/lines.ts';

/** What keeps blank lines from ending a block, and the line that ends it. */
interface Enclosure {
  /** Columns before it: where there are any, it may stand in an item of a list. */
  readonly indent: number;
  readonly closedBy: (line: string) => boolean;
}

const HTML_WITH_BLANK_LINES: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];

/** HTML of any other tag goes on to the next blank line; a heading or a fence in it is none. */
const OTHER_HTML = /^ {0,3}<[A-Za-z/]/;
/** Behind indented code, some of what else begins a list begins none: an empty item, and a number other than 1. */
const LIST_SIGNS = '-+*0123456789';
/** A line of indented code, or of something else that is indented as far. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** What a line that opens something begins with, its blanks apart. */
const OPENERS = '`~:<';
/** Where it is not certain that a line opens something, what looks like its end may open something else: stop splitting. */
const NEVER_CLOSED: Enclosure = { indent: 0, closedBy: () => false };

/**
 * Splits Markdown into stretches that can be parsed one by one with the same result as the whole, so that an edit costs
 * the block it is in and not the document. Gives the offset at which each stretch starts, in order; each ends where the
 * next one starts. A stretch depends on nothing before it: from any of its starts, the split goes on as from the first.
 *
 * The split is cautious: a stretch may hold several blocks, but no block is ever cut. A new stretch starts only at an
 * unindented line after a blank one or at a heading, outside fenced code, container directives and HTML comments.
 * A property test holds it to the parse of the whole text.
 * @param from where to begin: the start of the text's body, or of a stretch of it
 */
export function* blockStarts(text: string, from: number): Generator<number, void> {
  yield from;
  let enclosure: Enclosure | undefined;
  let mayStart = false;
  let maybeHtml = false;
  let isBehindCode = false;
  for (const line of linesOf(text, from)) {
    if (enclosure) {
      const source = text.slice(line.start, line.end);
      // What was opened in an item of a list ends with the item, and then what looks like its end opens something else.
      if (!isBlank(line) && line.sign - line.start < enclosure.indent) enclosure = NEVER_CLOSED;
      if (enclosure.closedBy(source)) enclosure = undefined;
      mayStart = false;
      continue;
    }
    const blank = isBlank(line);
    const first = text[line.sign] ?? '';
    const heading =
      !maybeHtml && first === '#' && line.sign === line.start && /^#{1,6}(?:[ \t]|$)/.test(text.slice(line.start, Math.min(line.end, line.start + 7)));
    // The parser takes a byte order mark at the start of what it is given for none of the text.
    const unindented = mayStart && !blank && line.sign === line.start && first !== '\uFEFF' && !(isBehindCode && LIST_SIGNS.includes(first));
    if ((heading || unindented) && line.start > from) yield line.start;
    if (!blank) isBehindCode = line.sign > line.start && INDENTED.test(text.slice(line.start, line.start + 4));
    maybeHtml = !blank && (maybeHtml || (first === '<' && OTHER_HTML.test(text.slice(line.start, line.end))));
    if (!blank && OPENERS.includes(first)) enclosure = openedBy(text.slice(line.start, line.end), line.sign - line.start);
    if (enclosure && maybeHtml) enclosure = NEVER_CLOSED;
    mayStart = blank || heading;
  }
}

function isBlank(line: TextLine): boolean {
  return line.sign === line.end;
}

/** The enclosure that a line opens and does not itself close. */
function openedBy(line: string, indent: number): Enclosure | undefined {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence) {
    return { indent, closedBy: runOf(fence.startsWith('`') ? '`' : '~', fence.length) };
  }
  if (/^ {0,3}:{3}/.test(line)) return openedByColons(line, indent);
  for (const [open, close] of HTML_WITH_BLANK_LINES) {
    const opening = open.exec(line);
    if (opening) return close.test(line.slice(opening[0].length)) ? undefined : { indent, closedBy: (next) => close.test(next) };
  }
  return undefined;
}

function openedByColons(line: string, indent: number): Enclosure | undefined {
  const opening = readOpening(line, { start: indent, end: line.length });
  if (opening === 'none') return undefined;
  if (opening === 'unsure') return NEVER_CLOSED;
  return { indent, closedBy: runOf(':', opening.colons) };
}

/** Whether a line is nothing but a run of `sign`, at least so long, behind at most three spaces. No pattern: there would be one to compile for each. */
function runOf(sign: string, least: number): (line: string) => boolean {
  return (line) => {
    const start = line.search(/[^ ]|$/);
    let end = start;
    while (line[end] === sign) end += 1;
    return start <= 3 && end - start >= least && /^[ \t]*$/.test(line.slice(end));
  };
}
