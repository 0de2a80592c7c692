import type { Span } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import { readComment } from './comment.ts';
import { readContainer } from './container.ts';
import { readHeading } from './heading.ts';
import { kindOfLine, type LineKind } from './line-kind.ts';
import { isBlank } from './lines.ts';
import { readItem } from './list.ts';
import { readParagraph } from './paragraph.ts';
import { readQuotation } from './quotation.ts';

/** What lines stand in. */
export interface Context {
  readonly text: string;
  readonly outline: Outline;
  /** Containers, quotations and items of lists around the lines. */
  readonly depth: number;
}

/** A construct that was read: which line comes after it, and where its text stands. */
export interface Read {
  readonly next: number;
  readonly span: Span;
}

/** Reads the construct that begins with line `at`, which is `first`; undefined where only the parser can tell. */
export type Reader = (context: Context, lines: readonly Span[], at: number, first: Span) => Read | undefined;

/** Deeper than any author goes, and not so deep that reading would not come back. */
const MOST_DEPTH = 8;

const READERS: Readonly<Partial<Record<LineKind, Reader>>> = {
  text: readParagraph,
  heading: readHeading,
  container: readContainer,
  quotation: readQuotation,
  bullet: readItem,
  numbered: readItem,
  comment: readComment,
};

/**
 * Reads lines as the paragraphs, headings, lists, quotations and containers that they make up, into the outline.
 * @returns from the first of them to the last; undefined where only the parser can tell, and where there are none
 */
export function readFlow(context: Context, lines: readonly Span[]): Span | undefined {
  if (context.depth > MOST_DEPTH) return undefined;
  let whole: Span | undefined;
  let at = 0;
  for (let line = lines[at]; line; line = lines[at]) {
    if (isBlank(context.text, line)) {
      at += 1;
      continue;
    }
    // An indented line may be code.
    if (context.text[line.start] === ' ') return undefined;
    const read = READERS[kindOfLine(context.text, line)]?.(context, lines, at, line);
    if (!read) return undefined;
    whole = { start: whole?.start ?? read.span.start, end: read.span.end };
    at = read.next;
  }
  return whole;
}
