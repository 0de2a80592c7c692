import { oncePer } from '../../memory/once-per.ts';
import { firstAtOrAfter } from '../../text/sorted.ts';
import { contains, type Interval } from '../../text/plausible.ts';
import { grouped, percentText, unrounded } from './arithmetic.ts';
import type { Figure } from '../figures.ts';

/** Two years of one series. */
export interface Step {
  readonly from: Figure;
  readonly to: Figure;
  /** What the later amount is of the earlier: 1.48 is a growth of 48 %. */
  readonly ratio: number;
  /** The ratio, as far as it can be told from amounts that may be rounded. */
  readonly ratios: Interval;
  readonly since: number;
  readonly until: number;
}

/** The step from one row to another; undefined where an amount or a year is missing, or nothing can be divided. */
export function stepBetween(from: Figure | undefined, to: Figure | undefined): Step | undefined {
  if (!from?.amount || !to?.amount || !from.year || !to.year || from.amount.value <= 0 || to.amount.value < 0) return undefined;
  const [earlier, later] = [unrounded(from.amount.value), unrounded(to.amount.value)];
  return {
    from,
    to,
    ratio: to.amount.value / from.amount.value,
    ratios: { low: later.low / earlier.high, high: later.high / earlier.low },
    since: from.year.value,
    until: to.year.value,
  };
}

/** The steps that lead to a row: from the year that its `since` names, else from the latest earlier year of its series. */
export function stepsTo(row: Figure, rows: readonly Figure[]): Step[] {
  if (!row.year) return [];
  const points = pointsOf(rows).get(row.series) ?? [];
  const earlier = firstAtOrAfter(points, row.year.value, yearOf);
  const since = row.since?.value ?? yearOf(points[earlier - 1]);
  const first = firstAtOrAfter(points, since, yearOf);
  const behind = Math.min(earlier, firstAtOrAfter(points, since + 1, yearOf));
  return points.slice(first, behind).flatMap((other) => (yearOf(other) === since ? (stepBetween(other, row) ?? []) : []));
}

/** The rows with an amount and a year, by series and in the order of their years. */
const pointsOf = oncePer((rows: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> => {
  const points = new Map<string, Figure[]>();
  for (const row of rows.filter(({ amount, year }) => amount && year).sort((a, b) => yearOf(a) - yearOf(b))) {
    const series = points.get(row.series);
    if (series) series.push(row);
    else points.set(row.series, [row]);
  }
  return points;
});

function yearOf(row: Figure | undefined): number {
  return row?.year?.value ?? -Infinity;
}

/** Growth in per cent: 48.2 for a ratio of 1.482. */
export function growthOf(ratio: number): number {
  return (ratio - 1) * 100;
}

/** Whether a growth in per cent, known to half of its last place, fits a step. */
export function fitsGrowth({ ratios }: Step, growth: Interval): boolean {
  return overlaps({ low: growthOf(ratios.low), high: growthOf(ratios.high) }, growth);
}

/** Whether what is given as growth is the ratio of the two years, in per cent: 148 % for a growth of 48 %. */
export function fitsRatio({ ratios }: Step, growth: Interval): boolean {
  return overlaps({ low: ratios.low * 100, high: ratios.high * 100 }, growth);
}

function overlaps(a: Interval, b: Interval): boolean {
  const room = 1e-9 * Math.max(Math.abs(a.high), Math.abs(b.high), 1);
  return a.low <= b.high + room && b.low <= a.high + room;
}

/** The arithmetic in words: "5,079,729 / 1,748,624 = 2.905, so sales grew by 190.5 % from 2011 to 2012". */
export function workedOut({ from, to, ratio, since, until }: Step): string {
  const change = growthOf(ratio);
  const verb = change < 0 ? 'fell' : 'grew';
  const what = contains({ low: -0.05, high: 0.05 }, change) ? 'did not change' : `${verb} by ${percentText(Math.abs(change))}`;
  return `${grouped(to.amount?.value ?? 0)} / ${grouped(from.amount?.value ?? 0)} = ${grouped(ratio, 3)}, so ${to.of} ${what} from ${since} to ${until}`;
}
