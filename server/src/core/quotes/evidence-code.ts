import { piecesOf, printOfPiece, printOfText, type TextPiece } from '../coverage/evidence-print.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { EVIDENCE_CODE } from '../model/vocabulary.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';
import { placesOf, quotationsOf, type Quotation, type QuotationFacts } from './quotations.ts';
import { wordsSaid } from './transcript-words.ts';
import type { TranscriptPlace } from './judge.ts';

/**
 * The evidence for an item as a short code, by which it can be told later whether it is still the same, and if not, what of
 * it is another. Written as `<words> <piece> <piece> … <quotation>:<passage> …`, see EVIDENCE_CODE.
 */
export interface EvidenceCode {
  /** The print of all words of the item's text. */
  readonly words: string;
  /** The prints of its pieces; see `condensed`. */
  readonly pieces: readonly string[];
  /** By the print of a quotation, that of the passage of a transcript it is from. */
  readonly passages: ReadonlyMap<string, string>;
}

/** A code has a line of front matter to itself at most: so many pieces are kept apart. */
const MOST_PIECES = 24;

/** Reads a code; undefined for anything else, which somebody wrote by hand. */
export function readEvidenceCode(code: string): EvidenceCode | undefined {
  if (!EVIDENCE_CODE.test(code)) return undefined;
  const [words = '', ...prints] = code.split(' ');
  const pieces = prints.filter((print) => !print.includes(':'));
  const passages = prints.filter((print) => print.includes(':')).map((print) => print.split(':') as [string, string]);
  return { words, pieces: pieces.length > 0 ? pieces : [pieceOf(words)], passages: new Map(passages) };
}

/** The code of the evidence for an item as it is. */
export function evidenceCode(facts: QuotationFacts, { text }: ItemCoverage): string {
  const { blocks } = facts.model.syntax;
  const words = printOfText(blocks, text);
  const pieces = condensed(piecesOf(blocks, text));
  const passages = new Map(
    quotedIn(facts, text).flatMap((quotation) => {
      const [passage] = passagesOf(facts, quotation);
      return passage === undefined ? [] : [[printOfQuotation(facts, quotation), passage]];
    }),
  );
  const isOnePiece = pieces.length === 1 && pieces[0] === pieceOf(words);
  return [words, ...(isOnePiece ? [] : pieces), ...[...passages].map((pair) => pair.join(':'))].join(' ');
}

/** The prints of pieces; of too many, one of all of them, whatever their order. */
export function condensed(pieces: readonly TextPiece[]): readonly string[] {
  const prints = pieces.map(({ print }) => print);
  return prints.length <= MOST_PIECES ? prints : [printOfPiece(prints.sort().join(' '))];
}

/** The quotations in a text that is sorted and without overlap. */
export function quotedIn(facts: QuotationFacts, text: readonly Span[]): readonly Quotation[] {
  if (facts.transcripts.size === 0) return [];
  return quotationsOf(facts).filter(({ content }) => {
    const around = text[firstAtOrAfter(text, content.end, ({ end }) => end)];
    return around !== undefined && encloses(around, content);
  });
}

/** The print of what is quoted. */
export function printOfQuotation({ model }: QuotationFacts, { content }: Quotation): string {
  return printOfPiece(printOfText(model.syntax.blocks, [content]));
}

/** The prints of the passages that a quotation may be from, as far as words go: layout, times and who speaks are none. */
export function passagesOf({ transcripts }: QuotationFacts, quotation: Quotation): string[] {
  return placesOf(quotation).flatMap((place) => {
    const passage = lettersAt(transcripts, place);
    return passage === undefined ? [] : [printOfPiece(passage)];
  });
}

function lettersAt(transcripts: QuotationFacts['transcripts'], { uri, span }: TranscriptPlace): string | undefined {
  const file = [...transcripts.values()].find((transcript) => transcript.uri === uri);
  const words = file && wordsSaid(file)?.words;
  if (!words) return undefined;
  const [first, last] = [span.start, span.end].map((place) => firstAtOrAfter(words.start, place, (start) => start));
  return words.letters.slice(words.from[first ?? 0], words.from[last ?? 0]);
}

/** What the print of a text in one piece is as that of the piece. */
function pieceOf(words: string): string {
  return words.slice(0, 6);
}
