import { oncePer } from '../memory/once-per.ts';
import { LETTERS_AND_DIGITS } from '../text/word-characters.ts';
import type { ClaimTopic, SubjectForm } from './claim.ts';
import type { Tenses } from './vocabulary.ts';

/*
 * Before a sentence is compared with the patterns, each amount in it is replaced by as many signs of its kind, so that a
 * pattern says "money" where the text may say "almost DKK 70 million"; see read-claims.ts.
 */

/** The signs that stand for amounts, from an area of Unicode that no text uses. */
export const SIGNS = { count: '\uE001', money: '\uE002', percent: '\uE003', times: '\uE004', year: '\uE005' } as const;

/** A form that claims take: when its pattern fits a sentence, the group `value` (or `multiple`) is what it states. */
export interface ClaimForm {
  readonly topic: ClaimTopic;
  readonly subject: SubjectForm;
  /** `none`: the value is itself a year, or the years are in the pattern. */
  readonly tense: 'now' | 'past' | 'none';
  readonly pattern: RegExp;
  /** The statement is of a fall: the rate counts downwards. */
  readonly falls: boolean;
}

/** A form whose statement has no tense of its own. `source` is its pattern, which begins and ends with whole words. */
export function form(topic: ClaimTopic, subject: SubjectForm, source: string, falls = false): ClaimForm {
  return { topic, subject, tense: 'none', falls, pattern: patternOf(source) };
}

/** The forms with each verb in the present and in the past tense. */
export function inBothTenses(topic: ClaimTopic, subject: SubjectForm, [now, past]: Tenses, source: (verb: string) => string): ClaimForm[] {
  return [
    { topic, subject, tense: 'now', falls: false, pattern: patternOf(source(now)) },
    { topic, subject, tense: 'past', falls: false, pattern: patternOf(source(past)) },
  ];
}

function patternOf(source: string): RegExp {
  return new RegExp(`(?<![${LETTERS_AND_DIGITS}-])${source}(?![${LETTERS_AND_DIGITS}])`, 'i');
}

/** Where a form fits a text. Hardly ever anywhere: the places of its groups, which are slow to keep, are looked for only then. */
export function matchesOf({ pattern }: ClaimForm, text: string): RegExpExecArray[] {
  return pattern.test(text) ? [...text.matchAll(withPlaces(pattern))] : [];
}

const withPlaces = oncePer((pattern: RegExp) => new RegExp(pattern.source, 'dgi'));

/** A whole run of a sign, never a part of one. */
export function run(sign: string): string {
  return `${sign}+(?!${sign})`;
}
