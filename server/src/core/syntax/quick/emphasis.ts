import type { Span } from '../../text/span.ts';

/** A run of `*` or `_`, and what it may do where it stands. */
interface Run extends Span {
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Hardly any text has emphasis, and there are many texts. */
const NONE: readonly Span[] = [];

/**
 * The runs of `*` and `_` that are emphasis and no text, in one stretch of text, when that is plain to see: each opened run
 * is closed by one of the same length, and none is open and closing at once.
 * @param starts where the runs begin, in order
 * @returns undefined where only the parser can tell
 */
export function emphasisIn(text: string, stretch: Span, starts: readonly number[]): readonly Span[] | undefined {
  if (starts.length === 0) return NONE;
  const found: Span[] = [];
  const open: Run[] = [];
  for (const start of starts) {
    const run = runAt(text, stretch, start);
    if (run.opens && run.closes) return undefined;
    if (run.opens) open.push(run);
    if (!run.closes) continue;
    const opening = open.pop();
    if (!opening) continue;
    if (opening.sign !== run.sign || opening.end - opening.start !== run.end - run.start) return undefined;
    found.push(opening, run);
  }
  return found;
}

/** Where the run that begins at `start` ends. */
export function runEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && text[at] === text[start]) at += 1;
  return at;
}

/** CommonMark 6.2: what may open and close depends on the characters around the run. */
function runAt(text: string, stretch: Span, start: number): Run {
  const end = runEnd(text, start, stretch.end);
  const sign = text[start] ?? '';
  const before = kindOfSign(start > stretch.start ? text[start - 1] : undefined);
  const after = kindOfSign(end < stretch.end ? text[end] : undefined);
  const opens = after === 'other' || (after === 'sign' && before !== 'other') || isMark(text[end], end < stretch.end);
  const closes = before === 'other' || (before === 'sign' && after !== 'other') || isMark(text[start - 1], start > stretch.start);
  if (sign === '*') return { start, end, sign, opens, closes };
  return { start, end, sign, opens: opens && (before !== 'other' || !closes), closes: closes && (after !== 'other' || !opens) };
}

function isMark(sign: string | undefined, isInside: boolean): boolean {
  return isInside && (sign === '*' || sign === '_');
}

function kindOfSign(sign: string | undefined): 'blank' | 'sign' | 'other' {
  if (sign === undefined || /\s/.test(sign)) return 'blank';
  return /\p{P}|\p{S}/u.test(sign) ? 'sign' : 'other';
}
