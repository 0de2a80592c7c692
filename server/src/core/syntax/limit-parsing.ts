import type { Block, PlacedBlock } from './block.ts';
import type { MarkdownParsers } from './markdown-parser.ts';
import { parseBlock } from './parse-block.ts';

/**
 * Reads the blocks of one version of a document; text that repeats, once. The parser is asked as often as it may be for
 * one document at most: what comes then is plain, and `withinLimit` sees to it that it is the same blocks every time.
 */
export function blockReader({ body, mostBlocks }: MarkdownParsers): (source: string) => Block {
  const known = new Map<string, Block>();
  let parsed = 0;
  return (source) => {
    const block = known.get(source) ?? parseBlock(source, parsed < mostBlocks ? body : undefined);
    if (!known.has(source) && block.reading === 'parser') parsed += 1;
    known.set(source, block);
    return block;
  };
}

/**
 * The same blocks, of which the first `mostBlocks` that only the parser can read are read with it, and the others are
 * plain: however a version of a document came about, it is read in the same way.
 */
export function withinLimit(blocks: readonly PlacedBlock[], { body, mostBlocks }: MarkdownParsers): readonly PlacedBlock[] {
  if (blocks.length <= mostBlocks && !blocks.some(({ block }) => block.reading === 'plain')) return blocks;
  let count = 0;
  return blocks.map((placed) => {
    const { start, block } = placed;
    if (block.reading === 'quick') return placed;
    count += 1;
    const isParsed = count <= mostBlocks;
    return isParsed === (block.reading === 'parser') ? placed : { start, block: parseBlock(block.text, isParsed ? body : undefined) };
  });
}
