import { alternatives, meaningOf } from '../text/alternatives.ts';
import { amountsIn, mayStateAmount, type Amount, type AmountKind } from '../text/amount.ts';
import { HEDGES, type Exactness } from '../text/amount-words.ts';
import type { Span } from '../text/span.ts';
import type { Claim, ClaimTime } from './claim.ts';
import { matchesOf, SIGNS, type ClaimForm } from './claim-form.ts';
import { CLAIM_GROUPS, CLAIM_WORD } from './claim-forms.ts';
import { sentenceEnds, sentenceOf, withoutQuotations, type Sentence } from './sentences.ts';
import { AT_STUDY, MULTIPLES, NO_FACT } from './vocabulary.ts';

/** Words that make a claim without a number. */
const WITHOUT_NUMBER = new RegExp(`\\bborn\\b|\\b(?:${alternatives(MULTIPLES)})\\b`, 'i');
/** Characters; what is longer is no sentence that a person wrote. */
const LONGEST_SENTENCE = 1_000;
/** Sentences before a claim that are kept to tell whose it is; no paragraph needs more. */
const MOST_BEFORE = 40;
/** What follows a statement may take it back, up to here: "sales growth of 48 per cent was the goal". */
const CLAUSE_END = /[,;:(–—]| (?:and|but|while|whereas|because) /u;
/** A sentence that begins with a year speaks of that year. */
const LEADING_YEAR = new RegExp(`^(?:in|during|for|by|at the end of) (?:early |late |mid-?)?(${SIGNS.year}+),? `, 'i');

/**
 * The claims that some paragraphs make. Most sentences make none, and two looks are enough to see that: one for a word
 * that a claim must have, one for a number.
 * @param prose the text with everything but plain text blanked out, at the same offsets
 */
export function readClaims(prose: string, paragraphs: readonly Span[]): Claim[] {
  return paragraphs.flatMap(({ start, end }) => {
    const paragraph = withoutQuotations(prose.slice(start, end));
    const word = paragraph.search(CLAIM_WORD);
    return word < 0 ? [] : claimsOf(paragraph, start, word);
  });
}

/**
 * @param offset where the paragraph begins in the prose
 * @param firstWord where its first word is that a claim must have
 */
function claimsOf(paragraph: string, offset: number, firstWord: number): Claim[] {
  const ends = sentenceEnds(paragraph);
  const sentenceAt = (index: number): Sentence => {
    const start = ends[index - 1] ?? 0;
    return sentenceOf(paragraph.slice(start, ends[index]), offset + start);
  };
  /** The texts of the sentences before one: a few may be nothing but blanks between two signs. */
  const before = (index: number): string[] => {
    const texts = ends.slice(0, index).map((_, earlier) => sentenceAt(earlier).text);
    return texts.filter((text) => text !== '').slice(-MOST_BEFORE);
  };
  const claims: Claim[] = [];
  let word = firstWord;
  let start = 0;
  for (const [index, end] of ends.entries()) {
    if (word < start) word = nextWord(paragraph, start);
    if (word < end) {
      const raw = paragraph.slice(start, end);
      const isWithoutNumber = WITHOUT_NUMBER.test(raw);
      if (isWithoutNumber || mayStateAmount(raw)) claims.push(...claimsIn(sentenceAt(index), isWithoutNumber, () => before(index)));
    }
    start = end;
  }
  return claims;
}

/** Where the next word is that a claim must have, from `from` on; behind all text when there is none. */
function nextWord(paragraph: string, from: number): number {
  CLAIM_WORD.lastIndex = from;
  return CLAIM_WORD.exec(paragraph)?.index ?? Infinity;
}

/** @param isWithoutNumber whether a word is in the sentence that makes a claim without one */
function claimsIn(sentence: Sentence, isWithoutNumber: boolean, before: () => readonly string[]): Claim[] {
  const { text } = sentence;
  if (text.length > LONGEST_SENTENCE) return [];
  const amounts = amountsIn(text);
  if (amounts.length === 0 && !isWithoutNumber) return [];
  const isStated = (kind: AmountKind | 'none'): boolean => (kind === 'none' ? isWithoutNumber : amounts.some((amount) => amount.kind === kind));
  const groups = CLAIM_GROUPS.filter(({ states, words }) => states.some(isStated) && words.test(text));
  const shape = shapeOf(text, amounts);
  const fitting = groups.flatMap(({ forms }) => forms().flatMap((form) => matchesOf(form, shape.text).map((match) => ({ form, match }))));
  return fitting.flatMap(({ form, match }) => readMatch(sentence, before, shape, form, match) ?? []);
}

/** A sentence as the patterns see it: each amount is a run of signs of its kind. */
interface Shape {
  readonly text: string;
  readonly amountAt: (index: number) => Amount | undefined;
}

function shapeOf(text: string, amounts: readonly Amount[]): Shape {
  let shaped = '';
  for (const { kind, span } of amounts) {
    shaped += text.slice(shaped.length, span.start);
    shaped += SIGNS[kind].repeat(span.end - shaped.length);
  }
  const starts = new Map(amounts.map((amount) => [amount.span.start, amount]));
  return { text: shaped + text.slice(shaped.length), amountAt: (index) => starts.get(index) };
}

function readMatch(sentence: Sentence, before: () => readonly string[], shape: Shape, form: ClaimForm, match: RegExpExecArray): Claim | undefined {
  const opening = sentence.text.slice(0, match.index);
  const following = sentence.text.slice(match.index + match[0].length).split(CLAUSE_END)[0] ?? '';
  if (NO_FACT.test(opening) || NO_FACT.test(following)) return undefined;
  const value = placeOf(match, 'value') ?? placeOf(match, 'multiple');
  if (!value) return undefined;
  const wordsOf = (group: string): string | undefined => {
    const at = placeOf(match, group);
    return at && sentence.text.slice(at.start, at.end);
  };
  const amount = amountOf(shape, form, match, value);
  const { topic, subject } = form;
  if (!amount && topic !== 'born-global' && topic !== 'born-again-global') return undefined;
  return {
    topic,
    span: sentence.spanOf(value.start, value.end),
    amount,
    time: timeOf(sentence, shape, form, match),
    subject,
    named: wordsOf('named'),
    place: wordsOf('place'),
    opening,
    before: before(),
  };
}

/** Where a named group of a match stands in the sentence. */
function placeOf(match: RegExpExecArray, group: string): Span | undefined {
  const indices = match.indices?.groups?.[group];
  return indices && { start: indices[0], end: indices[1] };
}

function amountOf(shape: Shape, form: ClaimForm, match: RegExpExecArray, value: Span): Amount | undefined {
  const multiple = match.groups?.multiple;
  if (multiple !== undefined) {
    const growth = ((meaningOf(MULTIPLES, multiple) ?? 1) - 1) * 100;
    const exactness: Exactness = meaningOf(HEDGES, match.groups?.hedge) ?? 'about';
    return { kind: 'percent', low: growth, high: growth, exactness, place: 1, scale: 1, currency: undefined, span: value };
  }
  const amount = shape.amountAt(value.start);
  return amount && form.falls ? fall(amount) : amount;
}

/** "fell by 10 %" is a growth of -10 %; "fell by more than 10 %", one of less than -10 %. */
function fall(amount: Amount): Amount {
  const turned: Readonly<Partial<Record<Exactness, Exactness>>> = {
    'at-least': 'at-most',
    'at-most': 'at-least',
    'just-over': 'just-under',
    'just-under': 'just-over',
  };
  return { ...amount, low: -amount.high, high: -amount.low, exactness: turned[amount.exactness] ?? amount.exactness };
}

function timeOf(sentence: Sentence, shape: Shape, form: ClaimForm, match: RegExpExecArray): ClaimTime {
  const yearAt = (name: string): Amount | undefined => shape.amountAt(placeOf(match, name)?.start ?? -1);
  const until = yearAt('until');
  if (until) return { kind: 'year', year: until.high, since: yearAt('since')?.low };
  const year = yearAt('year') ?? yearAt('early') ?? yearAt('range') ?? leadingYear(shape, match.index);
  if (year) return { kind: 'year', year: year.high, since: year.low === year.high ? undefined : year.low };
  if (form.tense === 'past') return { kind: AT_STUDY.test(sentence.text) ? 'now' : 'past' };
  return { kind: form.tense === 'now' ? 'now' : 'past' };
}

/** The year with which a sentence begins, unless another stands between it and the statement. */
function leadingYear(shape: Shape, end: number): Amount | undefined {
  const opening = shape.text.slice(0, end);
  const lead = LEADING_YEAR.exec(opening);
  if (!lead || opening.slice(lead[0].length).includes(SIGNS.year)) return undefined;
  return shape.amountAt(lead[0].indexOf(SIGNS.year));
}
