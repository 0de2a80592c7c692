import * as z from 'zod';
import type { Claim, ClaimTopic } from '../../claims/claim.ts';
import { oncePer } from '../../memory/once-per.ts';
import type { Block } from '../../syntax/block.ts';
import { readAmount, type Amount } from '../../text/amount.ts';
import { plausible, type Interval } from '../../text/plausible.ts';
import { defineRule, type Report } from '../rule.ts';
import { percentText } from './arithmetic.ts';
import { figuresOf, nameOfFigure, type Figure } from '../figures.ts';
import { claimsAboutFirm } from './own-firm.ts';
import { fitsGrowth, fitsRatio, stepBetween, stepsTo, workedOut, type Step } from './series.ts';

/** A growth rate that its own series does not bear out, most often because it is the ratio of two years. */
export const growthFigure = defineRule({
  id: 'consistency/growth-figure',
  title: 'A growth rate agrees with the figures that it summarizes',
  severity: 'warning',
  hasFix: false,
  options: z.strictObject({
    hedged: z.number().min(0).max(1).default(0.15).describe('How far a rate with “about” or “almost” in the text may be from the figures, as a part of it.'),
  }),
  *checkFrontMatter({ model }) {
    const rows = figuresOf(model);
    for (const row of rows) yield* checkRow(row, rows);
  },
  blocksWith: ['claims'],
  *checkBlock(given, { hedged }) {
    const rows = figuresOf(given.facts.model);
    for (const claim of claimsAboutFirm(given, Object.keys(MEASURES) as ClaimTopic[])) yield* checkClaim(given.block, claim, rows, hedged);
  },
});

function* checkRow(row: Figure, rows: readonly Figure[]): Iterable<Report> {
  const growth = statedGrowth(row);
  const steps = growth ? stepsTo(row, rows) : [];
  const [step] = steps;
  if (!growth || !row.growth || !step || steps.some((possible) => fitsGrowth(possible, growth.range))) return;
  const isRatio = steps.some((possible) => fitsRatio(possible, growth.range));
  const stated = growth.isPercent ? row.growth.text : percentText(growth.percent);
  const reason = isRatio
    ? `; ${stated} is the ratio of the two years, not the growth${mixedWith(row, rows)}. Give the growth; if you keep what the source prints, say so as the reason of a suppression.`
    : `, not by ${stated}. Correct the growth or the amounts; if the source itself does not add up, say so as the reason of a suppression.`;
  yield {
    span: row.growth.span,
    message: `${workedOut(step)}${reason}`,
    related: relatedTo(step),
    data: { field: `figures.${row.index}.growth` },
  };
}

/** The growth that a row gives, in per cent, and the range that its last digit leaves open. */
function statedGrowth({ growth }: Figure): { percent: number; isPercent: boolean; range: Interval } | undefined {
  if (!growth) return undefined;
  const sign = /^[-−]/u.test(growth.text) ? -1 : 1;
  const written = growth.text.replace(/^[+\-−]/u, '');
  const isPercent = written.endsWith('%');
  const amount = readAmount(isPercent ? written : Number(written));
  if (!amount) return undefined;
  // A number without a sign is a share: 0.4824.
  const unit = isPercent ? 1 : 100;
  const percent = amount.low * unit * sign;
  const half = (amount.place * unit) / 2;
  return { percent, isPercent, range: { low: percent - half, high: percent + half } };
}

/** Where other rows of the case do give growth, the two kinds of numbers invite a comparison that means nothing. */
function mixedWith(row: Figure, rows: readonly Figure[]): string {
  const other = rowsWithGrowth(rows).find((candidate) => candidate !== row);
  return other ? ` (while ${other.growth?.text ?? ''} for ${nameOfFigure(other)} is growth, so that the two cannot be compared)` : '';
}

/** The rows that give growth which the amounts bear out. */
const rowsWithGrowth = oncePer((rows: readonly Figure[]): readonly Figure[] =>
  rows.filter((row) => {
    const growth = statedGrowth(row);
    return growth !== undefined && stepsTo(row, rows).some((step) => fitsGrowth(step, growth.range));
  }),
);

/** Whose growth a claim is about. */
const MEASURES: Readonly<Partial<Record<ClaimTopic, string>>> = { 'sales-growth': 'sales', 'employees-growth': 'employees' };

function* checkClaim(block: Block, { topic, amount, time, span }: Claim, rows: readonly Figure[], hedged: number): Iterable<Report> {
  if (!amount || time.kind !== 'year') return;
  const rowsOf = (year: number): readonly Figure[] => rowsByYear(rows).get(keyOf(MEASURES[topic], year)) ?? [];
  const [later, earlier] = [rowsOf(time.year), rowsOf(time.since ?? time.year - 1)];
  const steps = later.flatMap((to) => earlier.flatMap((from) => (from.unit === to.unit ? (stepBetween(from, to) ?? []) : [])));
  const [step] = steps;
  if (!step || steps.some((possible) => bears(possible, amount, hedged))) return;
  const words = block.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const isRatio = amount.kind === 'percent' && steps.some((possible) => fitsRatio(possible, plausible(amount, { rounding: 0, hedged })));
  yield {
    span,
    message: isRatio
      ? `${workedOut(step)}; “${words}” in the text is the ratio of the two years, not the growth. Write the growth.`
      : `${workedOut(step)}, but the text says “${words}”. Correct the text or the figures; if your sources differ, say so as the reason of a suppression.`,
    related: relatedTo(step),
    data: { field: `figures.${step.to.index}.amount` },
  };
}

/** The rows of each measure and year. */
const rowsByYear = oncePer((rows: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> => {
  const found = new Map<string, Figure[]>();
  for (const row of rows) {
    const key = keyOf(row.measure, row.year?.value);
    const others = found.get(key);
    if (others) others.push(row);
    else found.set(key, [row]);
  }
  return found;
});

function keyOf(measure: string | undefined, year: number | undefined): string {
  return `${measure} ${year}`;
}

/** "2.6 times" may mean 2.6 times as much, or 2.6 times more; both are given the benefit of the doubt. */
function bears(step: Step, amount: Amount, hedged: number): boolean {
  const stated = plausible(amount, { rounding: 0, hedged });
  if (amount.kind === 'percent') return fitsGrowth(step, stated);
  const percent = { low: stated.low * 100, high: stated.high * 100 };
  return fitsRatio(step, percent) || fitsGrowth(step, percent);
}

function relatedTo({ from, to }: Step): { span: Figure['span']; message: string }[] {
  return [from, to].flatMap((row) => (row.amount ? [{ span: row.amount.span, message: nameOfFigure(row) }] : []));
}
