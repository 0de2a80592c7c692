import type { Span } from '../text/span.ts';
import { lettersOf, type Letter } from './letters.ts';
import { escapeAt, referenceAt } from './written-signs.ts';

/*
 * Text as names are looked for in it: letters without case and diacritics, with one space between words. Where two
 * letters are one way to write a third (oe, ae, aa, ue, ss), they are one unit, and its spelling says which way was taken,
 * so that Østergaard, Oestergård and Ostergaard can be told to be the same and Mae and Ma not.
 */

/** Stands between two words. */
export const SPACE = 0x20;

/** Folded text. The four lists have an entry for each unit: a letter, a digit or {@link SPACE}. It begins and ends with a space. */
export interface FoldedText {
  readonly codes: readonly number[];
  /** How the unit is written; see {@link isSameSpelling}. */
  readonly spellings: readonly number[];
  /** Where it stands in the text it was made from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether a word may be divided at the end of a line, so that it is worth to read it once more as one word. */
  readonly hasDivided: boolean;
}

export interface FoldOptions {
  /** Syntax between the words of a sentence, in order: it is passed over, as if nothing stood there. */
  readonly gaps?: readonly Span[];
  /** Whether what a hyphen at the end of a line divides is one word: it can be two. */
  readonly joinsDivided?: boolean;
  /** Whether a backslash begins an escape, as between the double quotation marks of YAML. */
  readonly hasEscapes?: boolean;
}

