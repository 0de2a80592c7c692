import type { Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** Text of several lines that can be folded away. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'front-matter' | 'mark' | 'comment';
}

/** What can be folded besides sections, which every Markdown editor folds by itself. */
export function foldingSpans(_analysis: CaseAnalysis): Fold[] {
  return [];
}
