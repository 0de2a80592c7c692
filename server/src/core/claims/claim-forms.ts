import { alternatives } from '../text/alternatives.ts';
import { onFirstUse } from '../memory/once-per.ts';
import type { AmountKind } from '../text/amount.ts';
import { LETTERS } from '../text/word-characters.ts';
import type { ClaimTopic } from './claim.ts';
import { form, inBothTenses, run, SIGNS, type ClaimForm } from './claim-form.ts';
import {
  A_FIRM,
  ABROAD,
  ACCOUNTS_FOR,
  BEGAN_EXPORTING,
  CALLED,
  COMES,
  EARNS,
  EXPORTS,
  EXPORTS_VERB,
  FIRST_SALE,
  FOUNDED,
  HAS_EXPORTED,
  MADE,
  GREW,
  HAS,
  HOME,
  IS,
  MONTH,
  MULTIPLES,
  OUTPUT,
  PEOPLE,
  REPORTS,
  SALES,
  SELLS,
  SHRANK,
  STAFF,
} from './vocabulary.ts';

const COUNT = run(SIGNS.count);
const MONEY = `(?:${run(SIGNS.money)}|${COUNT})`;
const PERCENT = run(SIGNS.percent);
const RATE = `(?:${PERCENT}|${run(SIGNS.times)})`;
const YEAR = run(SIGNS.year);

/** "in 1984", "in May 1984", "around 1984", "back in early 1984": the year is what is stated. */
const IN_YEAR = `(?:back |as early as |only )?(?:in (?:early |late |mid-?|(?:the )?(?:spring|summer|autumn|fall|winter) (?:of )?|${MONTH} )?)?(?<value>${YEAR})`;
/** The year to which a statement is limited. */
const FOR_YEAR = `(?:,? (?:in|for|during) (?<year>${YEAR}))?`;
const ADJECTIVE = '(?:(?:annual|yearly|total|net|gross|overall) )?';
/** What follows would make the number one of a part: "40 employees in Sweden", "DKK 2 million a month", "40 more than before". */
const NO_PART = `(?! (?:${[
  `in(?! total| all\\b| ${SIGNS.year})|at(?! the time)|for(?! ${SIGNS.year})|per(?! year| annum)|a (?:month|week|day)`,
  'abroad|outside|who|of|whom|working|from|with|on|to|into|within|through|via|each|more|less|fewer|too|than|under',
  PEOPLE,
].join('|')})(?![${LETTERS}-]))(?!-)`;

function founding(): readonly ClaimForm[] {
  return [
    form('founded', 'verb', `(?:was|were|had been) (?:first )?${FOUNDED} (?:by [^,;]{1,60} )?${IN_YEAR}`),
    form('founded', 'participle', `(?:founded|established) (?:by [^,;]{1,60} )?${IN_YEAR}`),
    form('founded', 'named', `^(?:founded|established|set up) (?:by [^,;]{1,60} )?${IN_YEAR}(?: by [^,;]{1,60})?, (?<named>[^,;]+)`),
    form('founded', 'named', `(?:founded|set up) (?<named>(?:the )?[^,;.]{2,40}?) ${IN_YEAR}`),
    form('founded', 'verb', `(?:dates (?:back to|from)|has existed since|has been in business since) (?<value>${YEAR})`),
    form('founded', 'owner', `(?:founding year|year of (?:founding|foundation|establishment)) (?:is|was) (?<value>${YEAR})`),
  ];
}

