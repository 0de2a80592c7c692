import { utimesSync } from 'node:fs';
import path from 'node:path';
import { keepNewest } from '../../node/keep-newest.ts';
import { isAsFound } from '../study-files.ts';
import { KeptRun, RunKeeper } from './kept-run.ts';
import type { Found } from './plan.ts';
import type { Learned } from './reading.ts';
import { KEPT_RUNS } from './run-place.ts';

/** The run that was kept in a file, if all that it looked at besides cases is still as it was. */
export function earlierRun(place: string): KeptRun | undefined {
  const run = KeptRun.open(place);
  if (run?.found.every(([uri, mark]) => isAsFound(uri, mark)) !== false) return run;
  run.close();
  return undefined;
}

/** Keeps a run for the next one. */
export class Keeping {
  readonly #place: string;
  readonly #keeper: RunKeeper;

  constructor(place: string) {
    this.#place = place;
    this.#keeper = new RunKeeper(place);
  }

  /** The next file; one that could not be read is read again the next time. */
  add(found: Found): void {
    if (found.kept) this.#keeper.add(found.file, found.kept, found.part());
  }

  /**
   * Ends a run that came to its end. It is not kept if a file on which the cases depend changed meanwhile: nobody knows
   * then which case was compared with what.
   */
  end(earlier: KeptRun | undefined, { found, problems, isSteady }: Learned): void {
    const before = new Map(earlier?.found);
    const isSame = [...found].every(([uri, mark]) => (before.get(uri) ?? mark) === mark);
    if (!isSteady || !isSame) this.#keeper.discard();
    else if (this.#keeper.end({ found: [...new Map([...before, ...found])], problems: [...new Map([...(earlier?.problems ?? []), ...problems])] })) {
      keepNewest(path.dirname(this.#place), KEPT_RUNS);
    }
  }

  discard(): void {
    this.#keeper.discard();
  }
}

/** Says that a kept run was of use, so that others are removed first. */
export function markUsed(place: string): void {
  try {
    const now = new Date();
    utimesSync(place, now, now);
  } catch {
    // It can be read and not written; then it is nobody's to remove.
  }
}
