import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimTime } from '../../../server/src/core/claims/claim.ts';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { parseBlock } from '../../../server/src/core/syntax/parse-block.ts';
import { readMarkers, showRanges } from '../../support/marked-text.ts';

const parsers = createMarkdownParsers();

/** Checks what a block of Markdown states, and where: each topic once, with the time if the statement has one. */
function check(marked: string, expected: readonly string[]): void {
  const { text } = readMarkers(marked);
  const { claims } = parseBlock(text, parsers.body);
  const spans = new Map(claims.map(({ span }) => [span.start, span]));
  expect(showRanges(text, [...spans.values()])).toBe(marked);
  const shown = claims.map(({ topic, time }) => [topic, ...showTime(time)].join(' '));
  expect([...new Set(shown)]).toEqual(expected);
}

/** The time of a claim; nothing where it is not said. */
function showTime(time: ClaimTime): string[] {
  if (time.kind === 'past') return [];
  return time.kind === 'now' ? ['now'] : [[time.since, time.year].filter((year) => year !== undefined).join('-')];
}

describe('what a text states', () => {
  it.each([
    ['Nordlys was founded in ‹|1984|›.', ['founded']],
    ['Nordlys was *founded*\nin ‹|1984|› [@a].', ['founded']],
    [':P3[Nordlys, founded by two\nengineers in ‹|1984|›, makes pumps.]{supports}', ['founded']],
    ['The firm has ‹|about 40|› employees.', ['employees now']],
    ['At the time of the interview, the firm had ‹|40|› employees.', ['employees now']],
    ['In 2012 the firm had ‹|40|› employees.', ['employees 2012']],
    ['The firm had ‹|40|› employees.', ['employees']],
    ['Sales grew ‹|2.6 times|›, to ‹|5 million euros|›, in 2012.', ['sales 2012', 'sales-growth 2012']],
    ['Sales ‹|doubled|› between 2010 and 2012.', ['sales-growth 2010-2012']],
    ['- ‹|Two thirds|› of sales come from abroad.', ['foreign-share now', 'home-share now']],
    ['It is a ‹|born global|›.', ['born-global']],
  ])('%j', check);

  it.each([
    '> The firm was founded in 1984.',
    'He said: “The firm was founded in 1984.”',
    '<!-- The firm was founded in 1984. -->',
    '    The firm was founded in 1984.',
    '`The firm was founded in 1984.`',
    '# The firm was founded in 1984.',
    'The firm expects to have 100 employees.',
    'Revenue is to reach DKK 100 million.',
    'The firm was not founded in 1984.',
    'It is no born global.',
  ])('nothing in %j', (text) => {
    check(text, []);
  });

  it('is told sentence by sentence, and abbreviations end none', () => {
    check('Nordlys makes pumps, e.g. for ships of Hydro Inc. and others. The firm has ‹|approx. 40|› employees. Revenue is ‹|70 mio. kr.|› a year.', [
      'employees now',
      'sales now',
    ]);
  });

  it('stands in the text, whatever that is made of', () => {
    const pieces = [
      'The firm ',
      'Nordlys',
      ' was ',
      'founded ',
      'by ',
      'in ',
      '1984',
      ' has ',
      'about ',
      '40',
      ' employees',
      ', ',
      '. ',
      'Sales ',
      'grew ',
      'is a ',
      'born global',
      '“',
      '”',
      ' [@a]',
      '*',
      '\n',
      '\n\n',
      '> ',
      ':P3[',
      ']',
      '70 per cent',
      ' of ',
      'DKK 5 million',
      '\uE001',
      'which ',
      'and ',
      'it ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
        const text = chosen.join('');
        for (const { span, amount, topic } of parseBlock(text, parsers.body).claims) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          if (!topic.startsWith('born')) expect(amount).toBeDefined();
        }
      }),
    );
  });
});
