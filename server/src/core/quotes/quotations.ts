import type { Mark } from '../coverage/mark.ts';
import type { CaseCoverage } from '../coverage/item-coverage.ts';
import type { FrameworkSet } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import type { CaseModel } from '../model/case-model.ts';
import type { PlacedBlock } from '../syntax/block.ts';
import { encloses, shiftSpan, touches, type Span } from '../text/span.ts';
import { opensWith } from './find-quotations.ts';
import type { TranscriptPlace, Verdict } from './judge.ts';
import { isSettled, judgedIn, lookUp, type JudgedQuotation, type Transcripts } from './quotations-of-block.ts';

/** Words of a case that its author says are somebody else's, and what became of looking them up. All spans are places of the case. */
export interface Quotation {
  /** With the quotation marks. */
  readonly span: Span;
  /** What is quoted. */
  readonly content: Span;
  /** The same as text of the same length, see `BlockQuotation`. */
  readonly prose: string;
  /** The ids of the sources that it is attributed to, as the text names them. */
  readonly sourceIds: readonly string[];
  /** Whether it stands in marked text. */
  readonly isMarked: boolean;
  /** Undefined where it was not looked up: none of its sources has a transcript that could be read. */
  readonly verdict: Verdict | undefined;
}

/** What of a case it takes to look its quotations up. */
export interface QuotationFacts {
  readonly model: CaseModel;
  readonly coverage: CaseCoverage;
  readonly frameworks: FrameworkSet;
  readonly transcripts: Transcripts;
}

/** The quotations of a case that are long enough to be judged, in reading order. */
export function quotationsOf(facts: QuotationFacts): readonly Quotation[] {
  return found(facts).all;
}

/** Those of them of which something outside of their block decides whose words they are, or whether they are quotations. */
export function unsettledQuotationsOf(facts: QuotationFacts): readonly Quotation[] {
  return found(facts).unsettled;
}

/** The quotation at a place of a case; undefined where none is. */
export function quotationAt(facts: QuotationFacts, offset: number): Quotation | undefined {
  return quotationsOf(facts).find(({ span }) => touches(span, offset));
}

/** Where the words of a quotation stand in transcripts: none where it was not looked up or not found. */
export function placesOf({ verdict }: Pick<Quotation, 'verdict'>): readonly TranscriptPlace[] {
  if (verdict?.kind === 'altered') return [verdict.place];
  return verdict === undefined || verdict.kind === 'absent' ? [] : verdict.places;
}

interface FoundQuotations {
  readonly all: readonly Quotation[];
  readonly unsettled: readonly Quotation[];
}

function found({ model, coverage, frameworks, transcripts }: QuotationFacts): FoundQuotations {
  return findAll(model.syntax, coverage, frameworks, transcripts);
}

const findAll = oncePer(
  (syntax: QuotationFacts['model']['syntax'], coverage: CaseCoverage, frameworks: QuotationFacts['frameworks'], transcripts: Transcripts): FoundQuotations => {
    const read = judgedIn(frameworks, transcripts);
    const sections = sectionMarks(coverage);
    const all: Quotation[] = [];
    const unsettled: Quotation[] = [];
    /** The sources of the next paragraph of a quotation that goes on there. */
    let later: readonly string[] = [];
    for (let index = syntax.blocks.length - 1; index >= 0; index -= 1) {
      const placed = syntax.blocks[index];
      const inBlock = placed ? read(placed.block) : NONE;
      // Most blocks have none.
      if (!placed || inBlock.length === 0) continue;
      for (const quotation of inBlock.toReversed()) {
        if (!goesOn(placed, quotation, syntax.blocks[index + 1])) continue;
        const inherited = quotation.opener === undefined || quotation.sourceIds.length > 0 ? NO_SOURCES : later;
        const here = placedQuotation(placed, quotation, inherited, sections, transcripts);
        later = inherited.length > 0 ? inherited : quotation.sourceIds;
        all.push(here);
        if (!isSettled(quotation)) unsettled.push(here);
      }
    }
    return { all: all.reverse(), unsettled: unsettled.reverse() };
  },
);

const NONE: readonly JudgedQuotation[] = [];
const NO_SOURCES: readonly string[] = [];

/** Marks that reach over blocks. */
function sectionMarks({ marks }: CaseCoverage): readonly Mark[] {
  return marks.filter(({ form }) => form === 'section' || form === 'heading');
}

/** Whether a quotation ends in its paragraph, or goes on in the next one, which may stand in the next block. */
function goesOn({ block }: PlacedBlock, { opener, paragraph }: JudgedQuotation, next: PlacedBlock | undefined): boolean {
  if (opener === undefined || block.paragraphs.at(-1)?.start !== paragraph.start) return true;
  const [following] = next?.block.paragraphs ?? [];
  return next !== undefined && following !== undefined && next.block.headings.length === 0 && opensWith(next.block.text, following, opener);
}

/** @param inherited the sources of the paragraph in which it goes on */
function placedQuotation(
  { start }: PlacedBlock,
  quotation: JudgedQuotation,
  inherited: readonly string[],
  sections: readonly Mark[],
  transcripts: Transcripts,
): Quotation {
  const content = shiftSpan(quotation.content, start);
  const span = shiftSpan(quotation.span, start);
  const { prose } = quotation;
  if (quotation.sourceIds.length > 0) {
    const isMarked = quotation.isMarked || sections.some((mark) => encloses(mark.span, content));
    return { span, content, prose, isMarked, sourceIds: quotation.sourceIds, verdict: quotation.verdict };
  }
  const around = sections.filter((mark) => encloses(mark.span, content));
  const sourceIds = inherited.length > 0 ? inherited : [...new Set(around.flatMap((mark) => mark.sourceIds))];
  const verdict = lookUp(prose, sourceIds, transcripts, inherited.length > 0);
  return { span, content, prose, isMarked: quotation.isMarked || around.length > 0, sourceIds, verdict };
}