/** Folds a text. Takes time in proportion to its length. */
export function foldText(text: string, { gaps = [], joinsDivided = false, hasEscapes = false }: FoldOptions = {}): FoldedText {
  const folder = new Folder();
  let gap = 0;
  for (let at = 0; at < text.length;) {
    const next = gaps[gap];
    if (next && at >= next.start) {
      at = Math.max(at, next.end);
      gap += 1;
      folder.apart();
      continue;
    }
    const plain = plainLetter(text.charCodeAt(at));
    if (plain > 0) {
      // Nearly all text: the rest of the loop would do the same, and takes ten times as long.
      folder.addLetter(plain, false, at, at + 1);
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    const written = code === AMPERSAND ? referenceAt(text, at) : code === BACKSLASH && hasEscapes ? escapeAt(text, at) : undefined;
    const sign = written?.sign ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + (written?.length ?? sign.length);
    const needless = written ? plainLetter(sign.charCodeAt(0)) : 0; // `&#72;` is an H that could have been typed
    const letters = lettersOf(sign);
    const resumes = letters.length === 0 && isHyphen(sign) ? lineAfter(text, at + 1) : undefined;
    if (needless > 0) folder.addLetter(needless, false, at, end);
    else if (letters.length > 0) folder.add(letters, at, end);
    else if (isMark(sign)) folder.extend(end);
    else if (resumes !== undefined) folder.divide(joinsDivided);
    else if (isNothing(sign) || (code === BACKSLASH && !startsWord(text, at + 1))) folder.apart();
    else folder.separate(sign, at);
    at = resumes !== undefined && joinsDivided ? resumes : end;
  }
  return folder.end(text.length);
}

/** Puts the units together. */
class Folder {
  readonly #codes: number[] = [SPACE];
  readonly #spellings: number[] = [PLAIN];
  readonly #starts: number[] = [0];
  readonly #ends: number[] = [0];
  #hasDivided = false;
  /** Whether a letter may belong to the unit before it. */
  #isTogether = false;
  #lineEnds = 0;

  add(letters: readonly Letter[], start: number, end: number): void {
    for (const { code, isSpecial } of letters) this.addLetter(code, isSpecial, start, end);
  }

  addLetter(code: number, isSpecial: boolean, start: number, end: number): void {
    this.#lineEnds = 0;
    const last = this.#codes.length - 1;
    const digit = this.#isTogether && !isSpecial ? extraDigit(this.#codes[last] ?? SPACE, code) : 0;
    const spelling = digit === 0 ? undefined : withExtra(this.#spellings[last] ?? PLAIN, digit);
    this.#isTogether = true;
    if (spelling === undefined) this.#push(code, isSpecial ? SPECIAL : PLAIN, start, end);
    else {
      this.#spellings[last] = spelling;
      this.#ends[last] = end;
    }
  }

  /** A diacritic that stands behind its letter. */
  extend(end: number): void {
    if (this.#isTogether) this.#ends[this.#ends.length - 1] = end;
  }

  /** Something that a word may have in it and that is no letter. */
  apart(): void {
    this.#isTogether = false;
  }

  divide(isJoined: boolean): void {
    this.#hasDivided = true;
    if (isJoined) this.apart();
    else this.separate('-', 0);
  }

  separate(sign: string, at: number): void {
    this.#isTogether = false;
    if (sign === '\n') this.#lineEnds += 1;
    const isEnd = this.#lineEnds > 1 || '!?;:|'.includes(sign);
    const spaces = this.#codes.at(-1) !== SPACE ? 0 : this.#codes.at(-2) === SPACE ? 2 : 1;
    // Two spaces: no name goes on behind the end of a sentence, of a cell or of a paragraph.
    for (let more = spaces; more < (isEnd ? 2 : 1); more += 1) this.#push(SPACE, PLAIN, at, at);
  }

  end(length: number): FoldedText {
    this.#push(SPACE, PLAIN, length, length);
    return { codes: this.#codes, spellings: this.#spellings, starts: this.#starts, ends: this.#ends, hasDivided: this.#hasDivided };
  }

  #push(code: number, spelling: number, start: number, end: number): void {
    this.#codes.push(code);
    this.#spellings.push(spelling);
    this.#starts.push(start);
    this.#ends.push(end);
  }
}

/*
 * A spelling is a number: whether the letter is one that is also written with two (ø), and the letters that stand behind
 * it and belong to it, the first as the last digit.
 */
const PLAIN = 0;
const SPECIAL = 1;
const BASE = 4;
/** Nobody writes more of them behind each other. */
const MOST_EXTRAS = BASE ** 6;

const [A, E, O, S, U] = [0x61, 0x65, 0x6f, 0x73, 0x75];

/** The digit of a letter that may belong to the one before it (aa, ae, oe, ss, ue); 0 for any other. */
function extraDigit(code: number, extra: number): number {
  if (extra === E) return code === A || code === O || code === U ? 1 : 0;
  return extra === code && (code === A || code === S) ? 2 : 0;
}

/** The spelling of a unit with one more letter; undefined where there are too many already. */
function withExtra(spelling: number, digit: number): number | undefined {
  const extras = spelling >> 1;
  let place = 1;
  while (place <= extras) place *= BASE;
  return place >= MOST_EXTRAS ? undefined : (spelling & 1) + 2 * (extras + digit * place);
}

/** Whether two units of one code may be the same letter: both as they are, or one with the letter that the other writes with two or without its diacritic. */
export function isSameSpelling(one: number, other: number): boolean {
  if (one === other) return true;
  if ((one & 1) === (other & 1)) return false;
  const [special, plain] = (one & 1) === SPECIAL ? [one >> 1, other >> 1] : [other >> 1, one >> 1];
  return plain === special || (plain > 0 && Math.floor(plain / BASE) === special);
}

const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;

/** The small letter, or the digit, that a sign of ASCII is; 0 for anything else. */
function plainLetter(code: number): number {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return code;
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : 0;
}

function isHyphen(sign: string): boolean {
  return sign === '-' || sign === '\u2010' || sign === '\u00AD';
}

/** Where the text goes on behind a line end that follows at once; undefined where none does. Quotations begin their lines with `>`. */
function lineAfter(text: string, from: number): number | undefined {
  const rest = /[ \t]*(?:\r\n|\n|\r)[ \t>]*(?=\S)/y;
  rest.lastIndex = from;
  return rest.test(text) ? rest.lastIndex : undefined;
}

/** A backslash before a sign is Markdown’s and not seen; one before a word parts the names of folders. */
function startsWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function isMark(sign: string): boolean {
  return sign >= '\u0300' && /\p{M}/u.test(sign);
}

/** What may stand within a word: emphasis, apostrophes, and characters that nobody sees. */
function isNothing(sign: string): boolean {
  return /^[*~'\u2018\u2019\u02BC\u00AD\u200B-\u200D\u2060\uFEFF]$/.test(sign);
}
