import type { Root } from 'mdast';
import { isBeyondParsing } from '../../syntax/beyond-parsing.ts';
import type { ParseMarkdown } from '../../syntax/markdown-parser.ts';
import type { PlacedBlock } from '../../syntax/block.ts';
import type { SyntaxDocument } from '../../syntax/syntax-document.ts';
import { firstAtOrAfter } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';

/** The parser's tree of a few blocks. */
export interface BlocksTree {
  readonly root: Root;
  /** What has to be added to an offset of the tree for one of the document; negative where definitions come before it. */
  readonly base: number;
}

/** Characters that are parsed to try a mark: some ten thousand words around it. */
const MOST_TEXT = 60_000;
/** What an item of a list begins with, or goes on with behind a blank line. */
const IN_LIST = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t\r\n]|$)|[ \t]{2,})/;

/** A selection without the space at its ends; empty where there is nothing else in it. */
export function withoutSpace(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const first = start + selected.length - selected.trimStart().length;
  return selected.trim() === '' ? { start, end: start } : { start: first, end: start + selected.trimEnd().length };
}

/** The blocks of a document that a span touches. */
export function blocksAt({ blocks }: SyntaxDocument, span: Span): readonly PlacedBlock[] {
  const [first, end] = indicesAt(blocks, span);
  return blocks.slice(first, end);
}

/** The same with the lists of which they are a part: the items of a list can be blocks of their own. */
export function wholeBlocksAt({ blocks }: SyntaxDocument, span: Span): readonly PlacedBlock[] {
  const [first, end] = indicesAt(blocks, span);
  return blocks.slice(listStart(blocks, first), listEnd(blocks, end));
}

function indicesAt(blocks: readonly PlacedBlock[], span: Span): [number, number] {
  const first = Math.max(0, firstAtOrAfter(blocks, span.start + 1, ({ start }) => start) - 1);
  return [
    first,
    Math.max(
      firstAtOrAfter(blocks, span.end, ({ start }) => start),
      first + 1,
    ),
  ];
}

/** Where the list begins to which the block at an index may belong. */
export function listStart(blocks: readonly PlacedBlock[], index: number): number {
  let first = index;
  while (first > 0 && IN_LIST.test(blocks[first]?.block.text ?? '')) first -= 1;
  return first;
}

/** The index behind the list to which the block before an index may belong. */
export function listEnd(blocks: readonly PlacedBlock[], index: number): number {
  let end = index;
  while (end < blocks.length && IN_LIST.test(blocks[end]?.block.text ?? '')) end += 1;
  return end;
}

/** Whether blocks that follow each other are too long to try marks in them while their author waits. */
export function isTooLong(blocks: readonly PlacedBlock[]): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  const length = first && last ? last.start + last.block.text.length - first.start : 0;
  return length > MOST_TEXT || blocks.some(({ block }) => block.reading === 'plain');
}

/**
 * The tree of blocks that follow each other, read with the link definitions of the others. Undefined where that would take
 * long: of what is no case prose but a list of thousands of items, say.
 */
export function blocksTree({ text }: SyntaxDocument, blocks: readonly PlacedBlock[], parse: ParseMarkdown): BlocksTree | undefined {
  const start = blocks[0]?.start ?? 0;
  const last = blocks.at(-1);
  const source = text.slice(start, last ? last.start + last.block.text.length : start);
  if (isTooLong(blocks) || isBeyondParsing(source)) return undefined;
  const labels = new Set(blocks.flatMap(({ block }) => block.defined));
  const before = Array.from(labels, (label) => `[${label}]: #\n\n`).join('');
  const root = parsed(before + source, parse);
  if (!root) return undefined;
  root.children = root.children.filter((node) => (node.position?.start.offset ?? 0) >= before.length);
  return { root, base: start - before.length };
}

function parsed(source: string, parse: ParseMarkdown): Root | undefined {
  try {
    return parse(source);
  } catch {
    // The parser is recursive; only absurd nesting gets here.
    return undefined;
  }
}
