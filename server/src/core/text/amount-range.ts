import type { Amount } from './amount.ts';

/** Signs and words that make one amount of two: "40-45", "3 to 4", "seven or eight", "between 40 and 50". */
const DASH = /^ ?[-–—] ?$/u;
const TO_OR = /^ (?:to|or) $/;

/** Makes one amount of two neighbours where the text gives a range; "from 19 to 61" is a change and stays two amounts. */
export function joinRanges(amounts: readonly Amount[], text: string): Amount[] {
  const joined: Amount[] = [];
  for (const amount of amounts) {
    const last = joined.at(-1);
    const range = last && rangeOf(last, amount, text);
    if (range) joined[joined.length - 1] = range;
    else joined.push(amount);
  }
  return joined;
}

function rangeOf(first: Amount, second: Amount, text: string): Amount | undefined {
  if (first.low !== first.high) return undefined;
  const before = text.slice(Math.max(0, first.span.start - 10), first.span.start);
  const between = text.slice(first.span.end, second.span.start);
  const isDash = DASH.test(between);
  const isBetween = /\bbetween $/i.test(before) && between === ' and ';
  if (!isDash && !isBetween && !(TO_OR.test(between) && !/\bfrom $/i.test(before))) return undefined;
  const range = first.kind === 'year' ? rangeOfYears(first, second, isDash) : rangeOfAmounts(first, second);
  if (!range || range.low > range.high) return undefined;
  const start = isBetween ? first.span.start - 'between '.length : first.span.start;
  return { ...range, span: { start, end: second.span.end } };
}

/** "2011-2012", "2011-12"; "in 2011 or 2012". */
function rangeOfYears(first: Amount, second: Amount, isDash: boolean): Amount | undefined {
  if (second.kind === 'year') return { ...second, low: first.low };
  const isShort = isDash && second.kind === 'count' && second.high > first.low % 100 && second.high < 100;
  return isShort ? { ...first, high: first.low - (first.low % 100) + second.high } : undefined;
}

/** The first number takes from the second what is said only there: the scale of "3 to 4 million", the sign of "40-45 %". */
function rangeOfAmounts(first: Amount, second: Amount): Amount | undefined {
  const isMoney = first.kind === 'money' && second.kind === 'count';
  if (second.kind === 'year' || (first.kind !== second.kind && first.kind !== 'count' && !isMoney)) return undefined;
  const scaled = first.scale === 1 ? first.low * second.scale : first.low;
  return {
    ...second,
    kind: isMoney ? 'money' : second.kind,
    low: scaled > second.high ? first.low : scaled,
    exactness: first.exactness === 'exact' ? second.exactness : first.exactness,
    currency: first.currency ?? second.currency,
  };
}
