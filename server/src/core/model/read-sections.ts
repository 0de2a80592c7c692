import { oncePer } from '../memory/once-per.ts';
import type { Heading, PlacedBlock } from '../syntax/block.ts';
import { labelKey } from '../text/label.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { Section } from './case-model.ts';

/** A heading and where it stands in the document. */
interface PlacedHeading {
  readonly heading: Heading;
  readonly span: Span;
  readonly textSpan: Span;
}

/** The sections of a document in reading order: one for each top-level heading. */
export function readSections(blocks: readonly PlacedBlock[], end: number): Section[] {
  const headings = placeHeadings(blocks);
  const ends = sectionEnds(headings, end);
  return headings.map(({ heading, span, textSpan }, index) => ({
    heading: heading.text,
    key: keyOf(heading).key,
    depth: heading.depth,
    headingSpan: span,
    textSpan,
    bodySpan: { start: span.end, end: ends[index] ?? end },
    ownSpan: { start: span.end, end: headings[index + 1]?.span.start ?? end },
  }));
}

/** Bringing a heading into the form in which headings are compared takes long, and it stays the same while it moves. */
const keyOf = oncePer((heading: Heading): { readonly key: string } => ({ key: labelKey(heading.text) }));

function placeHeadings(blocks: readonly PlacedBlock[]): PlacedHeading[] {
  const placed: PlacedHeading[] = [];
  for (const { start, block } of blocks) {
    for (const heading of block.headings) placed.push({ heading, span: shiftSpan(heading.span, start), textSpan: shiftSpan(heading.textSpan, start) });
  }
  return placed;
}

/** Where each section ends: at the next heading of the same or a higher level. */
function sectionEnds(headings: readonly PlacedHeading[], end: number): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  headings.forEach(({ heading, span }, index) => {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.heading.depth ?? 0) >= heading.depth; last = open.at(-1)) {
      ends[last] = span.start;
      open.pop();
    }
    open.push(index);
  });
  for (const index of open) ends[index] = end;
  return ends;
}
