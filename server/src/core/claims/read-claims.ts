import { amountsIn, type Amount } from '../text/amount.ts';
import { HEDGES, type Exactness } from '../text/amount-words.ts';
import { alternatives, meaningOf } from '../text/alternatives.ts';
import type { Span } from '../text/span.ts';
import type { Claim, ClaimTime } from './claim.ts';
import { SIGNS, type ClaimForm } from './claim-form.ts';
import { CLAIM_GROUPS } from './claim-forms.ts';
import { sentencesIn, type Sentence } from './sentences.ts';
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
 * The claims that some paragraphs make.
 * @param prose the text with everything but plain text blanked out, at the same offsets
 */
export function readClaims(prose: string, paragraphs: readonly Span[]): Claim[] {
  const promising = paragraphs.filter(({ start, end }) => formsFor(prose.slice(start, end)).length > 0);
  return promising.flatMap((paragraph) => {
    const sentences = sentencesIn(prose, paragraph);
    return sentences.flatMap((sentence, index) => claimsIn(sentence, () => sentences.slice(Math.max(0, index - MOST_BEFORE), index).map(({ text }) => text)));
  });
}

/** The forms that may fit a text, by its words. */
function formsFor(text: string): ClaimForm[] {
  return CLAIM_GROUPS.flatMap(({ words, forms }) => (words.test(text) ? forms : []));
}

/** A sentence as the patterns see it: each amount is a run of signs of its kind. */
interface Shape {
  readonly text: string;
  readonly amountAt: (index: number) => Amount | undefined;
}

function claimsIn(sentence: Sentence, before: () => readonly string[]): Claim[] {
  const { text } = sentence;
  const forms = text.length > LONGEST_SENTENCE ? [] : formsFor(text);
  if (forms.length === 0) return [];
  const amounts = amountsIn(text);
  if (amounts.length === 0 && !WITHOUT_NUMBER.test(text)) return [];
  const shape = shapeOf(text, amounts);
  return forms.flatMap((form) =>
    Array.from(shape.text.matchAll(form.pattern), (match) => readMatch(sentence, before, shape, form, match)).filter((claim) => claim !== undefined),
  );
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
