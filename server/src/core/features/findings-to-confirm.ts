import { conclusionOf } from '../quotes/confirmation.ts';
import { confirmationInWords, type ConfirmationInWords } from '../rules/finding/change-in-words.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { confirmingEdit } from './fixes/confirm.ts';

/** A finding that its author may confirm, and what is known of it. */
export interface FindingToConfirm extends ConfirmationInWords {
  readonly item: string;
  readonly label: string;
  /** The verdict, else the value, and the reason, as the author wrote them. */
  readonly conclusion: string;
  /** What writes the confirmation into the case. */
  readonly edit: TextEdit;
}

/**
 * The findings of a case that conclude something, in the order of the frameworks' items; those that cannot be written
 * into front matter as it stands are left out.
 */
export function findingsToConfirm(analysis: CaseAnalysis): readonly FindingToConfirm[] {
  return analysis.coverage.items.flatMap((coverage) => {
    const { finding, entry } = coverage;
    const conclusion = conclusionOf(coverage);
    const edit = conclusion === undefined ? undefined : confirmingEdit(analysis, coverage);
    if (!finding || conclusion === undefined || !edit) return [];
    const because = finding.because === undefined ? '' : `: ${finding.because}`;
    const { id, label } = entry.item;
    return [{ item: id, label, conclusion: `${conclusion}${because}`, ...confirmationInWords(analysis, coverage), edit }];
  });
}
