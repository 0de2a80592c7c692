import type { RuleFinding } from '../../rules/rule.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { QuickFix } from '../quick-fix.ts';

/** A way to mend a finding. */
export type Fix = Omit<QuickFix, 'kind' | 'finding'>;

/** Finds the ways to mend a finding of certain rules; none when the finding is not what it expects. */
export type Fixer = (analysis: CaseAnalysis, finding: RuleFinding) => readonly Fix[];
