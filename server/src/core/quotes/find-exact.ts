import { wordCount, wordOf, type FoldedWords } from './fold-words.ts';
import type { Joint, Piece, QuotedWords } from './read-quotation.ts';

/** Words of a transcript: from the first, up to and without the last. */
export interface Passage {
  readonly first: number;
  readonly last: number;
}

/**
 * How many words may be left out where an author says that some were: about a minute and a half of talk. Further apart, two
 * things were said on two occasions, and readers would take them for one.
 */
export const MOST_OMITTED = 200;
/** How many words of what was said a remark in brackets may stand for: “[their] firm” for “our firm”. */
export const MOST_REPLACED = 3;
/** So many places show that a quotation is ambiguous: no more are looked for. */
export const MOST_PLACES = 20;
/** How often the longest piece is looked at in a transcript: one that occurs more often is next to nothing, or the text is no speech. */
const MOST_TRIES = 20_000;

/** Where all of a quotation was said as it is quoted, in order. */
export function findExact(said: FoldedWords, { words, pieces }: QuotedWords): Passage[] {
  const texts = pieces.map(({ first, last }) => words.letters.slice(words.from[first], words.from[last]));
  // The longest piece is the rarest: the others are looked for only around it.
  const anchor = texts.reduce((best, text, index) => (text.length > (texts[best]?.length ?? 0) ? index : best), 0);
  const anchorText = texts[anchor];
  const anchorPiece = pieces[anchor];
  if (anchorText === undefined || !anchorPiece) return [];
  const found: Passage[] = [];
  let tries = 0;
  for (let at = said.letters.indexOf(anchorText); at >= 0 && found.length < MOST_PLACES && tries < MOST_TRIES; at = said.letters.indexOf(anchorText, at + 1)) {
    tries += 1;
    const here = passageAt(said, at, anchorText, anchorPiece);
    const passage = here && extend(said, here, texts, pieces, anchor);
    if (passage) found.push(passage);
  }
  return found;
}

/** The words that a piece covers at a place of the transcript’s letters; undefined where it begins or ends inside of one and may not. */
function passageAt(said: FoldedWords, at: number, text: string, { beginsInWord, endsInWord }: Piece): Passage | undefined {
  const first = wordOf(said, at);
  if (!beginsInWord && said.from[first] !== at) return undefined;
  const end = at + text.length;
  const last = wordOf(said, end - 1) + 1;
  return endsInWord || said.from[last] === end ? { first, last } : undefined;
}

function extend(said: FoldedWords, here: Passage, texts: readonly string[], pieces: readonly Piece[], anchor: number): Passage | undefined {
  let { first, last } = here;
  for (let index = anchor + 1; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const next = piece && findNear(said, texts[index] ?? '', piece, afterwards(said, last, piece));
    if (!next) return undefined;
    last = next.last;
  }
  for (let index = anchor - 1; index >= 0; index -= 1) {
    const [piece, behind] = [pieces[index], pieces[index + 1]];
    const previous = piece && behind && findNear(said, texts[index] ?? '', piece, before(said, first, behind));
    if (!previous) return undefined;
    first = previous.first;
  }
  return { first, last };
}

/** Where a piece may begin or end, in letters; and from which side it is looked for. */
interface Reach {
  readonly from: number;
  readonly to: number;
  readonly backwards: boolean;
}

function afterwards(said: FoldedWords, last: number, piece: Piece): Reach {
  const start = piece.beginsInWord ? last - 1 : last;
  return { from: letterOf(said, start), to: letterOf(said, last + mostBetween(piece.joint)), backwards: false };
}

function before(said: FoldedWords, first: number, behind: Piece): Reach {
  const end = behind.beginsInWord ? first + 1 : first;
  return { from: letterOf(said, first - mostBetween(behind.joint)), to: letterOf(said, end), backwards: true };
}

/** How many words may lie between two pieces. */
export function mostBetween(joint: Joint | undefined): number {
  return joint === 'omission' ? MOST_OMITTED : MOST_REPLACED;
}

function letterOf(said: FoldedWords, word: number): number {
  return said.from[Math.max(0, Math.min(word, wordCount(said)))] ?? 0;
}

/** The nearest place of a piece that begins (or, backwards, ends) within reach. */
function findNear(said: FoldedWords, text: string, piece: Piece, { from, to, backwards }: Reach): Passage | undefined {
  const around = backwards
    ? said.letters.slice(Math.max(0, from - text.length), to)
    : said.letters.slice(from, Math.min(said.letters.length, to + text.length));
  const base = backwards ? Math.max(0, from - text.length) : from;
  const next = (at: number): number =>
    backwards ? (at === 0 ? -1 : around.lastIndexOf(text, at === Infinity ? undefined : at - 1)) : around.indexOf(text, at === Infinity ? 0 : at + 1);
  for (let at = next(Infinity); at >= 0; at = next(at)) {
    const passage = passageAt(said, base + at, text, piece);
    if (passage) return passage;
  }
  return undefined;
}
