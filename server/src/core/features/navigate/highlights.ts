import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { mentionAt, mentionsOf } from '../../mentions/case-mentions.ts';
import type { Mention } from '../../mentions/referent.ts';

/** All places of a case that name what is named at `offset`, that place among them; none where nothing is named. */
export function highlightsAt(analysis: CaseAnalysis, offset: number): Mention[] {
  const at = mentionAt(analysis, offset);
  return at ? mentionsOf(analysis, at.referent) : [];
}
