import { evidencePrint, printOf } from '../coverage/evidence-print.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { encloses, type Span } from '../text/span.ts';
import { placesOf, quotationsOf, type QuotationFacts } from './quotations.ts';

/**
 * How an author's conclusion on an item stands to the text it was drawn from. `suspect`: that text, or what it quotes, has
 * changed since the finding was confirmed, so it may no longer follow from it (an audit trail from conclusions to data:
 * Lincoln & Guba 1985; the chain of evidence: Yin 2018).
 */
export type Confirmation = 'none' | 'confirmed' | 'suspect';

/**
 * The print of the text on an item, and of the passages of transcripts that it quotes, as they are now: what `confirmed` of
 * a finding holds once the finding is confirmed.
 */
export function printOfEvidence(facts: QuotationFacts, { text }: ItemCoverage): string {
  const print = evidencePrint(facts.model.syntax.blocks, text);
  const passages = passagesQuoted(facts, text);
  return passages.length === 0 ? print : printOf([print, ...passages].join('\n'));
}

/** Whether the finding on an item has been confirmed, and on the evidence as it is. */
export function confirmationOf(facts: QuotationFacts, coverage: ItemCoverage): Confirmation {
  const confirmed = coverage.finding?.confirmed;
  if (confirmed === undefined) return 'none';
  return confirmed === printOfEvidence(facts, coverage) ? 'confirmed' : 'suspect';
}

/** What was said where the quotations in some text of a case come from, however its lines are broken. */
function passagesQuoted(facts: QuotationFacts, text: readonly Span[]): string[] {
  if (facts.transcripts.size === 0) return [];
  const files = new Map([...facts.transcripts.values()].map(({ uri, state }) => [uri, state]));
  const quoted = quotationsOf(facts).filter(({ content }) => text.some((span) => encloses(span, content)));
  return quoted.flatMap(placesOf).flatMap(({ uri, span }) => {
    const state = files.get(uri);
    return state?.kind === 'text' ? [state.text.slice(span.start, span.end).replace(/\s+/g, ' ')] : [];
  });
}
