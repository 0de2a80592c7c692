import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import type { SyntaxDocument } from '../../syntax/syntax-document.ts';
import { encloses, shiftSpan, type Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { candidates } from './candidates.ts';
import { editsOf, type Piece } from './piece.ts';
import { blocksAt, blocksTree, withoutSpace, wholeBlocksAt } from './region.ts';
import { ONLY_NEW, remark, type Remarked } from './same-meaning.ts';

/** A way to mark a selection that was tried and leaves everything else in the document as it is. */
export interface Marking {
  /** What is marked: for a tag, the paragraph or section around the selection. */
  readonly form: Piece['form'];
  /** What the marks cover, in the document as it is now; a section's heading for a section. */
  readonly span: Span;
  /** The edits that mark it as being about an item, in the order of the text. */
  readonly edits: (item: string, attributes: (index: number) => string) => TextEdit[];
}

/**
 * How to mark a selection. Undefined where it holds no text to mark, or no marks can be put there without changing what the
 * rest of the document means.
 * @param bodyStart where the front matter ends
 * @param item any item's id: what is right for one is right for all
 */
export function markSelection(syntax: SyntaxDocument, bodyStart: number, selected: Span, item: string, parsers: MarkdownParsers): Marking | undefined {
  const selection = withoutSpace(syntax.text, selected);
  if (selection.start < bodyStart) return undefined;
  const blocks = wholeBlocksAt(syntax, selection);
  const tree = blocksTree(syntax, blocks, parsers.body);
  if (!tree) return undefined;
  const { root, base } = tree;
  // Places of the tree count from before the blocks where definitions were put before them.
  const source = ' '.repeat(Math.max(0, -base)) + syntax.text.slice(Math.max(0, base));
  for (const found of candidates(source, root, shiftSpan(selection, -base))) {
    const pieces = found.map((piece) => moved(piece, base));
    const edits = editsOf(syntax.text, pieces, item, () => '');
    const marked = pieces.length > 0 && remark(syntax, edits, parsers, ONLY_NEW);
    const span = marked ? coveredBy(marked, pieces, item, syntax, selection) : undefined;
    const form = pieces[0]?.form;
    if (span && form) return { form, span, edits: (name, attributes) => editsOf(syntax.text, pieces, name, attributes) };
  }
  return undefined;
}

/** What the new marks cover; undefined when they are not what they were meant to be, or leave out words of the selection. */
function coveredBy({ blocks, edited }: Remarked, pieces: readonly Piece[], item: string, before: SyntaxDocument, selection: Span): Span | undefined {
  const shared = ({ start, end }: Span, by: number): Span => ({ start: edited.fromAfter(start + by), end: edited.fromAfter(end + by) });
  const spans = blocks.flatMap(({ start, block }) =>
    block.directives
      // One that ends where another ends it is not closed by what was put there for it.
      .filter(({ name, span }) => name === item && edited.isInserted(span.start + start) && edited.isInserted(span.end - 1 + start))
      .map((directive) => shared(directive.content ?? directive.host ?? directive.span, start)),
  );
  const [first, last] = [spans[0], spans.at(-1)];
  const areExact = pieces.every((piece, index) => piece.form !== 'text' || isSame(piece.span, spans[index]));
  if (!first || !last || spans.length !== pieces.length || !areExact) return undefined;
  const whole = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  if (pieces[0]?.form === 'section') return whole;
  const asked = selection.start === selection.end ? whole : selection;
  const sayings = blocksAt(before, asked)
    .flatMap(({ start, block }) => [
      ...Array.from(block.words, (word) => word + start),
      ...block.citations.filter(({ idSpan }) => !isInHeading(block.headings, idSpan)).map(({ idSpan }) => idSpan.start + start),
    ])
    .filter((offset) => offset >= asked.start && offset < asked.end);
  const areCovered = sayings.length > 0 && sayings.every((offset) => spans.some(({ start, end }) => offset >= start && offset < end));
  return areCovered ? whole : undefined;
}

function isSame(one: Span, other: Span | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}

function isInHeading(headings: readonly { readonly span: Span }[], place: Span): boolean {
  return headings.some(({ span }) => encloses(span, place));
}

function moved(piece: Piece, by: number): Piece {
  return 'at' in piece ? { ...piece, at: piece.at + by } : { ...piece, span: shiftSpan(piece.span, by) };
}
