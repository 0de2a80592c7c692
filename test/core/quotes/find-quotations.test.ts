import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedIn } from '../../../server/src/core/quotes/quotation-marks.ts';
import { quotationsIn } from '../../../server/src/core/quotes/find-quotations.ts';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { parseSyntax } from '../../../server/src/core/syntax/syntax-document.ts';
import { readMarkers, showRanges } from '../../support/marked-text.ts';

/** Expects exactly what stands between `‹|` and `|›` to be taken for a closed quotation of a paragraph. */
function check(marked: string): void {
  const { text } = readMarkers(marked);
  const closed = quotedIn(text).filter(({ opener }) => opener === undefined);
  expect(
    showRanges(
      text,
      closed.map(({ content }) => content),
    ),
  ).toBe(marked);
}

const parsers = createMarkdownParsers();

/** Expects exactly what stands between `‹|` and `|›` to be the quotations of a text that are long enough to be judged. */
function checkText(marked: string): void {
  const { text } = readMarkers(marked);
  const { blocks } = parseSyntax(text, parsers);
  const spans = blocks.flatMap(({ start, block }) => quotationsIn(block).map(({ content }) => ({ start: start + content.start, end: start + content.end })));
  expect(showRanges(text, spans)).toBe(marked);
}

describe('quotation marks', () => {
  it.each([
    ['straight', 'He said "‹|we went abroad|›" and left.'],
    ['English', 'He said “‹|we went abroad|›” and left.'],
    ['American, with the stop inside', 'He said, “‹|We went abroad.|›”'],
    ['British', 'He said ‘‹|we went abroad|›’ and left.'],
    ['straight and single', "He said '‹|we went abroad|›' and left."],
    ['German', 'Er sagte „‹|wir gingen ins Ausland|›“ und ging.'],
    ['German, single', 'Er sagte ‚‹|wir gingen ins Ausland|›‘ und ging.'],
    ['German with guillemets', 'Er sagte »‹|wir gingen ins Ausland|›« und ging.'],
    ['Danish', 'Han sagde »‹|vi gik til udlandet|›« og gik.'],
    ['Swedish', 'Han sa ”‹|vi åkte utomlands|›” och gick.'],
    ['Estonian', 'Ta ütles: „‹|me läksime välismaale|›” ja lahkus.'],
    ['French, with spaces', 'Il a dit «‹| nous sommes partis |›» et voilà.'],
    ['single guillemets', 'Er sagte ‹‹|wir gingen ins Ausland|›› und ging.'],
    ['over a line end', 'He said “‹|we went\nabroad|›”.'],
    ['two of them', '“‹|One|›” and “‹|two|›”.'],
    ['in parentheses', 'They left (“‹|we went abroad|›”).'],
    ['behind a dash', 'They left—"‹|we went abroad|›"—and came back.'],
  ])('of the style that is %s', (_style, marked) => {
    check(marked);
  });

  it.each([
    '“‹|He told me ‘go now’ and I went|›” we heard.',
    '‘‹|He told me “go now” and I went|›’ we heard.',
    '"‹|He told me \'go now\' and I went|›" we heard.',
    '„‹|Er sagte ‚geh jetzt‘ und ich ging|›“ hieß es.',
    '«‹|Il m’a dit “pars” et voilà|›».',
    '»‹|Han sagde ›gå nu‹ og jeg gik|›«.',
  ])('inside quotation marks belong to what is around them: %s', (marked) => {
    check(marked);
  });

  it.each([
    "It's the firms' sales that don't grow, and the customers' needs.",
    'It’s the firms’ sales that don’t grow, and the customers’ needs.',
    "In the '90s it was rock 'n' roll, and they told 'em so in the '80s.",
    'In the ’90s it was rock ’n’ roll.',
    'In the ‘90s they told ‘em so.',
    'A 5" disk and a 6\' desk.',
    'd’accord, l’entreprise, O’Neill’s',
  ])('are no apostrophes: %s', (text) => {
    check(text);
  });

  it.each([
    "He said '‹|we don't sell the firms' goods|›'.",
    'He said ‘‹|we don’t sell the firms’ goods here|›’.',
    "He said '‹|it was the owners' choice|›' again.",
  ])('may have apostrophes between them: %s', (marked) => {
    check(marked);
  });

  it('that are not closed hide none of those behind', () => {
    check('An inch is 1". He said “‹|we went abroad|›”.');
  });

  it('never lie outside of the text, whatever it is', () => {
    const piece = fc.constantFrom('"', "'", '“', '”', '„', '«', '»', '‹', '›', '‚', '‘', '’', ' ', 'a', 'firms', 's', '.', '\n', '(', '5');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let behind = 0;
        for (const { span, content } of quotedIn(text)) {
          expect(span.start).toBeGreaterThanOrEqual(behind);
          expect(content.start).toBe(span.start + 1);
          expect(content.end).toBeGreaterThanOrEqual(content.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          behind = span.end;
        }
      }),
    );
  });
});

describe('quotations in a text', () => {
  it('have five words or more, apart from citations, marks, code and comments', () => {
    checkText('“One two three four” and “‹|one two three four five|›”.');
    checkText('“One two :P3[three]{supports} four [@int-ceo, p. 5] `a b c` <!-- d e f -->” it says.');
    checkText('“‹|One :P3[two three four five]{supports}|›” it says.');
  });
  it('are found in marks, lists and containers', () => {
    checkText(':P3[He said “‹|we went to Norway early on|›” then.]{supports}');
    checkText(':::P3\n- He said “‹|we went to Norway early on|›” then.\n:::\n');
  });
  it('are no titles of links, no code and no headings', () => {
    checkText('[Words](http://a.b "one two three four five six") and `"one two three four five"`.\n\n## “One two three four five”\n');
  });
  it('may be block quotes, without what says who said it', () => {
    checkText('> ‹|We went to Norway early\n> on, and liked it.|›\n> — CEO, 2011 [@int-ceo]\n');
    checkText('> ‹|We went to Norway early on.|› (CEO of Nordlys)\n\n> ‹|And then we went to Sweden.|› [@int-ceo]\n');
    checkText('> “‹|We went to Norway early on.|›” [@int-ceo]\n');
  });
  it('may go on over paragraphs, each of which is opened and only the last closed', () => {
    const found = parseSyntax('“We went to Norway early on.\n\n“Then we went to Sweden too.”\n', parsers).blocks.flatMap(({ block }) => quotationsIn(block));
    expect(found.map(({ opener }) => opener)).toEqual(['“', undefined]);
  });
});
