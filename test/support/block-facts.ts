import type { Block, PlacedBlock } from '../../server/src/core/syntax/block.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** Everything that is known of the blocks of a document, with offsets of the document, however it was split. */
export function factsOf(blocks: readonly PlacedBlock[]): Record<string, unknown[]> {
  const all = (facts: (block: Block) => readonly unknown[]): unknown[] => blocks.flatMap(({ start, block }) => facts(block).map((fact) => moved(fact, start)));
  return {
    headings: all((block) => block.headings),
    paragraphs: all((block) => block.paragraphs),
    directives: all((block) => block.directives),
    citations: all((block) => block.citations),
    comments: all((block) => block.comments),
    quotations: all((block) => block.quotations),
    code: all((block) => block.code.map((span) => withoutBlankLines(block.text, span))),
    words: blocks.flatMap(({ start, block }) => Array.from(block.words, (word) => start + word)),
    placeholders: all((block) => block.placeholders),
    claims: blocks.flatMap(({ start, block }) => block.claims.map((claim) => ({ ...claim, span: moved(claim.span, start) }))),
  };
}

/** The fact with all its places counted from `by` characters further on. */
function moved(fact: unknown, by: number): unknown {
  if (Array.isArray(fact)) return fact.map((part) => moved(part, by));
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [key, typeof value === 'number' && (key === 'start' || key === 'end') ? value + by : moved(value, by)]),
  );
}

/** Whether blank lines behind code that is not closed belong to it is all the same: nothing is in them. */
function withoutBlankLines(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
