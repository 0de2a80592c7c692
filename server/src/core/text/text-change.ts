import type { Span } from './span.ts';

/** What lies between the start and the end that two versions of a text share. */
export interface TextChange {
  /** Where the versions begin to differ. */
  readonly start: number;
  /** Where the end that they share begins, in the earlier version and in the later one. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Finds what changed from one version of a text to the next, as one stretch. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  const start = sharedStart(before, after, most);
  const end = sharedEnd(before, after, most - start);
  return { start, endBefore: before.length - end, endAfter: after.length - end };
}

/** The change that leads back from the later version to the earlier one. */
export function reversed({ start, endBefore, endAfter }: TextChange): TextChange {
  return { start, endBefore: endAfter, endAfter: endBefore };
}

/** A change and the next one as one; undefined where something lies between them that neither has touched. */
export function joined(first: TextChange, next: TextChange): TextChange | undefined {
  if (next.start > first.endAfter || next.endBefore < first.start) return undefined;
  return {
    start: Math.min(first.start, next.start),
    endBefore: first.endBefore + Math.max(0, next.endBefore - first.endAfter),
    endAfter: next.endAfter + Math.max(0, first.endAfter - next.endBefore),
  };
}

/** Where a stretch of the earlier version stands in the later one; what begins or ends in the change does so at its edge. */
export function spanAfter({ start, end }: Span, change: TextChange): Span {
  const moved = change.endAfter - change.endBefore;
  const from = start < change.start ? start : start >= change.endBefore ? start + moved : change.start;
  const to = end <= change.start ? end : end >= change.endBefore ? end + moved : change.endAfter;
  return { start: from, end: Math.max(from, to) };
}

/*
 * Texts are compared piece by piece, by halves: engines compare two pieces a hundred times as fast as a program does sign
 * by sign, and all pieces together are not longer than the text.
 */

function sharedStart(a: string, b: string, most: number): number {
  let shared = 0;
  let differs = most + 1;
  while (differs - shared > 1) {
    const middle = (shared + differs) >> 1;
    if (a.slice(shared, middle) === b.slice(shared, middle)) shared = middle;
    else differs = middle;
  }
  return shared;
}

function sharedEnd(a: string, b: string, most: number): number {
  let shared = 0;
  let differs = most + 1;
  while (differs - shared > 1) {
    const middle = (shared + differs) >> 1;
    if (a.slice(a.length - middle, a.length - shared) === b.slice(b.length - middle, b.length - shared)) shared = middle;
    else differs = middle;
  }
  return shared;
}
