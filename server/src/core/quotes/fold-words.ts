import { firstAtOrAfter } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';

/**
 * A text as nothing but what its words are made of, so that everything by which two ways of writing the same words down
 * differ (spaces, line ends, hyphens, dashes, apostrophes, quotation marks, case, ligatures, the forms of Unicode) is gone
 * before they are compared.
 */
export interface FoldedWords {
  /** Letters and digits of all words without anything between them: "Well-known, isn’t it?" is "wellknownisntit". */
  readonly letters: string;
  /** Where each word starts in `letters`; behind the last word, where `letters` ends. */
  readonly from: Uint32Array;
  /** Where each word starts in the text. */
  readonly start: Uint32Array;
  /** Behind each word in the text. */
  readonly end: Uint32Array;
  /** A number of each word: the same words have the same, and others hardly ever. */
  readonly hash: Uint32Array;
}

/**
 * The words of a text. The parts of one that was parted at the end of a line are one word.
 * @param skip what is none of the text's words, in order: labels of speakers, times
 */
export function foldWords(text: string, skip: readonly Span[] = []): FoldedWords {
  const words = new WordList(text.length);
  let skipped = 0;
  for (let at = 0; at < text.length;) {
    while (skip[skipped] && (skip[skipped]?.end ?? 0) <= at) skipped += 1;
    const hole = skip[skipped];
    if (hole && at >= hole.start) {
      at = hole.end;
      continue;
    }
    const first = lengthOfLetter(text, at);
    if (first === 0) {
      at += 1;
      continue;
    }
    const end = Math.max(endOfWord(text, at + first), at + 1);
    words.add(text, at, end);
    at = end;
  }
  return words.finish();
}

/** How many words there are. */
export function wordCount({ start }: FoldedWords): number {
  return start.length;
}

/** A word as it is compared. */
export function wordAt({ letters, from }: FoldedWords, index: number): string {
  return letters.slice(from[index], from[index + 1]);
}

/** The word that a place of `letters` belongs to. */
export function wordOf({ from }: FoldedWords, place: number): number {
  return firstAtOrAfter(from, place + 1, (start) => start) - 1;
}

/** Behind the last letter of the word of which everything before `from` has been read. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (KINDS[text.charCodeAt(at)] === LETTER) at += 1;
    const length = lengthOfLetter(text, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const next = behindJoint(text, at);
    if (next === at || lengthOfLetter(text, next) === 0) return at;
    at = next;
  }
}

const LETTER = 1;
const OTHER = 2;
/** Letters, digits and signs of measure of ASCII: fifty per cent are not fifty dollars. */
const KINDS = Uint8Array.from({ length: 0x80 }, (_, sign) => (/[a-z\d$%]/i.test(String.fromCharCode(sign)) ? LETTER : OTHER));

/** How many UTF-16 units of a letter, a mark, a digit or a sign of measure stand at `at`; 0 for anything else. */
function lengthOfLetter(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign < 0x80) return KINDS[sign] === LETTER ? 1 : 0;
  if (Number.isNaN(sign) || (sign >= 0x2000 && sign <= 0x2027)) return 0;
  const whole = String.fromCodePoint(text.codePointAt(at) ?? sign);
  return /[\p{L}\p{M}\p{N}\p{Sc}‰]/u.test(whole) ? whole.length : 0;
}

/**
 * Behind what may stand in a word without parting it: hyphens (with the end of a line behind them), apostrophes, signs of
 * emphasis, characters that are not seen, and a point or comma in a number. `at` when there is none of them.
 */
function behindJoint(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const sign = text[at];
    if (sign === '.' || sign === ',') return isDigit(text, at - 1) && isDigit(text, at + 1) ? at + 1 : at;
    if (sign === undefined || !JOINTS.includes(sign)) return at;
    const lineEnd = HYPHENS.includes(sign) ? behindLineEnd(text, at + 1) : undefined;
    if (lineEnd !== undefined) return lineEnd;
  }
}

