import type { PlacedBlock } from '../syntax/block.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/** How many words stand where in a document, told from the words of its blocks without putting them into one list. */
export class BodyWords {
  readonly #blocks: readonly PlacedBlock[];
  /** For each block, the words of all blocks before it. */
  readonly #before: Uint32Array;
  readonly total: number;

  constructor(blocks: readonly PlacedBlock[]) {
    this.#blocks = blocks;
    this.#before = new Uint32Array(blocks.length);
    let total = 0;
    for (const [index, { block }] of blocks.entries()) {
      this.#before[index] = total;
      total += block.words.length;
    }
    this.total = total;
  }

  /** The number of words that start in a span. */
  countIn({ start, end }: Span): number {
    return end <= start ? 0 : this.#countBefore(end) - this.#countBefore(start);
  }

  #countBefore(offset: number): number {
    const index = firstAtOrAfter(this.#blocks, offset, (placed) => placed.start) - 1;
    const placed = this.#blocks[index];
    if (!placed) return 0;
    return (this.#before[index] ?? 0) + firstAtOrAfter(placed.block.words, offset - placed.start, (word) => word);
  }
}
