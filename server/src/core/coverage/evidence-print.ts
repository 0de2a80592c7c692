import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { oncePer } from '../memory/once-per.ts';
import type { Block } from '../syntax/block.ts';
import type { PlacedBlock } from '../syntax/syntax-document.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { wordAt } from '../text/words.ts';

/** Digits of a print: enough that no two texts of a study share one. */
const LENGTH = 12;

/**
 * A short print of the words in some text of a case: it is another one as soon as a word has changed, come or gone.
 * White space, punctuation, Markdown, marks and citations make no difference; where paragraphs begin does.
 * @param text where the words stand, in order and without overlap: the `text` of an item's coverage
 */
export function evidencePrint(blocks: readonly PlacedBlock[], text: readonly Span[]): string {
  const parts = text.flatMap((span) => blocksIn(blocks, span).map((placed) => printIn(placed, span)));
  return printOf(parts.filter((part) => part !== '').join('\n'));
}

/** A print of some words as they are. */
export function printOf(words: string): string {
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, LENGTH);
}

function blocksIn(blocks: readonly PlacedBlock[], { start, end }: Span): readonly PlacedBlock[] {
  const first = Math.max(0, firstAtOrAfter(blocks, start + 1, (placed) => placed.start) - 1);
  return blocks.slice(
    first,
    firstAtOrAfter(blocks, end, (placed) => placed.start),
  );
}

/** The print of those words of a block that start in a span of the document; nothing when there is none. */
function printIn({ start, block }: PlacedBlock, span: Span): string {
  const isWhole = span.start <= start && span.end >= start + block.text.length;
  if (isWhole) return wholePrint(block).print;
  const words = block.words.filter((word) => word + start >= span.start && word + start < span.end);
  return words.length === 0 ? '' : printOf(wordsOf(block, words));
}

/** A block that does not change is not read again: a section may have thousands of them. */
const wholePrint = oncePer((block: Block): { readonly print: string } => ({
  print: block.words.length === 0 ? '' : printOf(wordsOf(block, block.words)),
}));

function wordsOf({ text }: Block, starts: readonly number[]): string {
  return starts.map((start) => wordAt(text, start)).join(' ');
}
