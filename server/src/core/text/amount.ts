import { alternatives, meaningOf } from './alternatives.ts';
import { joinRanges } from './amount-range.ts';
import { CURRENCIES, FRACTION_WORDS, HEDGES, MONEY_SCALES, NUMBER_WORDS, SCALES, TRAILING_HEDGES, type Exactness } from './amount-words.ts';
import { readDecimal, type WrittenNumber } from './decimal.ts';
import type { Span } from './span.ts';
import { LETTERS, LETTERS_AND_DIGITS } from './word-characters.ts';

/** What a number counts: `percent` is per hundred, `times` a factor ("2.6 times"), `year` a year of the calendar. */
export type AmountKind = 'count' | 'money' | 'percent' | 'times' | 'year';

/** An amount as a text gives it: "about DKK 70 million", "40 to 45 per cent", "nine tenths", "2011". */
export interface Amount {
  readonly kind: AmountKind;
  /** The number with its scale worked in (70000000); of a range, its lower end. */
  readonly low: number;
  /** The same number again; of a range, its upper end. */
  readonly high: number;
  readonly exactness: Exactness;
  /** The place of the last digit that is written: 1 for "70", 0.1 for "2.6", 1000000 for "70 million". */
  readonly place: number;
  /** What a word behind the number multiplies it by: 1000000 for "70 million"; else 1. */
  readonly scale: number;
  /** Undefined when none is given, or a word such as "kroner" that more than one country uses. */
  readonly currency: string | undefined;
  /** From the first word that belongs to it ("about") to the last ("or more"). */
  readonly span: Span;
}

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const DIGITS = String.raw`\d{1,3}(?:[,.'’ ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const WORDS = `(?:${TENS})-(?:one|two|three|four|five|six|seven|eight|nine)|${alternatives(NUMBER_WORDS)}|an?(?= (?:${alternatives(SCALES)})\\b)`;

/** One number with everything that belongs to it. */
const AMOUNT = new RegExp(
  [
    // Not in a word, a path or a longer number; a hyphen before it must be that of a range.
    String.raw`(?<![${LETTERS_AND_DIGITS}/.,_]|[^\d]-|^-)`,
    `(?:(?<hedge>${alternatives(HEDGES)}) ?)?`,
    `(?:(?<before>${alternatives(CURRENCIES)}) ?)?`,
    `(?:(?<fraction>${alternatives(FRACTION_WORDS)})(?= of )|(?<number>${DIGITS}|${WORDS})`,
    String.raw`(?: ?(?<scale>${alternatives(SCALES)})(?![${LETTERS}])|(?<letter>[kmb])(?![${LETTERS}]))?`,
    String.raw`(?: ?(?:(?<after>${alternatives(CURRENCIES)})(?![${LETTERS}])|(?<percent>%|per ?cent(?![${LETTERS}]))|-?(?<times>times(?! (?:a|per) )|fold)(?![${LETTERS}])))?)`,
    `(?: ?(?<trailing>${alternatives(TRAILING_HEDGES)}))?`,
    String.raw`(?![${LETTERS_AND_DIGITS}/_½¼¾])`,
  ].join(''),
  'gi',
);

/** Words that begin a number, without "a" or "an" before them. */
const FIRST_WORDS = [...new Set([...Object.keys(NUMBER_WORDS), ...Object.keys(FRACTION_WORDS)].map((word) => word.replace(/^an? /, '').split(' ')[0] ?? ''))];
/** What every amount has in it: a digit, or a word for a number (of “a million”, the second). It may also be a piece of another word: “money”. */
const NUMBER = new RegExp(`\\d|${alternatives(FIRST_WORDS)}|${alternatives(SCALES)}`, 'gi');
/** What may stand before a number without a blank between the two: "DKKfive". */
const BEFORE_NUMBER = new RegExp(`(?:${alternatives(HEDGES)}|${alternatives(CURRENCIES)})$`, 'i');
const LETTER = new RegExp(`[${LETTERS}]`);
/** Characters; an amount begins at most so far before its number, as "slightly less than Norwegian kroner " does. */
const LONGEST_BEFORE = 40;

/** "the early 1990s" */
const DECADE = new RegExp(String.raw`(?<![${LETTERS_AND_DIGITS}])(?:the )?(?:(?<part>early|mid|late)[ -])?(?<decade>(?:1[5-9]|20)\d0)s\b`, 'gi');
/** The years of a decade that its parts are taken to mean. */
const PARTS_OF_DECADE: Readonly<Record<string, readonly [number, number]>> = { early: [0, 4], mid: [3, 7], late: [6, 9] };

/** What makes another number of the one that was read: "two and a half million", "half a million". */
const GOES_ON = /^ and an? (?:half|quarter|third)\b/i;
const BEGINS_BEFORE = /\b(?:half|quarter of) $/i;

/**
 * The amounts in a text, in order. The text should have single spaces, as that of a `Sentence` has. What cannot be read
 * with certainty is left out.
 */
export function amountsIn(text: string): Amount[] {
  const decades = /0s/i.test(text) ? Array.from(text.matchAll(DECADE), readDecade) : [];
  const numbers = [...numbersIn(text)].flatMap((match) => readNumber(match) ?? []);
  const all = joinRanges(
    [...decades, ...numbers].sort((a, b) => a.span.start - b.span.start),
    text,
  );
  return all.filter(
    ({ span }) => !GOES_ON.test(text.slice(span.end, span.end + 20)) && !BEGINS_BEFORE.test(text.slice(Math.max(0, span.start - 20), span.start)),
  );
}

/** Whether there may be an amount in a text. Far quicker than looking for one, and right in most sentences. */
export function mayStateAmount(text: string): boolean {
  return text.search(NUMBER) >= 0;
}

/** All that looks like an amount. The pattern is slow, so it is tried around numbers only. */
function* numbersIn(text: string): Iterable<RegExpExecArray> {
  let from = 0;
  for (let number = nextNumber(text, 0); number >= 0; number = nextNumber(text, from)) {
    AMOUNT.lastIndex = Math.max(from, number - LONGEST_BEFORE);
    const match = AMOUNT.exec(text);
    if (!match) return;
    yield match;
    from = match.index + match[0].length;
  }
}

/** Where the next number may begin, from `from` on; -1 when there is none. */
function nextNumber(text: string, from: number): number {
  NUMBER.lastIndex = from;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const { index } = match;
    const isInWord = index > 0 && LETTER.test(text.charAt(index)) && LETTER.test(text.charAt(index - 1));
    if (!isInWord || BEFORE_NUMBER.test(text.slice(Math.max(0, index - LONGEST_BEFORE), index))) return index;
    NUMBER.lastIndex = index + 1;
  }
  return -1;
}

/**
 * The amount that a field states, as a number or in words: 70000000, "DKK 70 million", "approx. 70 mio. kr. (2011)".
 * Undefined when it states none, or several.
 */
export function readAmount(value: string | number): Amount | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(value) : undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  const isOneNumber = /^\d+$/.test(text);
  const [amount, ...others] = amountsIn(text).filter(({ kind }) => isOneNumber || kind !== 'year');
  if (!amount || others.length > 0) return undefined;
  return amount.kind === 'year' ? { ...amount, kind: 'count' } : amount;
}

/** A number that is no text: 1.905 has three decimals and no thousands. */
function plainNumber(value: number): Amount {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return { kind: 'count', low: value, high: value, exactness: 'exact', place: 10 ** -decimals, scale: 1, currency: undefined, span: { start: 0, end: 0 } };
}

function readNumber(match: RegExpExecArray): Amount | undefined {
  const { hedge, before, fraction, number = '', scale, letter, after, percent, times, trailing } = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  const exactness = meaningOf(HEDGES, hedge) ?? meaningOf(TRAILING_HEDGES, trailing) ?? 'exact';
  const part = meaningOf(FRACTION_WORDS, fraction);
  // Whoever writes "two thirds" rounds.
  if (part !== undefined)
    return { kind: 'percent', low: part, high: part, exactness: exactness === 'exact' ? 'about' : exactness, place: 1, scale: 1, currency: undefined, span };
  const money = before ?? after;
  if (letter !== undefined && money === undefined) return undefined;
  const factor = meaningOf(SCALES, scale) ?? meaningOf(MONEY_SCALES, letter) ?? 1;
  const written = readWritten(number, factor > 1 || percent !== undefined || times !== undefined);
  if (!written) return undefined;
  const isYear = factor === 1 && /^(?:1[5-9]|20)\d\d$/.test(number);
  const kind = percent !== undefined ? 'percent' : times !== undefined ? 'times' : money !== undefined ? 'money' : isYear ? 'year' : 'count';
  const value = written.value * factor;
  const currency = meaningOf(CURRENCIES, money);
  return { kind, low: value, high: value, exactness, place: written.place * factor, scale: factor, currency: currency === '' ? undefined : currency, span };
}

function readWritten(number: string, mayBeDecimal: boolean): WrittenNumber | undefined {
  if (/^\d/.test(number)) return readDecimal(number, mayBeDecimal);
  const [tens = '', ones = ''] = number.split('-');
  const value = /^an?$/i.test(number) ? 1 : (meaningOf(NUMBER_WORDS, tens) ?? 0) + (meaningOf(NUMBER_WORDS, ones) ?? 0);
  return { value, place: 1 };
}

function readDecade(match: RegExpExecArray): Amount {
  const decade = Number(match.groups?.decade);
  const [from, to] = PARTS_OF_DECADE[match.groups?.part?.toLowerCase() ?? ''] ?? [0, 9];
  const span = { start: match.index, end: match.index + match[0].length };
  return { kind: 'year', low: decade + from, high: decade + to, exactness: 'exact', place: 1, scale: 1, currency: undefined, span };
}
