import type { PlacedBlock } from './block.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { blockReader, withinLimit } from './limit-parsing.ts';
import { withLinkDefinitions } from './link-definitions.ts';
import type { MarkdownParsers } from './markdown-parser.ts';
import { LineIndex } from '../text/line-index.ts';
import { changeBetween } from '../text/text-change.ts';
import { placeBlocks } from './place-blocks.ts';

/** One version of a document, parsed: front matter and the blocks of the body, in order, without gaps. */
export interface SyntaxDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly PlacedBlock[];
}

/**
 * Parses a document. Never throws.
 * @param previous an earlier version: front matter and blocks that did not change are taken from it instead of being read again
 */
export function parseSyntax(text: string, parsers: MarkdownParsers, previous?: SyntaxDocument): SyntaxDocument {
  const frontMatter = readFrontMatter(text, previous);
  const bodyStart = bodyStartOf(text, frontMatter);
  const change = previous && changeBetween(previous.text, text);
  const placed = placeBlocks(text, bodyStart, previous && change && { blocks: previous.blocks, change }, blockReader(parsers));
  const blocks = withinLimit(placed, parsers);
  const lines = previous && change ? previous.lines.after(text, change) : new LineIndex(text);
  return { text, lines, frontMatter, blocks: withLinkDefinitions(blocks, text.slice(bodyStart), parsers) };
}

/** Behind the front matter; without one, at the start, a byte order mark apart. */
function bodyStartOf(text: string, frontMatter: FrontMatter | undefined): number {
  return frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
}
