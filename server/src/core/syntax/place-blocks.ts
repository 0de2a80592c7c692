import { ownCopy } from '../text/own-copy.ts';
import type { PlacedBlock } from './syntax-document.ts';
import { blockStarts } from './split-blocks.ts';
import type { Block } from './block.ts';

/** An earlier version of a body: its text, where the body starts in it, and its blocks. */
export interface EarlierBody {
  readonly text: string;
  readonly bodyStart: number;
  readonly blocks: readonly PlacedBlock[];
}

/**
 * The blocks of a body. Of an earlier version, those before and behind what changed are taken as they are, so that the
 * cost is that of the change. A property test holds the result to that of beginning anew.
 */
export function placeBlocks(text: string, bodyStart: number, earlier: EarlierBody | undefined, parse: (source: string) => Block): readonly PlacedBlock[] {
  const known = earlier?.blocks ?? [];
  const shift = bodyStart - (earlier?.bodyStart ?? 0);
  const head = sameHead(text, known, shift);
  const tail = earlier ? sameTail(text, earlier, known.length - head) : 0;
  const moved = text.length - (earlier?.text.length ?? 0);
  const kept = known.slice(0, head);
  const blocks: PlacedBlock[] = shift === 0 ? kept : kept.map((placed) => movedBy(placed, shift));
  const rest = known.slice(known.length - tail);
  const between = new Map(known.slice(head, known.length - tail).map(({ block }) => [block.text, block]));
  const restAt = new Map(rest.map((placed, index) => [placed.start + moved, index]));

  const last = blocks.at(-1);
  let start = last ? last.start + last.block.text.length : bodyStart;
  for (const end of endsOf(text, start, bodyStart)) {
    const found = restAt.get(start);
    if (found !== undefined) {
      const same = rest.slice(found);
      return [...blocks, ...(moved === 0 ? same : same.map((placed) => movedBy(placed, moved)))];
    }
    const source = text.slice(start, end);
    blocks.push({ start, block: between.get(source) ?? parse(ownCopy(source)) });
    start = end;
  }
  return blocks;
}

/** Where each block ends that starts at or behind `from`. */
function* endsOf(text: string, from: number, bodyStart: number): Generator<number, void> {
  if (from >= text.length && from > bodyStart) return;
  const starts = blockStarts(text, from, bodyStart);
  starts.next();
  yield* starts;
  yield text.length;
}

/**
 * How many blocks stay from the first. Where a block begins is seen by its first line and by what is before it; so the
 * last block that is still the same may now go on, and the one before it is the last that is certain.
 */
function sameHead(text: string, known: readonly PlacedBlock[], shift: number): number {
  let count = 0;
  while (count < known.length && isAt(text, known[count], shift)) count += 1;
  return Math.max(0, count - 2);
}

/** How many blocks at the end have the same text as before. */
function sameTail(text: string, { text: before, blocks }: EarlierBody, most: number): number {
  const moved = text.length - before.length;
  let count = 0;
  while (count < most && isAt(text, blocks[blocks.length - 1 - count], moved)) count += 1;
  return count;
}

function isAt(text: string, placed: PlacedBlock | undefined, by: number): boolean {
  return placed !== undefined && placed.start + by >= 0 && text.startsWith(placed.block.text, placed.start + by);
}

function movedBy({ start, block }: PlacedBlock, by: number): PlacedBlock {
  return { start: start + by, block };
}
