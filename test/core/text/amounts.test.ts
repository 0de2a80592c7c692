import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn, readAmount, type Amount } from '../../../server/src/core/text/amount.ts';
import { isDate } from '../../../server/src/core/text/calendar.ts';
import { contains, plausible } from '../../../server/src/core/text/plausible.ts';
import { readMarkers, showRanges } from '../../support/marked-text.ts';

/** Checks where a text gives amounts, and what they are, in short. */
function check(marked: string, expected: readonly string[]): void {
  const { text } = readMarkers(marked);
  const amounts = amountsIn(text);
  expect(
    showRanges(
      text,
      amounts.map(({ span }) => span),
    ),
  ).toBe(marked);
  expect(amounts.map(inShort)).toEqual(expected);
}

function inShort({ kind, low, high, exactness, currency }: Amount): string {
  const number = low === high ? String(low) : `${low} to ${high}`;
  return [exactness === 'exact' ? [] : exactness, number, kind, currency ?? []].flat().join(' ');
}

describe('amounts in a text', () => {
  it.each([
    ['revenue is ‹|about DKK 70 million|› a year', ['about 70000000 money DKK']],
    ['‹|70 mio. kr.|› in ‹|2011|›', ['70000000 money', '2011 year']],
    ['‹|EUR 1.2m|›, ‹|€5k|› and ‹|US$ 3bn|›', ['1200000 money EUR', '5000 money EUR', '3000000000 money USD']],
    ['‹|5,079,729 euros|›; ‹|5.079.729 euros|›; ‹|5 079 729 euros|›', ['5079729 money EUR', '5079729 money EUR', '5079729 money EUR']],
    ['‹|DKK 75.000|›, ‹|1.234 million|›, ‹|1,234 employees|›'.replace(' employees|›', '|› employees'), ['75000 money DKK', '1234000 count', '1234 count']],
    ['‹|around 90 per cent|› and ‹|48.24 %|›', ['about 90 percent', '48.24 percent']],
    ['‹|nine tenths|› of sales, ‹|half|› of it', ['about 90 percent', 'about 50 percent']],
    ['‹|2.6 times|› and ‹|3-fold|›, but twice', ['2.6 times', '3 times']],
    ['‹|forty-five|› people, ‹|a dozen|› more', ['45 count', '12 count']],
    ['‹|over a million euros|›, ‹|90+|› people, ‹|80 per cent or more|›', ['at-least 1000000 money EUR', 'at-least 90 count', 'at-least 80 percent']],
    ['‹|almost 40|›, ‹|up to 40|›, ‹|just over 40|›', ['just-under 40 count', 'at-most 40 count', 'just-over 40 count']],
  ])('%s', check);

  it.each([
    ['‹|40-45 %|› growth', ['40 to 45 percent']],
    ['‹|DKK 3 to 4 million|›', ['3000000 to 4000000 money DKK']],
    ['‹|EUR 500,000 to 1 million|›', ['500000 to 1000000 money EUR']],
    ['‹|between 40 and 50|› people', ['40 to 50 count']],
    ['‹|seven or eight|› years', ['7 to 8 count']],
    ['‹|6—6.9 million euros|›', ['6000000 to 6900000 money EUR']],
    ['in ‹|2011-12|›, in ‹|the early 1990s|› and ‹|the 1980s|›', ['2011 to 2012 year', '1990 to 1994 year', '1980 to 1989 year']],
  ])('as ranges: %s', check);

  it.each([
    ['from ‹|19|› in ‹|2011|› to ‹|61|› in ‹|2012|›', ['19 count', '2011 year', '61 count', '2012 year']],
    ['from ‹|19|› to ‹|61|›', ['19 count', '61 count']],
    ['grew ‹|2.6 times|› to ‹|5 million euros|›', ['2.6 times', '5000000 money EUR']],
  ])('not as ranges: %s', check);

  it.each(['two and a half million', 'half a million', 'B2B, 3D, :P3 and T7', 'COVID-19', '24/7 and 1/2', 'a firm', 'http://x.org/2011'])(
    'none in %j',
    (text) => {
      expect(amountsIn(text)).toEqual([]);
    },
  );

  it('stand in the text, in order and apart, whatever it says', () => {
    const piece = fc.constantFrom(
      'about ',
      'DKK ',
      '70',
      '1,234',
      ' million',
      '-',
      ' to ',
      ' or ',
      'between ',
      ' and ',
      '%',
      ' per cent',
      '+',
      'two',
      ' times',
      '2011',
      's',
      ' ',
      '.',
      'half of ',
      'a ',
      '½',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let from = 0;
        for (const { span, low, high } of amountsIn(text)) {
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeGreaterThan(span.start);
          expect(low).toBeLessThanOrEqual(high);
          from = span.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('the amount of a field', () => {
  it.each([
    [70000000, 70000000, undefined],
    ['70000000', 70000000, undefined],
    ['DKK 70 million', 70000000, 'DKK'],
    ['approx. 70 mio. kr. (2011)', 70000000, undefined],
    ['2012', 2012, undefined],
    [0.9, 0.9, undefined],
  ])('of %j is %j %j', (value, amount, currency) => {
    expect(readAmount(value)).toMatchObject({ low: amount, high: amount, currency });
  });

  it.each(['unknown', '', 'DKK 70 million in 2011, DKK 80 million in 2012', Number.NaN])('of %j is none', (value) => {
    expect(readAmount(value)).toBeUndefined();
  });

  it('is the number that was written down, in each way to write it', () => {
    const scale = fc.constantFrom(['', 1], [' thousand', 1e3], [' million', 1e6], [' mio.', 1e6], [' billion', 1e9]) as fc.Arbitrary<[string, number]>;
    const separator = fc.constantFrom(',', ' ', "'");
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        separator,
        scale,
        fc.constantFrom('DKK', 'EUR', 'GBP'),
        fc.boolean(),
        (number, sign, [word, factor], currency, isBehind) => {
          const digits = String(number).replace(/(?<=\d)(?=(?:\d{3})+$)/g, sign);
          const text = isBehind ? `${digits}${word} ${currency}` : `${currency} ${digits}${word}`;
          expect(readAmount(text)).toMatchObject({ low: number * factor, currency });
        },
      ),
    );
  });
});

describe('what a number in a text may stand for', () => {
  const leeway = { rounding: 0.05, hedged: 0.15 };

  it.each([
    ['40', [39, 40, 42], [38 - 0.1, 43]],
    ['41', [41], [40, 42]],
    ['about 40', [34, 46], [33, 47]],
    ['over 40', [40, 4000], [37]],
    ['up to 40', [0, 40], [43]],
    ['almost 40', [35, 40], [33, 43]],
    ['40 to 50', [40, 45, 50], [37, 53]],
    ['DKK 70 million', [66_500_000, 71_000_000, 73_500_000], [66_000_000, 74_000_000]],
    ['2.6 million', [2_560_000, 2_640_000], [2_500_000, 2_700_000]],
  ])('%s', (text, may, mayNot) => {
    const amount = readAmount(text);
    const interval = amount && plausible(amount, leeway);
    expect(interval).toBeDefined();
    if (!interval) return;
    expect(may.filter((value) => !contains(interval, value))).toEqual([]);
    expect(mayNot.filter((value) => contains(interval, value))).toEqual([]);
  });

  it('is always the number itself', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom('', 'about ', 'over ', 'up to ', 'almost ', 'just over '), (number, hedge) => {
        const amount = readAmount(`${hedge}${number} kroner`);
        expect(amount && contains(plausible(amount, leeway), number)).toBe(true);
      }),
    );
  });
});

describe('days of the calendar', () => {
  it.each(['2011-12', '2011-12-31', '2012-02-29', '2000-02-29'])('%s is one', (date) => {
    expect(isDate(date)).toBe(true);
  });

  it.each(['2011-13', '2011-00', '2011-11-31', '2011-02-29', '1900-02-29', '2011-12-00', '2011'])('%s is none', (date) => {
    expect(isDate(date)).toBe(false);
  });
});
