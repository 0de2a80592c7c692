import type { Span } from '../../server/src/core/text/span.ts';

/** A text with its markers taken out, and where they stood: `<|>` for the cursor, `‹|…|›` for ranges. */
export interface MarkedText {
  readonly text: string;
  /** The offset of the first cursor; -1 when there is none. */
  readonly cursor: number;
  readonly ranges: readonly Span[];
}

/** Reads the markers of a test's text. Ranges may nest but not cross. */
export function readMarkers(marked: string): MarkedText {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const ranges: Span[] = [];
  for (const part of marked.split(/(<\|>|‹\||\|›)/)) {
    if (part === '<|>') cursor = text.length;
    else if (part === '‹|') open.push(text.length);
    else if (part === '|›') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += part;
  }
  return { text, cursor, ranges: ranges.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** The text with `‹|…|›` around each span, to compare with what a test expects. */
export function showRanges(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap((span, order) => [
    { at: span.start, sign: '‹|', rank: order },
    { at: span.end, sign: '|›', rank: -1 },
  ]);
  marks.sort((a, b) => b.at - a.at || b.rank - a.rank);
  return marks.reduce((shown, { at, sign }) => shown.slice(0, at) + sign + shown.slice(at), text);
}
