import type { Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** A line of status above marked text. */
export interface CaseLens {
  readonly span: Span;
  /** "P3 · evidenced · 2 sources" */
  readonly title: string;
  /** The id of the item that it is about. */
  readonly item: string;
}

/** The lenses of a case: one for each line and item marked there, in reading order. */
export function codeLenses(_analysis: CaseAnalysis): CaseLens[] {
  return [];
}
