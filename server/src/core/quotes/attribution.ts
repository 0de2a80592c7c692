import { marksOfBlocks } from '../coverage/marks-of-block.ts';
import type { FrameworkSet } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Block } from '../syntax/block.ts';
import { encloses } from '../text/span.ts';
import { quotationsIn, type BlockQuotation } from './find-quotations.ts';

/** A quotation of a block, and to which sources its block attributes it. */
export interface AttributedQuotation extends BlockQuotation {
  /** The ids of the sources; empty where the block names none for it. */
  readonly sourceIds: readonly string[];
  /** Whether it stands in marked text, by a mark of its block. */
  readonly isMarked: boolean;
}

/**
 * The quotations of a block with their sources: those of the nearest citation behind a quotation in its paragraph or block
 * quote, as readers take it; else those that its marks name; else those of the nearest citation before it.
 */
export const attributedIn = oncePer((frameworks: FrameworkSet): ((block: Block) => readonly AttributedQuotation[]) => {
  const read = oncePer((block: Block): readonly AttributedQuotation[] => {
    const marks = marksOfBlocks(frameworks)(block);
    return quotationsIn(block).map((quotation) => {
      const around = marks.filter(({ span }) => span && encloses(span, quotation.content));
      return { ...quotation, isMarked: around.length > 0, sourceIds: sourcesOf(block, quotation, [...new Set(around.flatMap((mark) => mark.sourceIds))]) };
    });
  });
  return (block) => (quotationsIn(block).length === 0 ? NONE : read(block));
});

const NONE: readonly AttributedQuotation[] = [];

function sourcesOf({ citations, quotations }: Block, { span, content, paragraph }: BlockQuotation, marked: readonly string[]): readonly string[] {
  const scope = quotations.find((quotation) => encloses(quotation, paragraph)) ?? paragraph;
  const inScope = citations.filter(({ clusterSpan }) => encloses(scope, clusterSpan));
  const behind = inScope.find(({ clusterSpan }) => clusterSpan.start >= span.end || encloses(content, clusterSpan));
  const nearest = behind ?? (marked.length > 0 ? undefined : inScope.findLast(({ clusterSpan }) => clusterSpan.end <= span.start));
  return nearest ? inScope.filter(({ clusterSpan }) => clusterSpan.start === nearest.clusterSpan.start).map(({ id }) => id) : marked;
}
