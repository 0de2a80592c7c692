/** Words that two texts have in the same places, or not: a run of one and the run of the other that stands for it. */
export interface Run {
  readonly same: boolean;
  /** Words of the quotation: from the first, up to and without the last. */
  readonly quoted: readonly [first: number, last: number];
  /** Words of the other text. */
  readonly said: readonly [first: number, last: number];
}

/** A quotation and a stretch of what was said, to be written under each other word by word. */
export interface Comparison {
  /** How many words the quotation has. */
  readonly quoted: number;
  /** How many words were said. */
  readonly said: number;
  readonly isSame: (quoted: number, said: number) => boolean;
  /** How many words that were said may be passed over at no cost in front of a word of the quotation. */
  readonly freeBefore: (quoted: number) => number;
}

/* What differs costs so much. Authors leave words out more often than they put some in, and rather change one than do both. */
const CHANGED = 4;
const LEFT_OUT = 2;
const ADDED = 5;
/** However many words were left out in one place: a stretch that was cut is one change and not thirty. */
const CUT = 9;

/* How a cell was come by: a word of each; a word too many; one too few; many too few at once. */
const PAIR = 0;
const ADD = 1;
const LEAVE_OUT = 2;
const JUMP = 3;

/** How each cell was come by: row by row a word of the quotation, column by column a word that was said. */
interface Table {
  readonly width: number;
  readonly steps: Uint8Array;
  /** Where a jump to a cell came from. */
  readonly jumps: Int32Array;
}

/**
 * The cheapest way to write a quotation word by word under a stretch of what was said, of which any part may be left over at
 * both ends.
 * @returns the runs, from the first word of the quotation to its last; none where nothing fits
 */
export function align(compared: Comparison): Run[] {
  const { quoted, isSame, freeBefore } = compared;
  const width = compared.said + 1;
  const steps = new Uint8Array((quoted + 1) * width);
  const jumps = new Int32Array((quoted + 1) * width);
  let above = new Uint32Array(width);
  let row = new Uint32Array(width);
  for (let i = 1; i <= quoted; i += 1) {
    const free = freeBefore(i);
    row[0] = i * ADDED;
    steps[i * width] = ADD;
    let best = 0;
    for (let j = 1; j < width; j += 1) {
      const pair = (above[j - 1] ?? 0) + (isSame(i - 1, j - 1) ? 0 : CHANGED);
      const added = (above[j] ?? 0) + ADDED;
      const leftOut = (row[j - 1] ?? 0) + LEFT_OUT;
      let cost = pair;
      let step: number = PAIR;
      if (added < cost) [cost, step] = [added, ADD];
      if (leftOut < cost && i < quoted) [cost, step] = [leftOut, LEAVE_OUT];
      if ((row[j - 1] ?? 0) <= (row[best] ?? 0) || (free > 0 && j - best > free)) best = j - 1;
      const jump = (row[best] ?? 0) + (free > 0 ? 0 : CUT);
      if (jump < cost && i < quoted) {
        [cost, step] = [jump, JUMP];
        jumps[i * width + j] = best;
      }
      row[j] = cost;
      steps[i * width + j] = step;
    }
    [above, row] = [row, above];
  }
  const end = above.reduce((best, cost, j) => (cost < (above[best] ?? 0) ? j : best), 0);
  return trace(compared, { width, steps, jumps }, end);
}

/** The runs on the cheapest way back from the last word of the quotation. @param end behind the word that was said for it */
function trace({ quoted, isSame, freeBefore }: Comparison, { width, steps, jumps }: Table, end: number): Run[] {
  const runs: Run[] = [];
  let [i, j] = [quoted, end];
  while (i > 0) {
    const step = steps[i * width + j];
    const from = step === PAIR ? [i - 1, j - 1] : step === ADD ? [i - 1, j] : step === LEAVE_OUT ? [i, j - 1] : [i, jumps[i * width + j] ?? 0];
    const [a = 0, b = 0] = from;
    // What an author says is left out is no difference.
    const isFree = step === JUMP && freeBefore(i) > 0;
    if (!isFree) runs.push({ same: step === PAIR && isSame(a, b), quoted: [a, i], said: [b, j] });
    [i, j] = [a, b];
  }
  return joined(runs.reverse());
}

/** Neighbouring runs of one kind as one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.same === run.same && last.said[1] === run.said[0])
      result[result.length - 1] = { ...last, quoted: [last.quoted[0], run.quoted[1]], said: [last.said[0], run.said[1]] };
    else result.push(run);
  }
  return result;
}
