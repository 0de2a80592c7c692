import { entryOf, itemsOf, nodeAt, textOf } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, NO_OPTIONS, type FrontMatterFacts, type Report } from '../rule.ts';
import { counted } from '../wording.ts';
import { commonRounding, grouped, percentText } from './arithmetic.ts';
import { figuresOf, nameOfFigure, numberAt, type Figure } from '../figures.ts';

/** Parts that do not make up their whole: one of the numbers is wrong, or something is counted twice or not at all. */
export const partsSum = defineRule({
  id: 'consistency/parts-sum',
  title: 'Parts add up to their whole',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter(facts) {
    for (const figure of figuresOf(facts.model)) yield* checkFigure(figure);
    yield* checkMarketShares(facts);
  },
});

/** Measures of which there cannot be less than nothing; a loss is a profit below zero. */
const NEVER_NEGATIVE: readonly string[] = ['sales', 'employees', 'exports', 'foreign sales', 'customers', 'countries'];

function* checkFigure(figure: Figure): Iterable<Report> {
  const { amount, parts, measure, index, of } = figure;
  const data = { field: `figures.${index}.parts` };
  const negative = NEVER_NEGATIVE.includes(measure) ? parts.filter(({ value }) => value < 0) : [];
  for (const part of negative) {
    yield { span: part.span, message: `“${part.name}” is ${grouped(part.value)}, but there cannot be less than no ${of}. Correct the number.`, data };
  }
  if (!amount || parts.length === 0 || negative.length > 0) return;
  const values = parts.map(({ value }) => value);
  const sum = sumOf(values);
  if (Math.abs(sum - amount.value) <= roundingOf([...values, amount.value])) return;
  const difference = `${grouped(Math.abs(sum - amount.value))} ${sum > amount.value ? 'more' : 'less'} than`;
  yield {
    span: amount.span,
    message: `The parts of “${nameOfFigure(figure)}” add up to ${values.map((value) => grouped(value)).join(' + ')} = ${grouped(sum)}, ${difference} the stated ${grouped(amount.value)}. Correct a number; if the source itself does not add up, say so as the reason of a suppression.`,
    related: parts.map(({ span, name }) => ({ span, message: name })),
    data,
  };
}

/** The shares of markets in total sales, against each other and against the share that is sold abroad. */
function* checkMarketShares({ model }: FrontMatterFacts): Iterable<Report> {
  const group = nodeAt(model.fields, ['internationalization']);
  const home = textOf(nodeAt(model.fields, ['firm', 'country']));
  const markets = itemsOf(entryOf(group, 'markets')?.value).map((node) => ({
    country: textOf(entryOf(node, 'country')?.value),
    share: numberAt(node, 'share'),
  }));
  const shares = markets.flatMap(({ share }) => share ?? []);
  const [first] = shares;
  if (!first) return;
  const data = { field: 'internationalization.markets' };
  const all = shares.map(({ value }) => value);
  const span = { start: first.span.start, end: shares.at(-1)?.span.end ?? first.span.end };
  if (sumOf(all) > 1 + roundingOf(all)) {
    yield {
      span,
      message: `The shares of the markets add up to ${asPercents(all)}, more than all there is. Correct a share, or count each sale in one market only.`,
      data,
      related: placesOf(shares),
    };
    return;
  }
  const total = numberAt(group, 'foreign_sales_share');
  const foreign = markets.filter(({ country }) => country === undefined || country !== home);
  const given = foreign.flatMap(({ share }) => share?.value ?? []);
  if (!total || given.length === 0) return;
  const room = roundingOf([...given, total.value]);
  const related = [{ span: total.span, message: 'internationalization.foreign_sales_share' }];
  const abroad = `${percentText(total.value * 100)} of sales abroad that foreign_sales_share gives`;
  if (sumOf(given) > total.value + room) {
    yield {
      span,
      message: `The shares of the foreign markets add up to ${asPercents(given)}, more than the ${abroad}. Correct a share or the total.`,
      data,
      related,
    };
  } else if (given.length === foreign.length && sumOf(given) < total.value - room) {
    const message = `The ${counted(given.length, 'foreign market')} listed make up ${asPercents(given)}, less than the ${abroad}. If there are other markets, list them; else correct a share or the total.`;
    yield { span, message, data, related, severity: 'info' };
  }
}

function sumOf(values: readonly number[]): number {
  // Without the digits that only the machine's way of counting adds: 0.1 + 0.2.
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(12));
}

/** How far numbers that are given together may be from adding up, each of them being rounded. */
function roundingOf(values: readonly number[]): number {
  return commonRounding(values) * values.length * (1 + 1e-9);
}

function asPercents(shares: readonly number[]): string {
  const list = shares.map((share) => percentText(share * 100)).join(' + ');
  return shares.length === 1 ? list : `${list} = ${percentText(sumOf(shares) * 100)}`;
}

function placesOf(shares: readonly { readonly span: Span }[]): { span: Span; message: string }[] {
  return shares.map(({ span }) => ({ span, message: 'a share' }));
}
