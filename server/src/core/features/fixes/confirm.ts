import { confirmationOf } from '../../quotes/confirmation.ts';
import { evidenceCode } from '../../quotes/evidence-code.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Fixer } from './fixer.ts';
import { insertField } from './yaml-edit.ts';

/** The edit by which the finding on an item is confirmed on the text as it is; undefined where that cannot be written. */
export function confirmingEdit(analysis: CaseAnalysis, coverage: ItemCoverage): TextEdit | undefined {
  const { finding, entry } = coverage;
  // Digits alone, or with an e among them, would be a number to YAML.
  const code = `"${evidenceCode(analysis, coverage)}"`;
  if (finding?.confirmedSpan) return { span: finding.confirmedSpan, newText: code };
  return finding && insertField(analysis, ['findings', entry.item.id, 'confirmed'], code);
}

/** Confirms a finding again that the text has moved away from. */
export const confirmAgain: Fixer = (analysis, { data = {} }) => {
  const coverage = analysis.coverage.items.find(({ entry }) => entry.item.id === data.item);
  const edit = coverage && confirmationOf(analysis, coverage) === 'suspect' ? confirmingEdit(analysis, coverage) : undefined;
  return edit ? [{ title: `Confirm the finding on ${data.item ?? ''}: it follows from the text as it is now`, edits: [edit], preferred: false }] : [];
};
