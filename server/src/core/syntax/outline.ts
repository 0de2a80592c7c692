import type { Span } from '../text/span.ts';
import type { Comment, Directive, Heading, LinkDefinition } from './block.ts';

/**
 * Where everything in a block stands, before its text is looked at: what `blockOf` makes a `Block` of. There are two ways
 * to an outline: from the tree of the Markdown parser (`read-tree.ts`), and without the parser (`quick/`).
 */
export interface Outline {
  readonly headings: Heading[];
  readonly paragraphs: Span[];
  readonly directives: Directive[];
  readonly comments: Comment[];
  readonly code: Span[];
  /** Plain text outside headings. */
  readonly prose: Span[];
  /** Plain text in headings. */
  readonly headingProse: Span[];
  /** Directives of a name alone, such as the “:2010” that the parser sees in [@doe:2010]. */
  readonly bare: Span[];
  /** Paragraphs, headings and labels, wherever they stand: no citation and no sentence goes on from one into the next. */
  readonly hosts: Span[];
  readonly quotations: Span[];
  readonly definitions: LinkDefinition[];
}

/** The outline of nothing, to be filled. */
export function emptyOutline(): Outline {
  return {
    headings: [],
    paragraphs: [],
    directives: [],
    comments: [],
    code: [],
    prose: [],
    headingProse: [],
    bare: [],
    hosts: [],
    quotations: [],
    definitions: [],
  };
}

/** The comments in a stretch of HTML, wherever they begin in it; one that is not closed ends with the stretch. */
export function commentsIn(text: string, span: Span): Comment[] {
  return Array.from(text.slice(span.start, span.end).matchAll(/<!--([\s\S]*?)(?:-->|$)/g), (match) => ({
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
    text: match[1] ?? '',
  }));
}

/** Characters: what is longer is no address that a person wrote. */
const LONGEST_ADDRESS = 200;

/** Whether a name with a colon is a piece of a path, of a web or of a mail address: `C:P3`, `http://P3:P4@x.dk`. */
export function isInAddress(text: string, span: Span): boolean {
  if (text[span.end] === '@' && /\w/.test(text[span.end + 1] ?? '')) return true;
  let start = span.start;
  while (start > 0 && span.start - start < LONGEST_ADDRESS && !' \t\r\n()[]<>'.includes(text[start - 1] ?? ' ')) start -= 1;
  return start < span.start && /^[A-Za-z]$|:\/\/|[@\\]/.test(text.slice(start, span.start));
}
