import type { ViewName, ViewRequest } from '../views/all-views.ts';
import type { CaseReading, Learned, Reading, Task } from './reading.ts';

/*
 * What the main thread and its workers say to each other.
 */

/** With what a worker is started. */
export interface WorkerSetup<Name extends ViewName> {
  readonly request: ViewRequest<Name>;
  /** The folder in which the program runs. */
  readonly cwd: string;
}

/** To a worker: files to read, or null when there are no more. */
export type Order = { readonly batch: number; readonly tasks: readonly Task[] } | null;

/** From a worker: the readings of a batch with the parts of its cases in one piece, or what it learned, last of all. */
export type Answer<Facts> =
  { readonly batch: number; readonly readings: readonly SentReading<Facts>[]; readonly parts: Uint8Array } | { readonly learned: Learned };

/** A reading of which only the length of the part is sent with it. */
type SentReading<Facts> = Exclude<Reading<Facts>, CaseReading<Facts>> | (Omit<CaseReading<Facts>, 'part'> & { readonly length: number });

/** Readings as they are sent: bytes in one piece are handed over, and not copied. */
export function packed<Facts>(batch: number, readings: readonly Reading<Facts>[]): Answer<Facts> & { readonly parts: Uint8Array } {
  const parts: Uint8Array[] = [];
  const sent = readings.map((reading): SentReading<Facts> => {
    if (reading.kind !== 'case') return reading;
    const { part, ...rest } = reading;
    parts.push(part);
    return { ...rest, length: part.length };
  });
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { batch, readings: sent, parts: all };
}

/** The readings that were {@link packed}. */
export function unpacked<Facts>(readings: readonly SentReading<Facts>[], parts: Uint8Array): Reading<Facts>[] {
  let at = 0;
  return readings.map((reading) => {
    if (reading.kind !== 'case') return reading;
    const { length, ...rest } = reading;
    at += length;
    return { ...rest, part: parts.subarray(at - length, at) };
  });
}
