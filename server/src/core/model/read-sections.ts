import type { Heading } from '../syntax/block.ts';
import type { PlacedBlock } from '../syntax/syntax-document.ts';
import { labelKey } from '../text/label.ts';
import { shiftSpan } from '../text/span.ts';
import type { Section } from './case-model.ts';

/** The sections of a document in reading order: one for each top-level heading. */
export function readSections(blocks: readonly PlacedBlock[], end: number): Section[] {
  const headings = blocks.flatMap(({ start, block }) =>
    block.headings.map((heading): Heading => ({
      ...heading,
      span: shiftSpan(heading.span, start),
      textSpan: shiftSpan(heading.textSpan, start),
    })),
  );
  const ends = sectionEnds(headings, end);
  return headings.map((heading, index) => ({
    heading: heading.text,
    key: labelKey(heading.text),
    depth: heading.depth,
    headingSpan: heading.span,
    textSpan: heading.textSpan,
    bodySpan: { start: heading.span.end, end: ends[index] ?? end },
    ownSpan: { start: heading.span.end, end: headings[index + 1]?.span.start ?? end },
  }));
}

/** Where each section ends: at the next heading of the same or a higher level. */
function sectionEnds(headings: readonly Heading[], end: number): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  headings.forEach((heading, index) => {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.depth ?? 0) >= heading.depth; last = open.at(-1)) {
      ends[last] = heading.span.start;
      open.pop();
    }
    open.push(index);
  });
  for (const index of open) ends[index] = end;
  return ends;
}
