import type { Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** What a symbol stands for; editors choose its icon by it. */
export type SymbolKind = 'front-matter' | 'field' | 'source' | 'finding' | 'section' | 'mark';

/** An entry of a case's outline. */
export interface CaseSymbol {
  readonly name: string;
  /** For an item, its status: "P3 · evidenced · 2 sources". */
  readonly detail: string | undefined;
  readonly kind: SymbolKind;
  /** All that belongs to it; encloses the spans of its children. */
  readonly span: Span;
  /** What is selected when it is chosen; lies in `span`. */
  readonly selectionSpan: Span;
  readonly children: readonly CaseSymbol[];
}

/** The outline of a case: its front matter, and its sections with the containers in them. */
export function documentSymbols(_analysis: CaseAnalysis): CaseSymbol[] {
  return [];
}
