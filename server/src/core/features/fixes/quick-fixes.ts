import type { RuleFinding } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { QuickFix } from '../quick-fix.ts';

/**
 * What can be done about a case at `span`.
 * @param findings the findings to mend: those of `analysis.findings` that the editor shows there
 */
export function quickFixes(_analysis: CaseAnalysis, _span: Span, _findings: readonly RuleFinding[]): QuickFix[] {
  return [];
}
