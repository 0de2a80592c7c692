import type { RuleFinding } from '../../rules/rule.ts';
import { overlaps, touches, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import type { QuickFix } from '../quick-fix.ts';
import { closeMark } from './close-mark.ts';
import { addReason, concludeOnItem, recordNotApplicable } from './conclude.ts';
import { confirmAgain } from './confirm.ts';
import { chooseValue, correctSlip } from './correct-slip.ts';
import { explainSuppression, removeSuppression } from './edit-suppression.ts';
import type { Fixer } from './fixer.ts';
import { insertMissingField } from './insert-field.ts';
import { insertAllSections, insertSection } from './insert-section.ts';
import { quoteAsSaid, showAlterations } from './mend-quotation.ts';
import { putPseudonym } from './put-pseudonym.ts';
import { removeHeading } from './remove-heading.ts';
import { declareSource, removeSource } from './source-entries.ts';
import { suppressWithReason } from './suppress.ts';

/** The ways to mend the findings of each rule, the likeliest first. Every other finding can be suppressed. */
const FIXERS: Readonly<Record<string, readonly Fixer[]>> = {
  'confidentiality/real-name': [putPseudonym],
  'coverage/missing': [insertSection, recordNotApplicable, insertAllSections],
  'coverage/thin': [recordNotApplicable],
  'evidence/unknown-attribute': [correctSlip],
  'evidence/unknown-source': [correctSlip, declareSource],
  'evidence/unused-source': [removeSource],
  'finding/invalid-value': [correctSlip, chooseValue],
  'finding/missing': [concludeOnItem],
  'finding/no-reason': [addReason],
  'finding/suspect': [confirmAgain],
  'framework/unknown-framework': [correctSlip, chooseValue],
  'framework/unknown-item': [correctSlip],
  'front-matter/invalid-value': [correctSlip, chooseValue],
  'front-matter/missing-field': [insertMissingField],
  'front-matter/unknown-field': [correctSlip],
  'quote/altered': [quoteAsSaid, showAlterations],
  'structure/empty-section': [removeHeading],
  'structure/misread-mark': [correctSlip],
  'structure/missing-section': [insertSection, insertAllSections],
  'structure/unclosed-mark': [closeMark],
  'suppression/no-reason': [explainSuppression],
  'suppression/unused': [correctSlip, removeSuppression],
};

/** How many findings are mended at once: who marks a whole document looks for one list, not for thousands of entries. */
const MOST = 50;

/** The rules whose findings can be mended by a quick fix, by id. */
export function rulesWithFixes(): string[] {
  return Object.keys(FIXERS);
}

/**
 * What can be done about a case at `span`: ways to mend the findings there, then ways to switch them off.
 * @param findings the findings to mend: those of `analysis.findings` that the editor shows there
 */
export function quickFixes(analysis: CaseAnalysis, span: Span, findings: readonly RuleFinding[]): QuickFix[] {
  const isHere = (finding: RuleFinding): boolean => overlaps(finding.span, span) || touches(finding.span, span.start) || touches(finding.span, span.end);
  const here = findings.filter(isHere).slice(0, MOST);
  const fixesBy = (fixersOf: (finding: RuleFinding) => readonly Fixer[]): QuickFix[] =>
    here.flatMap((finding) => fixersOf(finding).flatMap((fixer) => fixer(analysis, finding).map((fix): QuickFix => ({ ...fix, kind: 'quickfix', finding }))));
  const fixes = [...fixesBy(({ rule }) => FIXERS[rule] ?? []), ...fixesBy(() => [suppressWithReason])];
  return [...new Map(fixes.toReversed().map((fix) => [JSON.stringify([fix.title, fix.edits]), fix])).values()].toReversed();
}