function employees(): readonly ClaimForm[] {
  return [
    ...inBothTenses('employees', 'verb', HAS, (has) => `${has} (?<value>${COUNT}) (?:full-time )?${PEOPLE}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('employees', 'verb', HAS, (has) => `${has} a (?:staff|workforce|headcount) of (?<value>${COUNT})${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('employees', 'verb', ['is', 'was'], (is) => `${is} ${A_FIRM} (?:of|with) (?<value>${COUNT}) ${PEOPLE}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses(
      'employees',
      'owner',
      IS,
      (is) => `(?:${STAFF}|employees)(?: in (?<early>${YEAR}))? (?:${is}|number(?:s|ed)?) (?<value>${COUNT})(?: ${PEOPLE})?${NO_PART}${FOR_YEAR}`,
    ),
    ...inBothTenses('employees', 'verb', ['has', 'had'], (has) => `${has} grown to (?<value>${COUNT}) ${PEOPLE}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('employees', 'named', ['work', 'worked'], (work) => `(?<value>${COUNT}) ${PEOPLE} ${work} (?:for|at) (?<named>[^,;.]+)`),
    form('employees', 'owner', `${STAFF} (?:has |had )?${GREW} from ${COUNT} in ${YEAR} to (?<value>${COUNT}) in (?<year>${YEAR})`),
    { ...form('employees', 'named', `^with (?:its |only )?(?<value>${COUNT}) ${PEOPLE},? (?<named>[^,;]+)`), tense: 'now' },
  ];
}

function salesAmounts(): readonly ClaimForm[] {
  return [
    ...inBothTenses('sales', 'owner', IS, (is) => `${ADJECTIVE}${SALES}(?: in (?<early>${YEAR}))? ${is} (?<value>${MONEY})${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('sales', 'verb', REPORTS, (has) => `${has} (?:an? )?${ADJECTIVE}${SALES} of (?<value>${MONEY})${NO_PART}${FOR_YEAR}`),
    ...inBothTenses(
      'sales',
      'verb',
      ['is', 'was'],
      (is) => `${is} ${A_FIRM} with (?:${COUNT} ${PEOPLE} and )?(?:an? )?${ADJECTIVE}${SALES} of (?<value>${MONEY})${NO_PART}${FOR_YEAR}`,
    ),
    form('sales', 'owner', `${ADJECTIVE}${SALES} (?:had |has |have )?(?:${GREW}|${SHRANK})(?: by)?(?: ${RATE})?,? to (?<value>${MONEY})${NO_PART}${FOR_YEAR}`),
    form('sales', 'owner', `${ADJECTIVE}${SALES} (?:had |has |have )?(?:${GREW}|${SHRANK}) from ${MONEY} in ${YEAR} to (?<value>${MONEY}) in (?<year>${YEAR})`),
  ];
}

/** Whose sales a part is of: nobody's in particular, or the firm's. */
const OF_SALES = `of (?:(?:the|all|all the|total|its|its total|the firm['’]s|the company['’]s) )?${SALES}`;
/** A country, to be compared with the home country of the firm. */
const PLACE = String.raw`(?<place>(?:the )?[${LETTERS}-]+(?: (?:kingdom|states|republic))?)`;

function shares(): readonly ClaimForm[] {
  return [
    ...inBothTenses('foreign-share', 'owner', COMES, (comes) => `(?<value>${PERCENT}) ${OF_SALES} ${comes} ${ABROAD}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('foreign-share', 'owner', COMES, (comes) => `(?<value>${PERCENT}) ${OF_SALES} ${comes} outside (?:of )?${PLACE}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('home-share', 'owner', COMES, (comes) => `(?<value>${PERCENT}) ${OF_SALES} ${comes} (?:${HOME}|${PLACE})${NO_PART}${FOR_YEAR}`),
    ...inBothTenses('foreign-share', 'owner', ACCOUNTS_FOR, (accounts) => `${EXPORTS} ${accounts} (?<value>${PERCENT}) ${OF_SALES}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses(
      'home-share',
      'owner',
      ACCOUNTS_FOR,
      (accounts) => `(?:${HOME}|${PLACE}) ${accounts} (?<value>${PERCENT}) ${OF_SALES}${NO_PART}${FOR_YEAR}`,
    ),
    ...inBothTenses('foreign-share', 'verb', EXPORTS_VERB, (exports) => `${exports} (?<value>${PERCENT}) of (?:its|the) ${OUTPUT}${NO_PART}${FOR_YEAR}`),
    ...inBothTenses(
      'foreign-share',
      'verb',
      EARNS,
      (earns) => `${earns} (?<value>${PERCENT}) of (?:its|the) ${OUTPUT} (?:abroad|outside ${PLACE})${NO_PART}${FOR_YEAR}`,
    ),
    ...inBothTenses(
      'foreign-share',
      'owner',
      IS,
      (is) => `(?:export|foreign sales|foreign) (?:share|ratio|intensity) ${is} (?<value>${PERCENT})${NO_PART}${FOR_YEAR}`,
    ),
  ];
}

const COUNTRIES = `(?<value>${COUNT}) (?:foreign |export )?countries${NO_PART}`;
function markets(): readonly ClaimForm[] {
  return [
    ...inBothTenses('countries', 'verb', SELLS, (sells) => `${sells}(?: its (?:\\w+ ){1,3}| products | goods | )(?:to|in) ${COUNTRIES}${FOR_YEAR}`),
    ...inBothTenses('countries', 'verb', ['is', 'was'], (is) => `${is} (?:present|active|represented) in ${COUNTRIES}${FOR_YEAR}`),
    ...inBothTenses('countries', 'verb', ['has', 'had'], (has) => `${has} (?:customers|clients|users) in ${COUNTRIES}${FOR_YEAR}`),
    ...inBothTenses('countries', 'owner', ['are', 'were'], (are) => `(?:products|services|solutions) ${are} (?:sold|available) in ${COUNTRIES}${FOR_YEAR}`),
  ];
}

function firstForeignSale(): readonly ClaimForm[] {
  return [
    form('first-foreign-sale', 'owner', `${FIRST_SALE} (?:(?:was made|was won|was|came|followed|took place|dates from) )?${IN_YEAR}${NO_PART}`),
    form('first-foreign-sale', 'verb', `${BEGAN_EXPORTING} ${IN_YEAR}${NO_PART}`),
    form('first-foreign-sale', 'verb', `${HAS_EXPORTED} since (?<value>${YEAR})`),
    form('first-foreign-sale', 'verb', `${MADE} its ${FIRST_SALE} ${IN_YEAR}${NO_PART}`),
    form('first-foreign-sale', 'owner', `exports (?:began|started) ${IN_YEAR}${NO_PART}`),
  ];
}

/** What may follow a rate: the amount that was reached, and "in 2012", "from 2011 to 2012" or "between 2011 and 2012". */
const PERIOD = `(?:,? to ${MONEY})?(?:,? (?:(?:in|during) (?<year>${YEAR})|from (?<since>${YEAR}) to (?<until>${YEAR})|(?<range>${YEAR})))?`;
const MULTIPLE = `(?:(?<hedge>more than|almost|nearly|about) )?(?<multiple>${alternatives(MULTIPLES)})`;

function growthOf(topic: ClaimTopic, noun: string): ClaimForm[] {
  return [
    form(topic, 'owner', `${ADJECTIVE}${noun} (?:have |has |had )?${GREW} (?:by )?(?<value>${RATE})${PERIOD}`),
    form(topic, 'owner', `${ADJECTIVE}${noun} (?:have |has |had )?${SHRANK} (?:by )?(?<value>${PERCENT})${PERIOD}`, true),
    form(topic, 'owner', `${ADJECTIVE}${noun} (?:have |has |had )?${MULTIPLE}${PERIOD}`),
    form(topic, 'owner', `growth (?:in|of) ${ADJECTIVE}${noun} (?:of|was|is) (?<value>${PERCENT})${PERIOD}`),
    form(topic, 'owner', `${noun} growth (?:of|was|is|reached|amounted to) (?<value>${PERCENT})${PERIOD}`),
  ];
}

function classes(): readonly ClaimForm[] {
  return [form('born-global', 'verb', `${CALLED}(?<value>born[- ]global)`), form('born-again-global', 'verb', `${CALLED}(?<value>born[- ]again[- ]global)`)];
}

/** Forms that share a topic. Making their patterns ready takes long, so it is done when a sentence first needs them. */
export interface ClaimGroup {
  /** Words without one of which none of the forms fits; most sentences have none. */
  readonly words: RegExp;
  /** The kinds of amounts that the forms state; `none` where one of them needs no number. */
  readonly states: readonly (AmountKind | 'none')[];
  readonly forms: () => readonly ClaimForm[];
}

function group(words: string, states: ClaimGroup['states'], forms: () => readonly ClaimForm[]): ClaimGroup {
  return { words: new RegExp(`(?<![${LETTERS}])(?:${words})(?![${LETTERS}])`, 'i'), states, forms: onFirstUse(forms) };
}

const FOUNDING_WORDS = `${FOUNDED}|founding|foundation|establishment|dates|existed|in business`;
const STAFF_WORDS = `${PEOPLE}|${STAFF}`;
const SHARE_WORDS = `${OUTPUT}|(?:export|foreign sales|foreign) (?:share|ratio|intensity)`;
const FIRST_SALE_WORDS = `${FIRST_SALE}|${BEGAN_EXPORTING}|exports|exported|exporting|abroad`;
const COUNTRY_WORDS = '(?:foreign |export )?countries';
const CLASS_WORDS = 'born(?: again)? global|born-(?:again-)?global';
const GROWTH: ClaimGroup['states'] = ['percent', 'times', 'none'];

/** Every form, in the order in which they are tried. */
export const CLAIM_GROUPS: readonly ClaimGroup[] = [
  group(FOUNDING_WORDS, ['year'], founding),
  group(STAFF_WORDS, ['count'], employees),
  group(STAFF_WORDS, GROWTH, () => growthOf('employees-growth', STAFF)),
  group(SALES, ['money', 'count'], salesAmounts),
  group(SALES, GROWTH, () => growthOf('sales-growth', SALES)),
  group(SHARE_WORDS, ['percent'], shares),
  group(COUNTRY_WORDS, ['count'], markets),
  group(FIRST_SALE_WORDS, ['year'], firstForeignSale),
  group(CLASS_WORDS, ['none'], classes),
];

/** What every word of the groups has in it. One look for it is enough for most paragraphs; it may be a piece of any other word. */
export const CLAIM_WORD =
  /found|establish|set\s+up|incorporated|formed|created|started|dates|existed|in\s+business|employ|people|persons|workers|staff|headcount|workforce|revenue|turnover|sales|output|product|goods|share|ratio|intensity|countries|foreign|export|abroad|born/gi;
