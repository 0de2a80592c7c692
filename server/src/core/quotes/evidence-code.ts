import { piecesOf, printOfAll, printOfPiece, printOfText, type TextPiece } from '../coverage/evidence-print.ts';
import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { oncePer } from '../memory/once-per.ts';
import { EVIDENCE_CODE } from '../model/vocabulary.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';
import { foldWords } from './fold-words.ts';
import type { TranscriptPlace, Verdict } from './judge.ts';
import { placesOf, quotationsOf, type Quotation, type QuotationFacts } from './quotations.ts';
import type { Transcripts } from './quotations-of-block.ts';
import { wordsSaid } from './transcript-words.ts';

/**
 * The evidence for an item as a short code, by which it can be told later whether it is still the same, and if not, what of
 * it is another. Written as `<words> <piece> <piece> … <quotation>:<passage> …`, see EVIDENCE_CODE.
 */
export interface EvidenceCode {
  /** The print of all words of the item's text. */
  readonly words: string;
  /** The prints of its pieces; see `condensed`. */
  readonly pieces: readonly string[];
  /** By the print of a quotation, that of the passage of a transcript it is from; of too many under no print, one of all. */
  readonly passages: ReadonlyMap<string, string>;
}

/** A code stands in a line of front matter: so many pieces of text, or quotations, are kept apart. */
const MOST_APART = 24;

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
  const passages = passagesIn(facts, quotedIn(facts, text));
  const isOnePiece = pieces.length === 1 && pieces[0] === pieceOf(words);
  return [words, ...(isOnePiece ? [] : pieces), ...[...passages].map((pair) => pair.join(':'))].join(' ');
}

/** The prints of pieces; of too many, one of all of them, whatever their order. */
export function condensed(pieces: readonly TextPiece[]): readonly string[] {
  const prints = pieces.map(({ print }) => print);
  return prints.length <= MOST_APART ? prints : [printOfAll(prints)];
}

/** The quotations in a text that is sorted and without overlap. */
export function quotedIn(facts: QuotationFacts, text: readonly Span[]): readonly Quotation[] {
  if (facts.transcripts.size === 0) return [];
  const all = quotationsOf(facts);
  return text.flatMap((span) => {
    const [first, last] = [span.start, span.end].map((place) => firstAtOrAfter(all, place, ({ content }) => content.start));
    return all.slice(first, last).filter(({ content }) => encloses(span, content));
  });
}

/** The passages that quotations are from, as in a code: without those that were not looked up, or are in no transcript. */
export function passagesIn({ transcripts }: QuotationFacts, quotations: readonly Quotation[]): ReadonlyMap<string, string> {
  const found = quotations.flatMap((quotation) => printsOf(quotation, transcripts) ?? []);
  const apart = new Map(found.flatMap(({ quoted, said }) => (said === undefined ? [] : [[quoted, said] as const])));
  return apart.size <= MOST_APART ? apart : new Map([['', printOfAll([...apart].flat())]]);
}

/** Both as far as words go: layout, times and who speaks are none. */
export interface QuotationPrints {
  readonly quoted: string;
  /** That of the passage; undefined where it is in no transcript. */
  readonly said: string | undefined;
}

/** The prints of a quotation and of the passage that it is from; undefined where it was not looked up. */
export function printsOf({ prose, verdict }: Quotation, transcripts: Transcripts): QuotationPrints | undefined {
  return verdict && printsByVerdict(transcripts, verdict)(prose);
}

/** What was looked up stays the same while its block and the transcripts do, and is not read again at every keystroke. */
const printsByVerdict = oncePer((transcripts: Transcripts, verdict: Verdict): ((prose: string) => QuotationPrints) => {
  const said = passageOf(verdict, transcripts);
  const known = new Map<string, QuotationPrints>();
  return (prose) => {
    const prints = known.get(prose) ?? { quoted: printOfPiece(foldWords(prose).letters), said };
    known.set(prose, prints);
    return prints;
  };
});

/** Of several places the first counts. */
function passageOf(verdict: Verdict, transcripts: Transcripts): string | undefined {
  const [place] = placesOf({ verdict });
  const letters = place && lettersAt(transcripts, place);
  return letters === undefined ? undefined : printOfPiece(letters);
}

function lettersAt(transcripts: Transcripts, { uri, span }: TranscriptPlace): string | undefined {
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
