import { ownCopy } from '../text/own-copy.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import type { TextChange } from '../text/text-change.ts';
import { blockStarts } from './split-blocks.ts';
import type { Block, PlacedBlock } from './block.ts';

/** An earlier version of a body: its blocks, and what changed since then in the text of the document. */
export interface EarlierBody {
  readonly blocks: readonly PlacedBlock[];
  readonly change: TextChange;
}

/**
 * The blocks of a body. Of an earlier version, those before and behind what changed are taken as they are, so that the
 * cost is that of the change. A property test holds the result to that of beginning anew.
 */
export function placeBlocks(text: string, bodyStart: number, earlier: EarlierBody | undefined, parse: (source: string) => Block): readonly PlacedBlock[] {
  const known = earlier?.blocks ?? [];
  const { start: changed, endBefore, endAfter } = earlier?.change ?? { start: 0, endBefore: 0, endAfter: text.length };
  const moved = endAfter - endBefore;
  // Where a block begins is seen by its first line and by what is before it; so the last block before the change may now
  // go on, and the one before that is the last that is certain. Where the front matter changed, there is none.
  const head = known[0]?.start === bodyStart ? Math.max(0, firstAtOrAfter(known, changed + 1, endOf) - 2) : 0;
  const tail = Math.max(head, firstAtOrAfter(known, endBefore, startOf));
  const between = new Map(known.slice(head, tail).map(({ block }) => [block.text, block]));
  const blocks = known.slice(0, head);

  const last = blocks.at(-1);
  let start = last ? endOf(last) : bodyStart;
  for (const end of endsOf(text, start)) {
    const same = firstAtOrAfter(known, start - moved, startOf);
    if (same >= tail && known[same]?.start === start - moved) {
      const rest = known.slice(same);
      return blocks.concat(moved === 0 ? rest : rest.map((placed) => ({ start: placed.start + moved, block: placed.block })));
    }
    const source = text.slice(start, end);
    blocks.push({ start, block: between.get(source) ?? parse(ownCopy(source)) });
    start = end;
  }
  return blocks;
}

/** Where each block ends that starts at or behind `from`. */
function* endsOf(text: string, from: number): Generator<number, void> {
  const starts = blockStarts(text, from);
  starts.next();
  yield* starts;
  yield text.length;
}

function startOf({ start }: PlacedBlock): number {
  return start;
}

function endOf({ start, block }: PlacedBlock): number {
  return start + block.text.length;
}
