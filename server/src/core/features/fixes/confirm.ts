import { conclusionOf, confirmationOf } from '../../quotes/confirmation.ts';
import { evidenceCode } from '../../quotes/evidence-code.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { touches, type Span } from '../../text/span.ts';
import type { QuickFix } from '../quick-fix.ts';
import type { Fix, Fixer } from './fixer.ts';
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
  return coverage && confirmationOf(analysis, coverage) === 'suspect' ? confirming(analysis, coverage) : [];
};

/** Confirms the finding at a place for the first time: nothing is wrong with it, so that no rule offers this. */
export function confirmFirst(analysis: CaseAnalysis, { start, end }: Span): QuickFix[] {
  const isHere = (span: Span): boolean => touches(span, start) && touches(span, end);
  return analysis.coverage.items
    .filter(({ finding }) => finding && isHere(finding.span))
    .filter((coverage) => conclusionOf(coverage) !== undefined && confirmationOf(analysis, coverage) === 'none')
    .flatMap((coverage) => confirming(analysis, coverage).map((fix): QuickFix => ({ ...fix, kind: 'refactor' })));
}

function confirming(analysis: CaseAnalysis, coverage: ItemCoverage): readonly Fix[] {
  const edit = confirmingEdit(analysis, coverage);
  return edit ? [{ title: `Confirm the finding on ${coverage.entry.item.id}: it follows from the text as it is now`, edits: [edit], preferred: false }] : [];
}
