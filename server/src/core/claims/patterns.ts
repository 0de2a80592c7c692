import { alternatives } from '../text/alternatives.ts';
import type { ClaimTopic, SubjectForm } from './claim.ts';
import { ABROAD, EXPORTS, FOUNDED, GREW, HOME, IS, MONTH, MULTIPLES, PEOPLE, SALES, SHRANK, STAFF, WAS } from './vocabulary.ts';

/*
 * The forms that claims take. Before a sentence is compared with them, each amount in it is replaced by as many signs of its
 * kind, so that the patterns say "money" where the text may say "almost DKK 70 million"; see read-claims.ts.
 */

/** The signs that stand for amounts, from an area of Unicode that no text uses. */
export const SIGNS = { count: '\uE001', money: '\uE002', percent: '\uE003', times: '\uE004', year: '\uE005' } as const;

const COUNT = run(SIGNS.count);
const MONEY = `(?:${run(SIGNS.money)}|${COUNT})`;
const PERCENT = run(SIGNS.percent);
const RATE = `(?:${PERCENT}|${run(SIGNS.times)})`;
const YEAR = run(SIGNS.year);

/** "in 1984", "in May 1984", "back in 1984", "in early 1984": the year is what is stated. */
const IN_YEAR = `(?:back |as early as |only )?in (?:early |late |mid-?|(?:the )?(?:spring|summer|autumn|fall|winter) (?:of )?|${MONTH} )?(?<value>${YEAR})`;
/** The year to which a statement is limited. */
const FOR_YEAR = `(?:,? (?:in|for|during) (?<year>${YEAR}))?`;
const ADJECTIVE = '(?:(?:annual|yearly|total|net|gross|overall) )?';
/** The number counts a part of the whole only: "40 employees in Sweden", "DKK 2 million a month". */
const NO_PART = `(?! (?:in (?!total|all\\b|${SIGNS.year})|at (?!the time)|abroad|outside|who\\b|of whom|working|for (?!${SIGNS.year})|from|with|on|to|into|within|per (?!year|annum)|a (?:month|week|day)|each|more|of\\b|${PEOPLE}))(?!-)`;

/** A whole run of a sign, never a part of one. */
function run(sign: string): string {
  return `${sign}+(?!${sign})`;
}

/** A form of claim: when its pattern fits a sentence, `value` is what it states. */
export interface ClaimPattern {
  readonly topic: ClaimTopic;
  readonly subject: SubjectForm;
  /** `none`: the value is itself a year, or the years are in the pattern. */
  readonly tense: 'now' | 'past' | 'none';
  readonly pattern: RegExp;
  /** The statement is of a fall: the rate counts downwards. */
  readonly falls?: boolean;
}

