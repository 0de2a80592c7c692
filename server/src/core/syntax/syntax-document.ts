import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';
import type { MarkdownParsers } from './markdown-parser.ts';
import { parseBlock } from './parse-block.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { splitBlocks } from './split-blocks.ts';

/** A block and where it starts in its document. */
export interface PlacedBlock {
  readonly start: number;
  readonly block: Block;
}

/** One version of a document, parsed: front matter and the blocks of the body, in order, without gaps. */
export interface SyntaxDocument {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly PlacedBlock[];
}

/**
 * Parses a document. Never throws.
 * @param previous an earlier version: blocks whose text did not change are taken from it instead of being parsed again
 */
export function parseSyntax(text: string, parsers: MarkdownParsers, previous?: SyntaxDocument): SyntaxDocument {
  const known = new Map(previous?.blocks.map(({ block }) => [block.text, block]));
  const frontMatter = previous?.frontMatter && startsAlike(previous, text) ? previous.frontMatter : readFrontMatter(text, parsers.frontMatter);
  const bodyStart = frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const blocks = splitBlocks(text.slice(bodyStart)).map((span: Span): PlacedBlock => {
    const source = text.slice(bodyStart + span.start, bodyStart + span.end);
    const block = known.get(source) ?? parseBlock(source, parsers.body);
    known.set(source, block);
    return { start: bodyStart + span.start, block };
  });
  return { text, frontMatter, blocks };
}

function startsAlike(previous: SyntaxDocument, text: string): boolean {
  const end = previous.frontMatter?.span.end ?? 0;
  return previous.frontMatter?.closed === true && text.startsWith(previous.text.slice(0, end));
}