/** Behind the end of a line, and the signs of block quotes at the start of the next one; undefined where no line ends. */
function behindLineEnd(text: string, at: number): number | undefined {
  const lineEnd = /[ \t]*(?:\r\n?|\n)[ \t>]*/y;
  lineEnd.lastIndex = at;
  return lineEnd.test(text) ? lineEnd.lastIndex : undefined;
}

const HYPHENS = '-\u2010\u2011\u00ad';
const JOINTS = `${HYPHENS}'’ʼ\u200b\u200c\u200d\u2060*_`;

function isDigit(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  return sign >= 0x30 && sign <= 0x39;
}

/** How many characters are put together at once: engines take only so many arguments. */
const CHUNK = 8192;
/** The numbers of words are their FNV-1a hashes. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** Words as they are found, without an object for each: a transcript of two megabytes has 350,000. */
class WordList {
  readonly #codes: Numbers<Uint16Array>;
  readonly #from: Numbers<Uint32Array>;
  readonly #start: Numbers<Uint32Array>;
  readonly #end: Numbers<Uint32Array>;
  readonly #hash: Numbers<Uint32Array>;

  /** @param length of the text, which most of what is found is shorter than */
  constructor(length: number) {
    this.#codes = new Numbers(new Uint16Array(length + 8));
    const words = (): Numbers<Uint32Array> => new Numbers(new Uint32Array((length >> 2) + 8));
    [this.#from, this.#start, this.#end, this.#hash] = [words(), words(), words(), words()];
  }

  add(text: string, start: number, end: number): void {
    const first = this.#codes.length;
    this.#from.push(first);
    this.#start.push(start);
    this.#end.push(end);
    if (!this.#addAscii(text, start, end)) {
      this.#codes.length = first;
      this.#addFolded(text.slice(start, end));
    }
    let hash = HASH_START;
    const { values, length } = this.#codes;
    for (let at = first; at < length; at += 1) hash = Math.imul(hash ^ (values[at] ?? 0), HASH_FACTOR);
    this.#hash.push(hash >>> 0);
  }

  finish(): FoldedWords {
    const codes = this.#codes.values.subarray(0, this.#codes.length);
    const parts: string[] = [];
    for (let at = 0; at < codes.length; at += CHUNK) parts.push(String.fromCharCode(...codes.subarray(at, at + CHUNK)));
    this.#from.push(codes.length);
    return { letters: parts.join(''), from: this.#from.finish(), start: this.#start.finish(), end: this.#end.finish(), hash: this.#hash.finish() };
  }

  /** @returns false for a word that has other letters */
  #addAscii(text: string, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign >= 0x80) return false;
      if (sign >= 0x41 && sign <= 0x5a) this.#codes.push(sign | 0x20);
      else if (KINDS[sign] === LETTER) this.#codes.push(sign);
      else if (sign === 0x2e || sign === 0x2c) this.#codes.push(0x2e);
    }
    return true;
  }

  #addFolded(word: string): void {
    const folded = word.replaceAll(',', '.').normalize('NFKC').toLowerCase();
    for (const sign of folded.match(/[\p{L}\p{M}\p{N}\p{Sc}%‰.]/gu) ?? []) for (let at = 0; at < sign.length; at += 1) this.#codes.push(sign.charCodeAt(at));
  }
}

/** A list of numbers that grows, in the memory of plain numbers. */
class Numbers<List extends Uint16Array | Uint32Array> {
  values: List;
  length = 0;

  constructor(values: List) {
    this.values = values;
  }

  push(value: number): void {
    if (this.length === this.values.length) this.#grow();
    this.values[this.length] = value;
    this.length += 1;
  }

  /** The numbers. They are not copied: memory behind them that was never written to takes no place. */
  finish(): List {
    return this.values.subarray(0, this.length) as List;
  }

  #grow(): void {
    const longer = new (this.values.constructor as new (length: number) => List)(this.values.length * 2);
    longer.set(this.values);
    this.values = longer;
  }
}
