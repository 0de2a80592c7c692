import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { oncePer } from '../memory/once-per.ts';
import type { Block, PlacedBlock } from '../syntax/block.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';
import { wordAt } from '../text/words.ts';

/*
 * Prints of the words in some text of a case: another one as soon as a word has changed, come or gone. White space,
 * punctuation, Markdown, marks and citations are no words.
 */

/** Digits of the print of a whole text: enough that no two texts of a study share one. */
const LENGTH = 12;
/** Digits of the print of a piece: enough to tell the pieces of one item from each other, and short, since there are many. */
const PIECE_LENGTH = 6;

/** What an item's text has in one block: a paragraph or some words of it, a list, a container. */
export interface TextPiece {
  /** Where it stands in the document. */
  readonly span: Span;
  readonly print: string;
}

/**
 * The pieces of some text, those without words left out.
 * @param text where the words stand, in order and without overlap: the `text` of an item's coverage
 */
export function piecesOf(blocks: readonly PlacedBlock[], text: readonly Span[]): TextPiece[] {
  return text.flatMap((span) => blocksIn(blocks, span).map((placed) => pieceIn(placed, span))).filter(({ print }) => print !== '');
}

/** The print of all words of a text, whatever paragraphs and marks they stand in. */
export function printOfText(blocks: readonly PlacedBlock[], text: readonly Span[]): string {
  return printOf(wordsIn(blocks, text), LENGTH);
}

/** The first words of a text for people to know it by, without Markdown: “A broker introduced the firm …”. */
export function beginningOf(blocks: readonly PlacedBlock[], span: Span, most: number): string {
  const words = wordsIn(blocks, [span]).split(' ');
  return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ');
}

/** A print of a piece with these words. */
export function printOfPiece(words: string): string {
  return printOf(words, PIECE_LENGTH);
}

/** One print of many, whatever their order: their sum, since they are as good as random, and there may be thousands. */
export function printOfAll(prints: readonly string[]): string {
  const sum = prints.reduce((before, print) => (before + Number.parseInt(print, 16)) % 16 ** PIECE_LENGTH, 0);
  return sum.toString(16).padStart(PIECE_LENGTH, '0');
}

function printOf(words: string, length: number): string {
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, length);
}

function blocksIn(blocks: readonly PlacedBlock[], { start, end }: Span): readonly PlacedBlock[] {
  const first = Math.max(0, firstAtOrAfter(blocks, start + 1, (placed) => placed.start) - 1);
  return blocks.slice(
    first,
    firstAtOrAfter(blocks, end, (placed) => placed.start),
  );
}

function pieceIn(placed: PlacedBlock, span: Span): TextPiece {
  const whole = spanOf(placed);
  const place = { start: Math.max(whole.start, span.start), end: Math.min(whole.end, span.end) };
  return { span: place, print: encloses(span, whole) ? wholeOf(placed.block).print : printOfWords(wordsWithin(placed, span)) };
}

function wordsIn(blocks: readonly PlacedBlock[], text: readonly Span[]): string {
  const words = text.flatMap((span) =>
    blocksIn(blocks, span).map((placed) => (encloses(span, spanOf(placed)) ? wholeOf(placed.block).words : wordsWithin(placed, span))),
  );
  return words.filter((some) => some !== '').join(' ');
}

/** A block that does not change is not read again: a section may have thousands of them. */
const wholeOf = oncePer((block: Block): { readonly words: string; readonly print: string } => {
  const words = block.words.map((start) => wordAt(block.text, start)).join(' ');
  return { words, print: printOfWords(words) };
});

/** Those words of a block that start in a span of the document. */
function wordsWithin({ start, block }: PlacedBlock, span: Span): string {
  const [first, last] = [span.start, span.end].map((place) => firstAtOrAfter(block.words, place - start, (word) => word));
  return block.words
    .slice(first, last)
    .map((word) => wordAt(block.text, word))
    .join(' ');
}

/** Empty for no words. */
function printOfWords(words: string): string {
  return words === '' ? '' : printOfPiece(words);
}

function spanOf({ start, block }: PlacedBlock): Span {
  return { start, end: start + block.text.length };
}
