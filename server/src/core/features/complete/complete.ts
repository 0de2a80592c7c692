import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { CompletionItem } from '../completion.ts';

/** What an author may want to insert at `offset` of a case; empty where nothing sensible can be offered. */
export function complete(_analysis: CaseAnalysis, _offset: number): CompletionItem[] {
  return [];
}
