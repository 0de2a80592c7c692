import type { Mark } from '../coverage/mark.ts';
import type { CaseCoverage } from '../coverage/item-coverage.ts';
import { oncePer } from '../memory/once-per.ts';
import type { CaseFacts } from '../rules/rule.ts';
import type { PlacedBlock } from '../syntax/syntax-document.ts';
import { encloses, shiftSpan, touches, type Span } from '../text/span.ts';
import type { TranscriptFile } from '../workspace/case-files.ts';
import { attributedIn, type AttributedQuotation } from './attribution.ts';
import { opensWith } from './find-quotations.ts';
import { judge, type TranscriptPlace, type Verdict } from './judge.ts';
import { wordsSaid } from './transcript-words.ts';

/** Words of a case that its author says are somebody else's, and what became of looking them up. All spans are places of the case. */
export interface Quotation {
  /** With the quotation marks. */
  readonly span: Span;
  /** What is quoted. */
  readonly content: Span;
  /** The ids of the sources that it is attributed to, as the text names them. */
  readonly sourceIds: readonly string[];
  /** Whether it stands in marked text. */
  readonly isMarked: boolean;
  /** Undefined where it was not looked up: none of its sources has a transcript that could be read. */
  readonly verdict: Verdict | undefined;
}

/** What of a case it takes to look its quotations up. */
export type QuotationFacts = Pick<CaseFacts, 'model' | 'coverage' | 'frameworks' | 'transcripts'>;

/** The quotations of a case that are long enough to be judged, in reading order. */
export function quotationsOf({ model, coverage, frameworks, transcripts }: QuotationFacts): readonly Quotation[] {
  return allQuotations(model.syntax, coverage, frameworks, transcripts);
}

/** The quotation at a place of a case; undefined where none is. */
export function quotationAt(facts: QuotationFacts, offset: number): Quotation | undefined {
  return quotationsOf(facts).find(({ span }) => touches(span, offset));
}

/** Where the words of a quotation stand in transcripts: none where it was not looked up or not found. */
export function placesOf({ verdict }: Quotation): readonly TranscriptPlace[] {
  if (verdict?.kind === 'altered') return [verdict.place];
  return verdict === undefined || verdict.kind === 'absent' ? [] : verdict.places;
}

const allQuotations = oncePer(
  (
    syntax: QuotationFacts['model']['syntax'],
    coverage: CaseCoverage,
    frameworks: QuotationFacts['frameworks'],
    transcripts: ReadonlyMap<string, TranscriptFile>,
  ): readonly Quotation[] => {
    const read = attributedIn(frameworks);
    const sections = sectionMarks(coverage);
    const found: Quotation[] = [];
    /** The sources of the next paragraph of a quotation that goes on there. */
    let later: readonly string[] = [];
    for (let index = syntax.blocks.length - 1; index >= 0; index -= 1) {
      const placed = syntax.blocks[index];
      if (!placed) continue;
      for (const quotation of read(placed.block).toReversed()) {
        if (quotation.opener !== undefined && !goesOn(placed, quotation, syntax.blocks[index + 1])) continue;
        const own = quotation.sourceIds.length > 0 ? quotation.sourceIds : quotation.opener === undefined ? [] : later;
        later = own;
        found.push(placedQuotation(placed, quotation, own, sections, transcripts));
      }
    }
    return found.reverse();
  },
);

/** Marks that reach over blocks. */
function sectionMarks({ marks }: CaseCoverage): readonly Mark[] {
  return marks.filter(({ form }) => form === 'section' || form === 'heading');
}

/** Whether a quotation that its paragraph does not close goes on in the next one, which may stand in the next block. */
function goesOn({ block }: PlacedBlock, { opener, paragraph }: AttributedQuotation, next: PlacedBlock | undefined): boolean {
  if (opener === undefined || block.paragraphs.at(-1)?.start !== paragraph.start) return true;
  const [following] = next?.block.paragraphs ?? [];
  return next !== undefined && following !== undefined && next.block.headings.length === 0 && opensWith(next.block.text, following, opener);
}

function placedQuotation(
  { start }: PlacedBlock,
  quotation: AttributedQuotation,
  own: readonly string[],
  sections: readonly Mark[],
  transcripts: ReadonlyMap<string, TranscriptFile>,
): Quotation {
  const content = shiftSpan(quotation.content, start);
  const around = sections.filter((mark) => encloses(mark.span, content));
  const sourceIds = own.length > 0 ? own : [...new Set(around.flatMap((mark) => mark.sourceIds))];
  const verdict = lookUp(quotation.prose, sourceIds, transcripts, own.length > 0);
  return { span: shiftSpan(quotation.span, start), content, sourceIds, isMarked: quotation.isMarked || around.length > 0, verdict };
}

/**
 * @param isDirect whether it is the quotation that is said to be from these sources: where only its section cites them, it may
 *   be from any of them, and those without a transcript cannot be asked
 */
function lookUp(prose: string, sourceIds: readonly string[], transcripts: ReadonlyMap<string, TranscriptFile>, isDirect: boolean): Verdict | undefined {
  if (transcripts.size === 0) return undefined;
  const files = sourceIds.flatMap((id) => transcripts.get(id) ?? []);
  const readable = [...new Map(files.map((file) => [file.uri, file])).values()].flatMap((file) => wordsSaid(file) ?? []);
  if (readable.length === 0) return undefined;
  const verdict = judge(prose, readable);
  const allAsked = files.every(({ state }) => state.kind === 'text') && (isDirect || files.length === sourceIds.length);
  return verdict.kind === 'absent' && !allAsked ? undefined : verdict;
}
