import { piecesOf, printOfText, type TextPiece } from '../coverage/evidence-print.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import type { Span } from '../text/span.ts';
import { condensed, passagesIn, printsOf, quotedIn, readEvidenceCode, type EvidenceCode } from './evidence-code.ts';
import type { Quotation, QuotationFacts } from './quotations.ts';

/**
 * How an author's conclusion on an item stands to the evidence it was drawn from. `suspect`: the item's text, or what it
 * quotes, has changed since the finding was confirmed, so it may no longer follow (an audit trail from conclusions to data:
 * Lincoln & Guba 1985; the chain of evidence: Yin 2018).
 */
export type Confirmation = 'none' | 'confirmed' | 'suspect';

/** What has become of the evidence for an item since its finding was confirmed. */
export interface EvidenceChange {
  /** Text on the item that was not there, or not in these words; more than that where too much of it was there to tell. */
  readonly written: readonly Span[];
  /** How many pieces of the text that was there are gone without another one in their place. */
  readonly gone: number;
  /** Quotations whose passages of a transcript have other words now, or cannot be found any more; of too many to tell, all. */
  readonly quoted: readonly Quotation[];
}

/** What there is to confirm on an item: the verdict of its finding, else the value; undefined where it concludes nothing. */
export function conclusionOf({ finding }: ItemCoverage): string | undefined {
  return finding?.verdict ?? finding?.value;
}

/** Whether the finding on an item has been confirmed, and on the evidence as it is. */
export function confirmationOf(facts: QuotationFacts, coverage: ItemCoverage): Confirmation {
  const confirmed = codeOf(coverage);
  if (!confirmed) return 'none';
  return changeSince(confirmed, facts, coverage) ? 'suspect' : 'confirmed';
}

/** What has changed since the finding on an item was confirmed; undefined where nothing has, and where it never was. */
export function changeSinceConfirmed(facts: QuotationFacts, coverage: ItemCoverage): EvidenceChange | undefined {
  const confirmed = codeOf(coverage);
  return confirmed && changeSince(confirmed, facts, coverage);
}

function codeOf({ finding }: ItemCoverage): EvidenceCode | undefined {
  return finding?.confirmed === undefined ? undefined : readEvidenceCode(finding.confirmed);
}

function changeSince(confirmed: EvidenceCode, facts: QuotationFacts, { text }: ItemCoverage): EvidenceChange | undefined {
  const { blocks } = facts.model.syntax;
  const pieces = piecesOf(blocks, text);
  // Text that moved is in the same pieces; text whose paragraphs or marks were parted otherwise has the same words.
  const isSameText = haveSamePrints(confirmed.pieces, condensed(pieces)) || confirmed.words === printOfText(blocks, text);
  const quoted = quotationsChanged(confirmed, facts, text, isSameText);
  if (isSameText) return quoted.length === 0 ? undefined : { written: [], gone: 0, quoted };
  const written = others(pieces, confirmed.pieces).map(({ span }) => span);
  return { written, gone: Math.max(0, confirmed.pieces.length - pieces.length), quoted };
}

/** Whether these are the same prints, in whatever order. */
function haveSamePrints(before: readonly string[], now: readonly string[]): boolean {
  const sorted = [...now].sort();
  return before.length === now.length && [...before].sort().every((print, index) => print === sorted[index]);
}

/** The pieces that were not there; a piece that is there twice and was once is one of them. */
function others(pieces: readonly TextPiece[], before: readonly string[]): TextPiece[] {
  const left = [...before];
  return pieces.filter(({ print }) => {
    const known = left.indexOf(print);
    if (known >= 0) left.splice(known, 1);
    return known < 0;
  });
}

/**
 * The quotations of a text that are from other words now. One that was not looked up when the finding was confirmed, or
 * cannot be now, says nothing.
 */
function quotationsChanged({ passages }: EvidenceCode, facts: QuotationFacts, text: readonly Span[], isSameText: boolean): readonly Quotation[] {
  if (passages.size === 0) return [];
  const quotations = quotedIn(facts, text);
  const together = passages.get('');
  if (together !== undefined) {
    // With other quotations in the text, or some that cannot be looked up, nobody can tell what became of those that were.
    const canTell = isSameText && quotations.every(({ verdict }) => verdict !== undefined);
    return canTell && passagesIn(facts, quotations).get('') !== together ? quotations : [];
  }
  return quotations.filter((quotation) => {
    const prints = printsOf(quotation, facts.transcripts);
    const before = prints && passages.get(prints.quoted);
    return before !== undefined && before !== prints?.said;
  });
}
