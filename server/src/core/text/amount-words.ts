/*
 * The words in which texts give amounts. All of it is data; amount.ts makes patterns of it. Words are matched whatever
 * their case, and a point behind an abbreviation may be there or not.
 */

/** Currencies by the signs and words that stand for them; an empty code: money, but of which country is not said. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  DKK: 'DKK',
  'Danish kroner': 'DKK',
  EUR: 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  '€': 'EUR',
  USD: 'USD',
  'US dollars': 'USD',
  US$: 'USD',
  GBP: 'GBP',
  'pounds sterling': 'GBP',
  '£': 'GBP',
  SEK: 'SEK',
  'Swedish kronor': 'SEK',
  NOK: 'NOK',
  'Norwegian kroner': 'NOK',
  EEK: 'EEK',
  'Estonian kroons': 'EEK',
  kroons: 'EEK',
  kroner: '',
  kronor: '',
  'kr.': '',
  dollars: '',
  pounds: '',
  $: '',
};

/** What a word behind a number multiplies it by. */
export const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  'mio.': 1e6,
  'mill.': 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  milliard: 1e9,
  'mia.': 1e9,
};

/** Letters that do the same, but only in an amount of money: "70 m" alone is a length. */
export const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Words for whole numbers. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  'a dozen': 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'three hundred': 300,
  'four hundred': 400,
  'five hundred': 500,
};

/** Words for parts of a whole, in per cent. A text that gives a fraction rounds. */
export const FRACTION_WORDS: Readonly<Record<string, number>> = {
  half: 50,
  'one half': 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'two fifths': 40,
  'three fifths': 60,
  'four fifths': 80,
  'a tenth': 10,
  'one tenth': 10,
  'three tenths': 30,
  'seven tenths': 70,
  'nine tenths': 90,
};

/** How exact a number is meant: as it stands, roughly, as a limit from below or above, or a little off on one side. */
export type Exactness = 'exact' | 'about' | 'at-least' | 'at-most' | 'just-over' | 'just-under';

/** Words before a number that say how exact it is meant. */
export const HEDGES: Readonly<Record<string, Exactness>> = {
  about: 'about',
  around: 'about',
  'approx.': 'about',
  approximately: 'about',
  'ca.': 'about',
  circa: 'about',
  roughly: 'about',
  some: 'about',
  'close to': 'about',
  'in the region of': 'about',
  '~': 'about',
  almost: 'just-under',
  nearly: 'just-under',
  'just under': 'just-under',
  'slightly under': 'just-under',
  'slightly less than': 'just-under',
  'a little under': 'just-under',
  'just over': 'just-over',
  'slightly over': 'just-over',
  'slightly more than': 'just-over',
  'a little over': 'just-over',
  'a good': 'just-over',
  over: 'at-least',
  above: 'at-least',
  'more than': 'at-least',
  'at least': 'at-least',
  'no less than': 'at-least',
  'no fewer than': 'at-least',
  'well over': 'at-least',
  'far more than': 'at-least',
  '>': 'at-least',
  under: 'at-most',
  below: 'at-most',
  'less than': 'at-most',
  'fewer than': 'at-most',
  'at most': 'at-most',
  'up to': 'at-most',
  'no more than': 'at-most',
  'not more than': 'at-most',
  '<': 'at-most',
};

/** Words behind a number that do the same. */
export const TRAILING_HEDGES: Readonly<Record<string, Exactness>> = {
  '+': 'at-least',
  'or more': 'at-least',
  'or so': 'about',
  'or less': 'at-most',
  'or fewer': 'at-most',
};
