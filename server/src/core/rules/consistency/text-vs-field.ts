import * as z from 'zod';
import type { Claim, ClaimTopic } from '../../claims/claim.ts';
import type { Amount } from '../../text/amount.ts';
import { plausible, type Interval, type Leeway } from '../../text/plausible.ts';
import { defineRule, type BlockAndFacts, type FrontMatterFacts, type Report } from '../rule.ts';
import { grouped } from './arithmetic.ts';
import { amountOf, figuresOf, nameOfFigure, type Figure } from '../figures.ts';
import { claimsAboutFirm } from './own-firm.ts';
import { factsFor, type StatedFact } from './stated-facts.ts';

/** The topics that are compared, and how the message puts them: "The text says that …". */
const SAYS: Readonly<Partial<Record<ClaimTopic, (words: string) => string>>> = {
  founded: (words) => `the firm was founded in ${words}`,
  employees: (words) => `the firm has ${words} employees`,
  sales: (words) => `revenue is ${words}`,
  'foreign-share': (words) => `${words} of sales are made abroad`,
  'home-share': (words) => `${words} of sales are made at home`,
  countries: (words) => `the firm sells in ${words} countries`,
  'first-foreign-sale': (words) => `the first foreign sale was made in ${words}`,
};

/** The same fact, stated twice and differently: in the text and in a field, or in two fields. */
export const textVsField = defineRule({
  id: 'consistency/text-vs-field',
  title: 'The text and the front matter state the same facts',
  severity: 'warning',
  hasFix: false,
  options: z.strictObject({
    rounding: z.number().min(0).max(1).default(0.05).describe('How far a round number in the text may be from the field, as a part of it: 0.05 is 5 %.'),
    hedged: z.number().min(0).max(1).default(0.15).describe('The same for a number with “about”, “almost” or a word like them.'),
  }),
  *checkFrontMatter(facts, leeway) {
    yield* fieldAgainstFigures(facts, leeway);
    yield* figuresAgainstEachOther(facts, leeway);
  },
  blocksWith: ['claims'],
  *checkBlock(given, leeway) {
    for (const claim of claimsAboutFirm(given, Object.keys(SAYS) as ClaimTopic[])) yield* againstFields(given, claim, leeway);
  },
});

function* againstFields({ block, facts }: BlockAndFacts, claim: Claim, leeway: Leeway): Iterable<Report> {
  const { amount, topic, span, time } = claim;
  const says = SAYS[topic];
  if (!amount || !says) return;
  const stated = factsFor(facts, claim).filter((fact) => isComparable(fact.amount, amount));
  const [first] = stated;
  const claimed = intervalOf(claim, amount, leeway);
  // A text that agrees with one of several rows has its source.
  if (!first || stated.some((fact) => overlap(claimed, plausible(inUnitsOf(topic, fact.amount), leeway)))) return;
  const words = block.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const when = time.kind === 'year' ? ` (${time.year})` : '';
  yield {
    span,
    message: `The text says that ${says(`“${words}”`)}${when}, but ${first.name} is ${shown(topic, first)}. Readers cannot tell which is right: correct one of them, or say in the text which year or which part of the firm the number is for.`,
    related: stated.map((fact) => ({ span: fact.span, message: fact.name })),
    data: { field: first.name },
  };
}

/** Years around which "about 1984" is read. */
const YEARS_AROUND = 2;
/** Whoever counts countries may count the home country, or not. */
const HOME_COUNTRY = 1;

function intervalOf({ topic }: Claim, amount: Amount, leeway: Leeway): Interval {
  const around = amount.exactness === 'exact' ? 0 : YEARS_AROUND;
  if (amount.kind === 'year') return { low: amount.low - around, high: amount.high + around };
  const { low, high } = plausible(amount, leeway);
  return topic === 'countries' ? { low: low - HOME_COUNTRY, high: high + HOME_COUNTRY } : { low, high };
}

/** A share is written as 0.9 in a field and as 90 per cent in a text; what is not sold abroad is sold at home. */
function inUnitsOf(topic: ClaimTopic, amount: Amount): Amount {
  if (topic !== 'foreign-share' && topic !== 'home-share') return amount;
  const percent = (share: number): number => (topic === 'home-share' ? 100 - share * 100 : share * 100);
  return { ...amount, low: percent(amount.low), high: percent(amount.high), place: amount.place * 100 };
}

function isComparable(field: Amount, text: Amount): boolean {
  return field.currency === undefined || text.currency === undefined || field.currency === text.currency;
}

function overlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function shown(topic: ClaimTopic, { written, amount }: StatedFact): string {
  const isYear = topic === 'founded' || topic === 'first-foreign-sale';
  return isYear || Number.isNaN(Number(written)) ? written : grouped(amount.low);
}

/** firm.employees and firm.revenue against the figures that give no year. */
function* fieldAgainstFigures(facts: FrontMatterFacts, leeway: Leeway): Iterable<Report> {
  for (const topic of ['employees', 'sales'] as const) {
    const [field, ...rows] = factsFor(facts, { topic, time: { kind: 'now' } });
    if (!field || field.name.startsWith('figures')) continue;
    for (const row of rows) {
      if (!isComparable(field.amount, row.amount) || overlap(plausible(field.amount, leeway), plausible(row.amount, leeway))) continue;
      yield {
        span: row.span,
        message: `This row (${row.name}) says ${shown(topic, row)}, but ${field.name} is ${shown(topic, field)}, and neither gives a year. Correct one of them, or give the figure its year.`,
        related: [{ span: field.span, message: field.name }],
        data: { field: field.name },
      };
    }
  }
}

/** Two rows for one measure and one year. */
function* figuresAgainstEachOther({ model }: FrontMatterFacts, leeway: Leeway): Iterable<Report> {
  const rows = figuresOf(model);
  /** The first row for each series and year. */
  const firsts = new Map<string, Figure>();
  for (const row of rows) {
    const point = `${row.series}\n${row.year?.value ?? ''}`;
    const earlier = firsts.get(point);
    if (!earlier && row.amount) firsts.set(point, row);
    const [a, b] = [earlier && amountOf(earlier), amountOf(row)];
    if (!earlier?.amount || !row.amount || !a || !b || overlap(plausible(a, leeway), plausible(b, leeway))) continue;
    const unit = row.unit === undefined ? '' : ` ${row.unit}`;
    yield {
      span: row.amount.span,
      message: `“${nameOfFigure(row)}” is given twice: ${grouped(earlier.amount.value)}${unit} in row ${earlier.index + 1} and ${grouped(row.amount.value)}${unit} in row ${row.index + 1}. Keep the one that the sources bear out; if you report both, say why as the reason of a suppression.`,
      related: [{ span: earlier.amount.span, message: `row ${earlier.index + 1}` }],
      data: { field: `figures.${row.index}.amount` },
    };
  }
}
