import { roundedPlace, type Interval } from '../../text/plausible.ts';

/** "5,079,729", "0.35"; at most `decimals` digits behind the point. */
export function grouped(value: number, decimals = 4): string {
  const [whole = '', rest] = String(Number(Math.abs(value).toFixed(decimals))).split('.');
  const digits = whole.includes('e') ? whole : whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${digits}${rest === undefined ? '' : `.${rest}`}`;
}

/** "48.2 %": one digit behind the point, none where it is zero. */
export function percentText(percent: number): string {
  return `${grouped(percent, 1)} %`;
}

/** The place of the last digit of a number: 1 for 70, 0.01 for 0.45. */
export function placeOf(value: number): number {
  const text = String(value);
  return 10 ** -(/\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
}

/**
 * What numbers that are given together may be rounded by, each: half of the place of the most exact of them. In 45, 20, 2
 * and 9 million that is half a million, although 20 alone might be rounded to tens.
 */
export function commonRounding(values: readonly number[]): number {
  const places = values.filter((value) => value !== 0).map((value) => roundedPlace(value, placeOf(value)));
  return Math.min(...places, Infinity) / 2;
}

/** Zeros at the end of a number from here on (1000) are taken for rounding, by at most this part of the number. */
const ROUND_NUMBER = 1_000;
const MOST_ROUNDED = 0.05;

/** Where a figure may really lie: 640000 was probably rounded to ten thousands, 31 to nothing. */
export function unrounded(value: number): Interval {
  const place = roundedPlace(value, placeOf(value));
  const slack = place >= ROUND_NUMBER ? Math.min(place / 2, Math.abs(value) * MOST_ROUNDED) : 0;
  return { low: value - slack, high: value + slack };
}
