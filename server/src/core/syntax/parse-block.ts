import type { Block } from './block.ts';
import { isBeyondParsing } from './beyond-parsing.ts';
import { blockOf, plainBlock } from './block-of.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { quickOutline } from './quick/quick-outline.ts';
import { outlineOfTree } from './read-tree.ts';

/**
 * Reads one block and keeps what Casewright needs: without the Markdown parser where that is certain to give the same.
 * Never throws, and never takes long: see `isBeyondParsing`.
 * @param parse undefined where the parser is not to be asked any more
 */
export function parseBlock(text: string, parse: ParseMarkdown | undefined): Block {
  if (isBeyondParsing(text)) return plainBlock(text);
  const outline = quickOutline(text);
  if (outline) return blockOf(text, outline);
  return parse ? { ...parsed(text, parse), reading: 'parser' } : plainBlock(text, 'plain');
}

/** Reads one block with the Markdown parser, which is the reference. Never throws, and never takes long either. */
export function parseFully(text: string, parse: ParseMarkdown): Block {
  return isBeyondParsing(text) ? plainBlock(text) : parsed(text, parse);
}

function parsed(text: string, parse: ParseMarkdown): Block {
  try {
    return blockOf(text, outlineOfTree(text, parse(text)));
  } catch {
    // The parser is recursive; only absurd nesting gets here.
    return plainBlock(text);
  }
}
