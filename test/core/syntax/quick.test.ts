import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { blockOf } from '../../../server/src/core/syntax/block-of.ts';
import { parseFully } from '../../../server/src/core/syntax/parse-block.ts';
import { parseSyntax } from '../../../server/src/core/syntax/syntax-document.ts';
import { quickOutline } from '../../../server/src/core/syntax/quick/quick-outline.ts';
import { PROJECT_ROOT } from '../../support/workspace.ts';

const parsers = createMarkdownParsers();

/** What can stand on a line, and what can stand before it: together they make most of what is read in more than one way. */
const STARTS = [
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '> - ',
  '- > ',
  '# ',
  '## ',
  '#',
  ':::P3',
  ':::',
  '::P2',
  '- - ',
];
const PIECES = [
  'word', 'and', 'Ørsted', 'straße', ' ', ' ', '  ', '.', ',', '“said”', '—', '(', ')', '[', ']', '[@a]', '[@a; @b, p. 4]', '[see @doe:2010]', '![', '][', ']:',
  ':P4[', ':P4', ':P4[marked]{supports}', ':P4[a :P3[b] c]', ':T1[x [@a]]{src="a b" note=\'n\'}', '{', '}', '{supports}', '{src=a}', '{ a = b }', ':', '::', ':30', '10:30',
  'C:P3', 'http://x.dk:P3', 'a@b:P3', ':P-', ':_x', ':æ', '*', '**', '_', '***', '*it*', '**bold**', '_low_', 'snake_case', '5 * 3', '&amp;', '&', '<', '<b>', '< 5', '<!-- c -->', '<!--', '-->',
  '`', '\\', '\t', '#', '##', '=', '---', '- ', '…', 'TODO', 'TBD', '1.', '12)', '\u00a0', '😀', '~~~', '|', '\ufeff',
]; // prettier-ignore

const line = fc.tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...PIECES), { maxLength: 6 })).map(([start, pieces]) => start + pieces.join(''));
const block = fc.tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n', '\r\n')).map(([lines, eol]) => lines.join(eol));

/** Whether the quick way is sure; where it is, it must say what the parser says. */
function isQuick(text: string): boolean {
  const outline = quickOutline(text);
  if (outline) expect(blockOf(text, outline)).toEqual(parseFully(text, parsers.body));
  return outline !== undefined;
}

describe('reading a block without the Markdown parser', () => {
  it('says what the parser says, or that it is not sure', () => {
    fc.assert(
      fc.property(block, (text) => {
        isQuick(text);
      }),
      { numRuns: Number(process.env.RUNS ?? 5000) },
    );
  });

  it.each([':P4[a\n ]', ':P4[ \n a]', ':P4[ a ]', ':P4[a  \n  b]{supports\n src=a}', '> :P4[a\n> ]', '- :P4[a\n  b]'])(
    'reads %j as the parser does',
    (text) => {
      isQuick(text);
    },
  );

  it.each(['danish-smes', 'estonian-globalizers'])('reads all cases of %s in this way', (study) => {
    const folder = path.join(PROJECT_ROOT, 'examples', study);
    const names = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const { blocks } = parseSyntax(readFileSync(path.join(folder, name), 'utf8'), parsers);
      expect(blocks.filter(({ block }) => !isQuick(block.text))).toEqual([]);
    }
  });

  it.each([
    'Some *emphasis*, **more of it** and snake_case_names.',
    '- an item\n- another\n  that goes on\n\n  and has two paragraphs',
    '1. first\n2. second',
    '> Quoted [@a, p. 3].\n> More.',
    ':::P3{supports src="a b"}\nText.\n\n- item\n:::',
    '<!-- casewright-disable-next-line coverage/thin -- there is no more -->',
    'Being typed :P4[text]{supp',
    'A footnote* and 5 < 6 & 7 “said”…',
  ])('reads %j in this way', (text) => {
    expect(isQuick(text)).toBe(true);
  });
});
