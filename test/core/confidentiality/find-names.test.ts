import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findNames } from '../../../server/src/core/confidentiality/find-names.ts';
import { foldText } from '../../../server/src/core/confidentiality/folded-text.ts';
import { readNameList } from '../../../server/src/core/confidentiality/name-list.ts';
import { readMarkers } from '../../support/marked-text.ts';
import { withRange } from '../../support/features.ts';

/** Looks for the terms of a list (one a line) and expects them at the places between `‹|` and `|›`. */
function check(list: string, marked: string): void {
  const { text, ranges } = readMarkers(marked);
  const found = findNames(readNameList(list).automaton, text);
  const show = (spans: readonly { start: number; end: number }[]): string[] => spans.map((span) => withRange(text, span));
  expect(show(found.map(({ span }) => span))).toEqual(show(ranges));
}

describe('a confidential name', () => {
  it('is found however its capitals and diacritics are written', () => {
    for (const form of ['Østergaard', 'ØSTERGAARD', 'Ostergaard', 'Oestergaard', 'Østergård']) check('Østergaard', `Mr ‹|${form}|› said.`);
    for (const form of ['Østergård', 'Ostergard', 'OESTERGAARD']) check('Østergård', `‹|${form}|›`);
    for (const form of ['Østergaard', 'Oestergaard']) check('Oestergaard', `‹|${form}|›`);
    check('Weiß\nMüller', '‹|Weiss|› and ‹|Mueller|›, ‹|Muller|›, ‹|MÜLLER|›');
    check('Gauß', '‹|GAUSS|›');
    check('Høegh', '‹|Høegh|› and ‹|Hoegh|›, not Høgh');
    check('Noël', '‹|Noel|›, ‹|No\u0065\u0308l|›');
    check('Zoë\nŁukasz', '‹|Zoe|› met ‹|Lukasz|›');
    check('Tõnu Sepp', '‹|Tonu Sepp|›');
    check('Иван Петров', '‹|ИВАН ПЕТРОВ|›');
  });

  it('is told from names that only sound like it', () => {
    check('Mae', 'Ma and Maa, but ‹|Mä|›');
    check('Anna', 'Annapolis, Hanna, Susanna, Annabel');
    check('Jan', 'January, Janet, Jane, Jani');
    check('Jens', 'Jensen and Jense');
    check('Mart', 'Martin, Martina, Marta');
    check('Maria', 'Mariana and Marian');
    check('Sue', 'su');
  });

  it('is found in its word forms, without the ending', () => {
    check('Hansen', "‹|Hansen|›s, ‹|Hansen|›’s, ‹|Hansen|›'s, ‹|Hansen|›erne, ‹|Hansen|›i, ‹|Hansen|›ile, ‹|Hansen|›iga, ‹|Hansen|›’iga, ‹|Hansen|›sche");
    check('Jens', '‹|Jens|›’ firm, ‹|Jens|›’s firm');
    check('Maria', '‹|Maria|›t, ‹|Maria|›ga, ‹|Maria|›le');
  });

  it('is found across lines, hyphens, spaces and emphasis', () => {
    check('Hans Brodersen', '‹|Hans\nBrodersen|›, ‹|Hans  Brodersen|›, ‹|Hans\u00A0Brodersen|›, ‹|Hans-Brodersen|›, ‹|Hans *Brodersen|›*');
    check('Hans Brodersen', '> ‹|Hans\n> Brodersen|› and ‹|hans_brodersen|› and ‹|HansBrodersen|›');
    check('Brodersen', '‹|Bro-\ndersen|›, ‹|Bro\u00ADdersen|›, ‹|Bro**ders**en|›, ‹|Brodersen|›-\nfamilien');
    check('Brodersen', 'mail@‹|brodersen|›.dk, [‹|Brodersen|›](https://www.‹|brodersen|›.dk)');
    check('Hans Ørsted', '‹|Hans&nbsp;Ørsted|›, ‹|Hans Ør&shy;sted|›, ‹|Hans &#216;rsted|›, ‹|Hans &#xD8;rsted|› & Hans &amp; Ørsted');
    check('Zoë Łukasz', '‹|Zo&euml; &Lstrok;ukasz|›, ‹|Zo&#235;&NoBreak; &#x141;&#117;kasz|›, Zo&nope; Łukasz, Zo &#9999999; Łukasz');
    check("O'Brien", '‹|OBrien|› and ‹|O’Brien|›');
  });

  it('does not go on in another sentence, cell or paragraph', () => {
    check('Hans Brodersen', 'Hans! Brodersen | Hans | Brodersen |\n\nHans\n\nBrodersen');
  });

  it('is the longer where one stands in another', () => {
    check('Niels\nBrodersen\nNiels Brodersen', '‹|Niels Brodersen|› and ‹|Brodersen|› and ‹|Niels|›');
  });

  it('may be called like anything that programs know', () => {
    check('__proto__\nconstructor\n.*\ntoString', 'The ‹|constructor|›, the __‹|proto|›__ and ‹|toString|›, but not everything');
  });
});

/** Words that fold in every way there is. */
const word = fc.string({
  unit: fc.constantFrom(...Array.from('abeosuABESnø'), 'æ', 'å', 'ü', 'ß', 'é', 'e\u0308', 'ł', 'þ', '𝔸', 'я'),
  minLength: 5,
  maxLength: 9,
});
const between = fc.constantFrom(' ', '\n', ', ', ' *', '** ', '\u00A0', '.', ' – ');

describe('looking for names', () => {
  it('says where they stand: what is found is the term, folded', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        between,
        between,
        fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }),
        (words, gap, edge, rest) => {
          const term = words.join(' ');
          const { automaton, names } = readNameList(term);
          fc.pre(names.length === 1);
          const text = `${rest.join(' ')}${edge} ${words.join(gap === '** ' || gap === ' *' ? ' *' : gap === '.' ? '.' : gap)} ${edge}`;
          const found = findNames(automaton, text);
          expect(found.length).toBeGreaterThan(0);
          for (const { span } of found)
            expect(foldText(text.slice(span.start, span.end)).codes.filter((code) => code !== 32)).toEqual(foldText(term).codes.filter((code) => code !== 32));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never fails, whatever the list and the text', () => {
    const any = fc.string({ unit: fc.constantFrom(...Array.from("ab s=#\n\r-*'&[]:|."), '\uFEFF', '\uD800', '𝔸', 'ø', '\u0301', '\0'), maxLength: 60 });
    fc.assert(
      fc.property(any, any, (list, text) => {
        const { names, automaton, problems } = readNameList(list);
        for (const { span } of [...names, ...problems]) expect(span.end).toBeLessThanOrEqual(list.length);
        let last = 0;
        for (const { span } of findNames(automaton, text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes as many steps for five thousand terms as for one, and twice as many for twice the text', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `Name${index} Ab${'ab'.repeat(index % 20)}`).join('\n');
    const text = 'abab ab Name1 ab name77 abababab '.repeat(200);
    const steps = (list: string, of: string): number => {
      const { automaton } = readNameList(list);
      const look = vi.spyOn(Map.prototype, 'get');
      try {
        findNames(automaton, of);
        return look.mock.calls.length;
      } finally {
        look.mockRestore();
      }
    };
    const once = steps(many, text);
    expect(once).toBeLessThan(4 * text.length);
    expect(once).toBeLessThan(2 * steps('Name1 Ab', text));
    expect(steps(many, text + text)).toBeLessThan(2.1 * once);
  });
});
