import { placesOf, quotationAt, quotationsOf, type Quotation } from '../../quotes/quotations.ts';
import type { TranscriptPlace } from '../../quotes/judge.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';

/** A quotation of a case, and where its words stand in what was said. */
export interface QuotedPassages {
  /** The quotation with its marks. */
  readonly span: Span;
  /** One place, or several where nobody can tell which is meant; never none. */
  readonly passages: readonly TranscriptPlace[];
}

/** The quotation at an offset, if it was found in a transcript. */
export function quotedPassagesAt(analysis: CaseAnalysis, offset: number): QuotedPassages | undefined {
  const quotation = quotationAt(analysis, offset);
  return quotation && found(quotation)[0];
}

/** The quotations of a case that are taken from one of these passages, or from a part of it. */
export function quotationsFrom(analysis: CaseAnalysis, passages: readonly TranscriptPlace[]): Span[] {
  const isTaken = (place: TranscriptPlace): boolean => passages.some((passage) => passage.uri === place.uri && overlaps(passage.span, place.span));
  return quotationsOf(analysis)
    .flatMap(found)
    .filter((quoted) => quoted.passages.some(isTaken))
    .map(({ span }) => span);
}

function found(quotation: Quotation): QuotedPassages[] {
  const passages = placesOf(quotation);
  return passages.length > 0 ? [{ span: quotation.span, passages }] : [];
}