function form(topic: ClaimTopic, subject: SubjectForm, tense: ClaimPattern['tense'], source: string, falls = false): ClaimPattern {
  return { topic, subject, tense, falls, pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${source}(?![\\p{L}\\p{N}])`, 'dgiu') };
}

/** A predicate in the present and in the past tense. */
function bothTenses(topic: ClaimTopic, subject: SubjectForm, now: string, past: string, rest: (verb: string) => string): ClaimPattern[] {
  return [form(topic, subject, 'now', rest(now)), form(topic, subject, 'past', rest(past))];
}

const FOUNDING: readonly ClaimPattern[] = [
  form('founded', 'verb', 'none', `(?:was|were|had been) (?:first )?${FOUNDED} (?:by [^,;]{1,60} )?${IN_YEAR}`),
  form('founded', 'participle', 'none', `(?:founded|established) (?:by [^,;]{1,60} )?${IN_YEAR}`),
  form('founded', 'participle', 'none', `(?:founded|established) (?<value>${YEAR})`),
  form('founded', 'named', 'none', `^(?:Founded|Established|Set up) (?:by [^,;]{1,60} )?${IN_YEAR}(?: by [^,;]{1,60})?, (?<named>[^,;]+)`),
  form('founded', 'named', 'none', `(?:founded|set up) (?<named>(?:the )?[^,;.]{2,40}?) ${IN_YEAR}`),
  form('founded', 'verb', 'none', `(?:dates (?:back to|from)|has existed since|has been in business since) (?<value>${YEAR})`),
  form('founded', 'owner', 'none', `(?:founding year|year of (?:founding|foundation|establishment)) (?:is|was) (?<value>${YEAR})`),
];

const EMPLOYEES: readonly ClaimPattern[] = [
  ...bothTenses(
    'employees',
    'verb',
    '(?:has|employs|counts|numbers)',
    '(?:had|employed|counted|numbered)',
    (verb) => `${verb} (?:a (?:staff|workforce|headcount) of )?(?<value>${COUNT}) ${PEOPLE}${NO_PART}${FOR_YEAR}`,
  ),
  ...bothTenses(
    'employees',
    'verb',
    'is',
    'was',
    (verb) => `${verb} an? (?:\\w+ ){0,3}(?:firm|company|business|enterprise|organi[sz]ation) (?:of|with) (?<value>${COUNT}) ${PEOPLE}${NO_PART}${FOR_YEAR}`,
  ),
  ...bothTenses(
    'employees',
    'owner',
    `(?:${IS}|numbers?)`,
    `(?:${WAS}|numbered)`,
    (verb) => `(?:(?:number of )?employees|headcount|workforce|staff)(?: in (?<early>${YEAR}))? ${verb} (?<value>${COUNT})(?: ${PEOPLE})?${NO_PART}${FOR_YEAR}`,
  ),
  form('employees', 'named', 'now', `^With (?:its |only )?(?<value>${COUNT}) ${PEOPLE},? (?<named>[^,;]+)`),
  form('employees', 'named', 'now', `(?<value>${COUNT}) ${PEOPLE} work (?:for|at) (?<named>[^,;.]+)`),
];

const SALES_AMOUNTS: readonly ClaimPattern[] = [
  ...bothTenses('sales', 'owner', IS, WAS, (verb) => `${ADJECTIVE}${SALES}(?: in (?<early>${YEAR}))? ${verb} (?<value>${MONEY})${NO_PART}${FOR_YEAR}`),
  ...bothTenses(
    'sales',
    'verb',
    '(?:has|reports|makes)',
    '(?:had|reported|made)',
    (verb) => `${verb} (?:an? )?${ADJECTIVE}${SALES} of (?<value>${MONEY})${NO_PART}${FOR_YEAR}`,
  ),
  form(
    'sales',
    'owner',
    'past',
    `${ADJECTIVE}${SALES} (?:had |has |have )?(?:${GREW}|${SHRANK})(?: by)?(?: ${RATE})?,? to (?<value>${MONEY})${NO_PART}${FOR_YEAR}`,
  ),
];

/** Whose sales a part is of: nobody's in particular, or the firm's. */
const OF_SALES = `of (?:the |all |all the |total |its |its total |the firm['’]s |the company['’]s )?${SALES}`;

const SHARES: readonly ClaimPattern[] = [
  ...bothTenses(
    'foreign-share',
    'owner',
    '(?:is|are|comes?|stems?|originates?)',
    '(?:was|were|came|stemmed|originated)',
    (verb) => `(?<value>${PERCENT}) ${OF_SALES} ${verb} (?:made |earned |generated |sold )?(?:from |in |on |through )?${ABROAD}${FOR_YEAR}`,
  ),
  ...bothTenses(
    'home-share',
    'owner',
    '(?:is|are|comes?|stems?)',
    '(?:was|were|came|stemmed)',
    (verb) => `(?<value>${PERCENT}) ${OF_SALES} ${verb} (?:made |earned |generated )?(?:from |in |on )?${HOME}${FOR_YEAR}`,
  ),
  ...bothTenses(
    'foreign-share',
    'owner',
    '(?:accounts? for|makes? up|represents?|constitutes?|amounts? to|are|is)',
    '(?:accounted for|made up|represented|constituted|amounted to|were|was)',
    (verb) => `${EXPORTS} ${verb} (?<value>${PERCENT}) ${OF_SALES}${FOR_YEAR}`,
  ),
  ...bothTenses(
    'foreign-share',
    'verb',
    '(?:exports|sells)',
    '(?:exported|sold)',
    (verb) => `${verb} (?<value>${PERCENT}) of (?:its|the) (?:output|production|products|goods|sales|turnover|revenue)(?: abroad)${FOR_YEAR}`,
  ),
  ...bothTenses(
    'foreign-share',
    'verb',
    '(?:earns|makes|generates)',
    '(?:earned|made|generated)',
    (verb) => `${verb} (?<value>${PERCENT}) ${OF_SALES} abroad${FOR_YEAR}`,
  ),
  ...bothTenses(
    'foreign-share',
    'owner',
    IS,
    WAS,
    (verb) => `(?:export|foreign sales|foreign) (?:share|ratio|intensity) ${verb} (?<value>${PERCENT})${FOR_YEAR}`,
  ),
];

const MARKETS: readonly ClaimPattern[] = [
  form(
    'countries',
    'verb',
    'now',
    `(?:sells|exports|delivers)(?: its (?:\\w+ ){1,3}| products | goods | )?(?:to|in) (?<value>${COUNT}) (?:foreign |export )?countries`,
  ),
  form('countries', 'verb', 'now', `is (?:present|active|represented) in (?<value>${COUNT}) (?:foreign )?countries`),
  form('countries', 'verb', 'now', `has (?:customers|clients|users) in (?<value>${COUNT}) (?:foreign )?countries`),
];

const FIRST_FOREIGN_SALE: readonly ClaimPattern[] = [
  form(
    'first-foreign-sale',
    'owner',
    'none',
    `first (?:foreign sale|export(?: order| sale)?|sale abroad|order from abroad|foreign (?:order|customer)) (?:was made |was won |was |came |followed |took place |dates from )?${IN_YEAR}`,
  ),
  form('first-foreign-sale', 'verb', 'none', `(?:first exported|(?:began|started) (?:exporting|to export|selling abroad|to sell abroad)) ${IN_YEAR}`),
  form('first-foreign-sale', 'verb', 'none', `has (?:exported|been exporting|sold abroad) since (?<value>${YEAR})`),
  form('first-foreign-sale', 'owner', 'none', `exports (?:began|started) ${IN_YEAR}`),
];

/** What may follow a rate: the amount that was reached, and "in 2012", "from 2011 to 2012" or "between 2011 and 2012". */
const PERIOD = `(?:,? to ${MONEY})?(?:,? (?:(?:in|during) (?<year>${YEAR})|from (?<since>${YEAR}) to (?<until>${YEAR})|(?<range>${YEAR})))?`;
const MULTIPLE = `(?:(?<hedge>more than|almost|nearly|about) )?(?<multiple>${alternatives(MULTIPLES)})`;

const GROWTH: readonly ClaimPattern[] = (
  [
    ['sales-growth', SALES],
    ['employees-growth', STAFF],
  ] as const
).flatMap(([topic, noun]) => [
  form(topic, 'owner', 'none', `${ADJECTIVE}${noun} (?:have |has |had )?${GREW} (?:by )?(?<value>${RATE})${PERIOD}`),
  form(topic, 'owner', 'none', `${ADJECTIVE}${noun} (?:have |has |had )?${SHRANK} (?:by )?(?<value>${PERCENT})${PERIOD}`, true),
  form(topic, 'owner', 'none', `${ADJECTIVE}${noun} (?:have |has |had )?${MULTIPLE}${PERIOD}`),
  form(topic, 'owner', 'none', `growth (?:in|of) ${ADJECTIVE}${noun} (?:of|was|is) (?<value>${PERCENT})${PERIOD}`),
  form(topic, 'owner', 'none', `${noun} growth (?:of|was|is|reached|amounted to) (?<value>${PERCENT})${PERIOD}`),
]);

const CLASSES: readonly ClaimPattern[] = [
  form(
    'born-global',
    'verb',
    'now',
    '(?:is|was|remains|became|counts as|qualifies as|can be called|can be seen as) (?:an? )?(?:true |clear |classic |genuine )?(?<value>born[- ]global)(?! again)',
  ),
  form(
    'born-again-global',
    'verb',
    'now',
    '(?:is|was|remains|became|counts as|qualifies as|can be called|can be seen as) (?:an? )?(?:true |clear |classic |genuine )?(?<value>born[- ]again[- ]global)',
  ),
];

/** Every form, in the order in which they are tried. */
export const CLAIM_PATTERNS: readonly ClaimPattern[] = [
  ...FOUNDING,
  ...EMPLOYEES,
  ...SALES_AMOUNTS,
  ...SHARES,
  ...MARKETS,
  ...FIRST_FOREIGN_SALE,
  ...GROWTH,
  ...CLASSES,
];
