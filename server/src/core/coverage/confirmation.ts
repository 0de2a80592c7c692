import type { CaseModel } from '../model/case-model.ts';
import { evidencePrint } from './evidence-print.ts';
import type { ItemCoverage } from './item-coverage.ts';

/**
 * How an author's conclusion on an item stands to the text it was drawn from. `suspect`: the text has changed since the
 * finding was confirmed, so it may no longer follow from it (an audit trail from conclusions to data: Lincoln & Guba 1985;
 * the chain of evidence: Yin 2018).
 */
export type Confirmation = 'none' | 'confirmed' | 'suspect';

/** The print of the text on an item, as it is now: what `confirmed` of a finding holds once the finding is confirmed. */
export function printOfEvidence(model: CaseModel, { text }: ItemCoverage): string {
  return evidencePrint(model.syntax.blocks, text);
}

/** Whether the finding on an item has been confirmed, and on the text as it is. */
export function confirmationOf(model: CaseModel, coverage: ItemCoverage): Confirmation {
  const confirmed = coverage.finding?.confirmed;
  if (confirmed === undefined) return 'none';
  return confirmed === printOfEvidence(model, coverage) ? 'confirmed' : 'suspect';
}
