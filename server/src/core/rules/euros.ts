import * as z from 'zod';
import type { Amount } from '../text/amount.ts';

/**
 * Units of a currency for one euro. The Danish krone is held near 7.46 (central rate 7.46038), the Estonian kroon was fixed
 * at 15.6466 until the euro came in 2011; other currencies move, so teams give the rate of their year.
 */
export const perEuro = z
  .record(z.string(), z.number().positive('a number above zero'))
  .default({ DKK: 7.46, EEK: 15.6466 })
  .describe('What one euro is in other currencies, to compare amounts with limits that are in euros.');

/** An amount of money in one currency, from its lowest to its highest. */
export interface Money {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
}

/** The amount in another currency; undefined where its own is not given, or a rate is missing. */
export function convert(amount: Pick<Amount, 'low' | 'high' | 'currency'>, to: string, rates: Readonly<Record<string, number>>): Money | undefined {
  const { low, high, currency } = amount;
  if (currency === undefined) return undefined;
  if (currency === to) return { low, high, currency: to };
  const [from, into] = [rateOf(currency, rates), rateOf(to, rates)];
  return from === undefined || into === undefined ? undefined : { low: (low / from) * into, high: (high / from) * into, currency: to };
}

function rateOf(currency: string, rates: Readonly<Record<string, number>>): number | undefined {
  return currency === 'EUR' ? 1 : rates[currency];
}
