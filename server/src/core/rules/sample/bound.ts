import { itemsOf, textOf, type YamlNode } from '../../syntax/yaml-node.ts';
import { readAmount, type Amount } from '../../text/amount.ts';
import { labelKey } from '../../text/label.ts';
import { convert } from '../euros.ts';
import { amountIn } from '../figures.ts';

/** The limits of a field: numbers, or amounts of money such as "DKK 100 million". */
export interface Limits {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  /** More than this. */
  readonly above?: number | undefined;
}

/** What a field must be: within limits, one of a list, or exactly something. */
export type Bound = Limits | readonly (string | number)[] | string | number | boolean;

/** How a field's value stands to what is asked for; `unknown` where that cannot be told. */
export type Outcome = { readonly kind: 'inside' | 'outside' } | { readonly kind: 'unknown'; readonly because: string };

/** Compares a field with what is asked for. Of a list, each entry is compared with words, and the number of entries with limits. */
export function judge(node: YamlNode, bound: Bound, rates: Readonly<Record<string, number>>): Outcome {
  if (isLimits(bound)) return judgeLimits(node, bound, rates);
  const allowed = Array.isArray(bound) ? (bound as readonly (string | number)[]) : [bound];
  const keys = allowed.map((word) => labelKey(String(word)));
  const words = itemsOf(node).flatMap((item) => textOf(item) ?? []);
  return { kind: words.some((word) => keys.includes(labelKey(word))) ? 'inside' : 'outside' };
}

/** What is asked for, in words: "at least 5 and at most 100", "DK or EE". */
export function describeBound(bound: Bound): string {
  if (!isLimits(bound)) return (Array.isArray(bound) ? (bound as readonly (string | number)[]) : [bound]).map(String).join(' or ');
  const { min, max, above } = bound;
  const limits = [min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`, above === undefined ? [] : `more than ${above}`];
  return limits.flat().join(' and ');
}

function isLimits(bound: Bound): bound is Limits {
  return typeof bound === 'object' && !Array.isArray(bound);
}

function judgeLimits(node: YamlNode, { min, max, above }: Limits, rates: Readonly<Record<string, number>>): Outcome {
  const value = node.kind === 'scalar' ? amountIn(node) : countOf(node);
  if (!value) return { kind: 'unknown', because: 'it gives no number' };
  for (const [limit, isPassed] of [
    [min, (at: Pick<Amount, 'low' | 'high'>, than: number) => at.high < than],
    [max, (at: Pick<Amount, 'low' | 'high'>, than: number) => at.low > than],
    [above, (at: Pick<Amount, 'low' | 'high'>, than: number) => at.high <= than],
  ] as const) {
    const wanted = limit === undefined ? undefined : readAmount(limit);
    if (!wanted) continue;
    const comparable = wanted.currency === undefined ? value : convert(value, wanted.currency, rates);
    if (!comparable)
      return { kind: 'unknown', because: value.currency === undefined ? 'it gives no currency' : `no rate for ${value.currency} is set in per_euro` };
    if (isPassed(comparable, wanted.low)) return { kind: 'outside' };
  }
  return { kind: 'inside' };
}

function countOf(node: YamlNode): Pick<Amount, 'low' | 'high' | 'currency'> {
  const count = node.kind === 'map' ? node.entries.length : itemsOf(node).length;
  return { low: count, high: count, currency: undefined };
}
