import { beginningOf } from '../../coverage/evidence-print.ts';
import { counted, listed } from '../wording.ts';
import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import type { Span } from '../../text/span.ts';
import { changeSinceConfirmed, confirmationOf, type Confirmation, type EvidenceChange } from '../../quotes/confirmation.ts';
import type { QuotationFacts } from '../../quotes/quotations.ts';

/** So many pieces of text are named; of more, nobody would look for each. */
const MOST_NAMED = 3;
/** So many words say which piece is meant. */
const WORDS_NAMED = 6;

/** Whether a finding was confirmed, for its author to read; `words` is a sentence. */
export interface ConfirmationInWords {
  readonly state: Confirmation;
  readonly words: string;
}

/** Whether the finding on an item was confirmed, and what has changed since. */
export function confirmationInWords(facts: QuotationFacts, coverage: ItemCoverage): ConfirmationInWords {
  const change = changeSinceConfirmed(facts, coverage);
  if (change) return { state: 'suspect', words: `Suspect: since it was confirmed, ${changeInWords(facts, change)}.` };
  const state = confirmationOf(facts, coverage);
  return { state, words: state === 'none' ? 'Not confirmed yet.' : 'Confirmed on the text as it is now.' };
}

/**
 * What has changed since a finding was confirmed, to complete “Since this finding was confirmed, …”: “A cousin helped” is
 * new or reads differently.
 */
export function changeInWords(facts: QuotationFacts, { written, gone, quoted }: EvidenceChange): string {
  const clauses: string[] = [];
  if (written.length > MOST_NAMED) clauses.push('much of its text has changed');
  else if (written.length > 0) clauses.push(`${named(facts, written)} ${written.length === 1 ? 'is new or reads' : 'are new or read'} differently`);
  if (gone > 0) clauses.push(`${counted(gone, 'passage')} of its text ${gone === 1 ? 'is' : 'are'} gone`);
  const spans = quoted.map(({ content }) => content);
  if (spans.length > MOST_NAMED) clauses.push('some of what its text quotes reads differently in the transcripts, or is gone from them');
  else if (spans.length > 0) clauses.push(`what its text quotes as ${named(facts, spans)} reads differently in the transcript, or is gone from it`);
  return listed(clauses);
}

function named({ model }: QuotationFacts, spans: readonly Span[]): string {
  return listed(spans.map((span) => `“${beginningOf(model.syntax.blocks, span, WORDS_NAMED)}”`));
}
