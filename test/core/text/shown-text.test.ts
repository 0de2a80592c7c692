import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../server/src/core/report/json-text.ts';
import { oneLine, shownName, shownText } from '../../../server/src/core/text/shown-text.ts';
import { exampleCases } from '../../support/features.ts';

/** Checks how a text is shown. */
const check = (text: string, expected: string): void => {
  expect(shownText(text)).toBe(expected);
};
/** Checks that a text is shown as its author wrote it. */
const checkSame = (text: string): void => {
  check(text, text);
};

describe('what an author writes is shown as it stands', () => {
  it.each(Object.entries(exampleCases()))('in %s', (_, text) => {
    checkSame(text);
  });
  it.each([
    ['Danish, Estonian, and signs of typography', 'Brødrene Åkjær A/S “Õun & Söber” – 5 % … €'],
    ['Arabic', 'شركة النور للتجارة (١٩٩٨)'],
    ['Hebrew with vowel signs and quotation marks', 'שָׁלוֹם בע״מ'],
    ['marks of direction, which show where the sign at the end of a name belongs', 'C++\u200E היא שפה; \u061C٥٪\u200F'],
    ['Persian, whose letters are kept apart by a sign that is not seen', 'می\u200Cخواهم'],
    ['pictures made of several characters', '👩\u200D🔬 🇩🇰 𝒳'],
    ['tabs and ends of lines, also those of Windows', 'a\tb\r\nc\n'],
  ])('%s', (_, text) => {
    checkSame(text);
  });
});

describe('what would act instead of being read does not act', () => {
  it('characters that turn the direction of writing are left out, with or without an end', () => {
    check('invoice\u202Efdp.exe', 'invoicefdp.exe');
    check('\u2067שלום\u2069 \u2066a\u2068b\u202A\u202B\u202C\u202D', 'שלום ab');
  });
  it('what a terminal obeys, and zero bytes, become spaces', () => {
    check('a\u001B[31mred\u009B0m\u0000\u0007\u007F', 'a [31mred 0m   ');
    check('all is well\rbroken\r\n', 'all is well broken\r\n');
  });
  it('half a character, and what is none, become spaces', () => {
    check('a\uD83D b\uDC00 c\uFFFE\uFFFF 🎉', 'a  b  c   🎉');
  });
  it('in one line, ends of lines and runs of spaces become one space', () => {
    expect(oneLine(' a\u001B[31m\r\nb\u0000\tc\u0085 \u2028d ')).toBe('a [31m b c d');
  });
});

describe('a name before words and numbers of ours', () => {
  it.each(['שלום', 'شركة النور (١٩٩٨)', 'Nordlys نور'])('keeps its place where it holds letters that are written from right to left: %s', (name) => {
    expect(shownName(name)).toBe(`${name}\u200E`);
  });
  it.each(['Brødrene Åkjær A/S', '“Õun” 𝒳 🎉', ''])('is shown as it stands otherwise: %s', (name) => {
    expect(shownName(name)).toBe(name);
  });
});

describe('whatever the text', () => {
  const anything = fc.string({ unit: 'binary' }).map((text) => `${text}\u202E`);
  it('showing it twice changes nothing more', () => {
    fc.assert(
      fc.property(anything, (text) => {
        checkSame(shownText(text));
      }),
    );
  });
  it('one line of it has the same words, with one space between two of them', () => {
    const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\r\n', '\t', '\u00A0', '\u2028', 'a', 'ø') });
    fc.assert(
      fc.property(fc.oneof(anything, blank), (text) => {
        expect(oneLine(text)).toBe(
          shownText(text)
            .split(/\s/)
            .filter((word) => word !== '')
            .join(' '),
        );
      }),
    );
  });
  it('JSON says all of it, in characters that can be looked at', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const json = jsonText({ [text]: text });
        expect(JSON.parse(json)).toEqual({ [text]: text });
        expect(shownText(json)).toBe(json);
      }),
    );
  });
});
