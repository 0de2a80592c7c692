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
  return headings.map((heading, index) => {
    const next = headings[index + 1];
    const closing = headings.slice(index + 1).find((later) => later.depth <= heading.depth);
    return {
      heading: heading.text,
      key: labelKey(heading.text),
      depth: heading.depth,
      headingSpan: heading.span,
      textSpan: heading.textSpan,
      bodySpan: { start: heading.span.end, end: closing?.span.start ?? end },
      ownSpan: { start: heading.span.end, end: next?.span.start ?? end },
    };
  });
}
