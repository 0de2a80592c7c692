import type { Amount } from './amount.ts';

/** How far a number in a text may be from the fact that it states, as parts of the number (0.05 is 5 %). */
export interface Leeway {
  /** For a number that stands as it is: nobody says whether "70 million" was rounded. */
  readonly rounding: number;
  /** For a number with a word such as "about" or "almost" before it. */
  readonly hedged: number;
}

/** From where to where a number may lie; one end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What the facts may be when a text gives this amount. Each number is allowed half of its last place; zeros at its end may
 * be due to rounding, which is allowed up to `rounding`; "about" and its like widen it, "over" and its like open one end.
 */
export function plausible(amount: Amount, { rounding, hedged }: Leeway): Interval {
  const low = amount.low - slack(amount.low, amount.place, rounding);
  const high = amount.high + slack(amount.high, amount.place, rounding);
  const wideLow = Math.min(low, amount.low - Math.abs(amount.low) * hedged);
  const wideHigh = Math.max(high, amount.high + Math.abs(amount.high) * hedged);
  switch (amount.exactness) {
    case 'exact':
      return { low, high };
    case 'about':
      return { low: wideLow, high: wideHigh };
    case 'just-over':
      return { low, high: wideHigh };
    case 'just-under':
      return { low: wideLow, high };
    case 'at-least':
      return { low, high: Infinity };
    case 'at-most':
      return { low: -Infinity, high };
  }
}

/** Whether `value` lies in the interval, its ends included. */
export function contains({ low, high }: Interval, value: number): boolean {
  return value >= low && value <= high;
}

/** Half of the place to which a number was rounded, as far as that can be seen from it. */
function slack(value: number, place: number, rounding: number): number {
  return Math.max(place / 2, Math.min(roundedPlace(value, place) / 2, Math.abs(value) * rounding));
}

/** The place of the last digit that is not zero: 10000000 for 70 million. */
export function roundedPlace(value: number, place: number): number {
  let digits = Math.round(Math.abs(value) / place);
  let rounded = place;
  while (digits !== 0 && digits % 10 === 0) {
    digits /= 10;
    rounded *= 10;
  }
  return rounded;
}
