import { oncePer } from '../memory/once-per.ts';
import { MAX_LENGTH } from '../syntax/beyond-parsing.ts';
import type { Block } from '../syntax/block.ts';
import { encloses, type Span } from '../text/span.ts';
import { countBetween } from '../text/words.ts';
import { endOfProse, proseOf } from './prose-of-block.ts';
import { quotedIn } from './quotation-marks.ts';

/** Shorter quotations are not judged: a few words in quotation marks are a term, a title or a manner of speaking. */
export const LEAST_WORDS = 5;

/** Words that an author says are somebody else's, at offsets of their block. */
export interface BlockQuotation {
  /** With the quotation marks; of a block quote, one paragraph. */
  readonly span: Span;
  /** What is quoted. */
  readonly content: Span;
  /** The same as text of the same length, in which everything that is no prose is blanked out. */
  readonly prose: string;
  /** The paragraph it stands in. */
  readonly paragraph: Span;
  /** The sign that opened it and is not closed at the end of its paragraph: it is a quotation if the next one opens with it. */
  readonly opener: string | undefined;
}

/** The quotations of a block that are long enough to be judged, in order. */
export const quotationsIn = oncePer((block: Block): readonly BlockQuotation[] => {
  if (block.text.length > MAX_LENGTH) return NONE;
  if (block.words.length < LEAST_WORDS || (block.quotations.length === 0 && !MARKS.test(block.text))) return NONE;
  const found = block.paragraphs.flatMap((paragraph, index) => inParagraph(block, paragraph, block.paragraphs[index + 1]));
  return found.length === 0 ? NONE : found;
});

const NONE: readonly BlockQuotation[] = [];
/** Signs that open quotations; an apostrophe does so only where none of a word stands before it. */
const MARKS = /["“”„«»‹›‚‘]|(?<![\p{L}\p{N}])['’]/u;

function inParagraph(block: Block, paragraph: Span, next: Span | undefined): BlockQuotation[] {
  const prose = proseOf(block, paragraph);
  const isLongEnough = ({ start, end }: Span): boolean => countBetween(block.words, start, end) >= LEAST_WORDS;
  const quoted = quotedIn(prose).filter(({ opener }) => opener === undefined || !next || opensWith(block.text, next, opener));
  const isBlockQuote = block.quotations.some((quotation) => encloses(quotation, paragraph));
  const spoken = isBlockQuote && quoted[0]?.span.start !== prose.search(SAID) ? [{ ...wholeOf(prose), opener: undefined }] : quoted;
  return spoken.flatMap(({ span, content, opener }) => {
    const at = { start: paragraph.start + content.start, end: paragraph.start + content.end };
    if (!isLongEnough(at)) return [];
    const outer = { start: paragraph.start + span.start, end: paragraph.start + span.end };
    return [{ span: outer, content: at, prose: prose.slice(content.start, content.end), paragraph, opener }];
  });
}

/** Whether a paragraph begins with a sign. */
export function opensWith(text: string, paragraph: Span, sign: string): boolean {
  return text.slice(paragraph.start, paragraph.end).trimStart().startsWith(sign);
}

/** Who said it, at the end of a block quote: a line that begins with a dash, or a remark in parentheses. */
const ATTRIBUTION = /(?:(?:^|[\r\n])[ \t>]*[—–-]{1,3}[^\r\n]*|\((?![.…])[^()]{1,80}\)\s*)$/;

/** Anything but blanks and holes, see `proseOf`. */
const SAID = /[^\s\0]/;

/** A paragraph of a block quote without what says who said it. */
function wholeOf(prose: string): { readonly span: Span; readonly content: Span } {
  const said = withoutEnd(withoutEnd(prose).replace(ATTRIBUTION, ''));
  const span = { start: Math.max(0, said.search(SAID)), end: said.length };
  return { span, content: span };
}

function withoutEnd(prose: string): string {
  return prose.slice(0, endOfProse(prose));
}
