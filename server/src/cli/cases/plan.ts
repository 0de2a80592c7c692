import { statSync } from 'node:fs';
import { stampOf } from '../../node/file-stamp.ts';
import type { KeptFile, KeptRun } from './kept-run.ts';
import type { Reading, Task } from './reading.ts';

/** A file of the run, with what is known of it from an earlier one, and what is to be done about it. */
export interface Planned {
  readonly file: string;
  /** What an earlier run found; it still holds where there is no task. */
  readonly before: KeptFile | undefined;
  /** Undefined where nothing has to be read. */
  readonly task: Task | undefined;
}

/** A file of the run of which all is known. */
export type Found =
  | { readonly file: string; readonly kept: undefined; readonly unread: string }
  | { readonly file: string; readonly kept: KeptFile; readonly part: () => Uint8Array };

/** Which of the files have to be read: those that are not as an earlier run found them. */
export function planOf(files: readonly string[], earlier: KeptRun | undefined): Planned[] {
  return files.map((file) => {
    const before = earlier?.files.get(file);
    if (!before) return { file, before, task: { file } };
    const isSame = before.stamp !== undefined && before.stamp === stampNow(file);
    return { file, before, task: isSame ? undefined : { file, known: before.digest } };
  });
}

/** What is known of the files once those with tasks have been read, in the order of the plan. */
export async function* carriedOut<Facts>(
  plan: readonly Planned[],
  readings: AsyncGenerator<Reading<Facts>, void>,
  earlier: KeptRun | undefined,
): AsyncGenerator<Found> {
  for (const { file, before, task } of plan) {
    const reading = task ? ((await readings.next()).value ?? undefined) : undefined;
    if (reading && reading.kind !== 'as-known') yield foundBy(file, reading, '');
    else if (before) {
      const { case: kept } = before;
      const part = (): Uint8Array => (kept && earlier ? earlier.partOf(file, kept) : NOTHING);
      yield { file, kept: reading ? { digest: reading.digest, ...stampIn(reading), case: kept } : before, part };
    }
  }
}

/**
 * What a reading tells of a file.
 * @param namesakes see `KeptCase`
 */
export function foundBy<Facts>(file: string, reading: Exclude<Reading<Facts>, { readonly kind: 'as-known' }>, namesakes: string): Found {
  if (reading.kind === 'unread') return { file, kept: undefined, unread: reading.reason };
  const content = { digest: reading.digest, ...stampIn(reading) };
  if (reading.kind === 'no-case') return { file, kept: { ...content, case: undefined }, part: () => NOTHING };
  const { id, idSpan, problems, facts, part } = reading;
  const kept = { id, idSpan, namesakes, ...(problems ? { problems } : {}), facts, length: part.length };
  return { file, kept: { ...content, case: kept }, part: () => part };
}

const NOTHING = new Uint8Array();

function stampIn({ stamp }: { readonly stamp?: string }): { readonly stamp?: string } {
  return stamp === undefined ? {} : { stamp };
}

function stampNow(file: string): string | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && stampOf(stats);
  } catch {
    return undefined; // reading it says why
  }
}
