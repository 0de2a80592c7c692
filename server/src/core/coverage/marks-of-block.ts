import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import { isOneOf, STANCES } from '../model/vocabulary.ts';
import type { Block, Citation, Directive, DirectiveAttribute } from '../syntax/block.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';
import { countBetween } from '../text/words.ts';
import type { Mark, SourceUse } from './mark.ts';

/**
 * A mark as its block shows it, at offsets of the block. Where it marks a section, what it marks lies in other blocks, too,
 * and is left open.
 */
export interface BlockMark extends Omit<Mark, 'span'> {
  /** Undefined for a section. */
  readonly span: Span | undefined;
}

/** The directives of a block that name an item of the case's frameworks. */
export const marksOfBlocks = oncePer((frameworks: FrameworkSet): ((block: Block) => readonly BlockMark[]) => {
  const readMarks = oncePer((block: Block): readonly BlockMark[] =>
    block.directives.flatMap((directive) => {
      const item = frameworks.byId.get(directive.name);
      return item ? [readMark(block, directive, item)] : [];
    }),
  );
  return (block) => (block.directives.length === 0 ? NONE : readMarks(block));
});

const NONE: readonly BlockMark[] = [];

function readMark(block: Block, directive: Directive, item: FrameworkItem): BlockMark {
  const { form, span } = markedText(block, directive);
  const attribute = (name: string): DirectiveAttribute | undefined => directive.attributes.find((candidate) => candidate.name === name);
  const sources = [...sourcesNamed(attribute('src')), ...(span ? sourcesCited(block.citations, span) : [])];
  return {
    item,
    form,
    span,
    nameSpan: directive.nameSpan,
    stances: directive.attributes.flatMap(({ name, value }) => (value === undefined && isOneOf(STANCES, name) ? [name] : [])),
    sources,
    sourceIds: sources.map(({ id }) => id),
    words: span ? countBetween(block.words, span.start, span.end) : 0,
    note: attribute('note')?.value,
  };
}

/** A tagged heading tags its section; a leaf (`::P6` on a line of its own) stands between paragraphs and tags the one around it. */
function markedText({ headings }: Block, { form, span, content, hasLabel, host }: Directive): Pick<BlockMark, 'form' | 'span'> {
  if (form === 'container') return { form: 'container', span: content ?? span };
  if (hasLabel && content) return { form: 'text', span: content };
  const isInHeading = host !== undefined && headings.some((heading) => encloses(heading.span, host));
  return host === undefined || isInHeading ? { form: 'section', span: undefined } : { form: 'paragraph', span: host };
}

/** The sources of a `src` attribute: ids separated by spaces, commas or semicolons, with or without `@`. */
export function sourcesNamed(attribute: DirectiveAttribute | undefined): SourceUse[] {
  const { value, valueSpan } = attribute ?? {};
  if (value === undefined || !valueSpan) return [];
  return Array.from(value.matchAll(/@?([^\s,;@]+)/g), (match) => {
    const end = valueSpan.start + match.index + match[0].length;
    const id = match[1] ?? '';
    return { id, span: { start: end - id.length, end } };
  });
}

/** The citations in a span, of a sorted list. */
export function sourcesCited(citations: readonly Citation[], span: Span): SourceUse[] {
  const startOf = (citation: Citation): number => citation.idSpan.start;
  return citations
    .slice(firstAtOrAfter(citations, span.start, startOf), firstAtOrAfter(citations, span.end, startOf))
    .filter((citation) => encloses(span, citation.idSpan))
    .map(({ id, idSpan }) => ({ id, span: idSpan }));
}
