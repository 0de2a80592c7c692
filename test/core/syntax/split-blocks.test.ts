import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { parseFully } from '../../../server/src/core/syntax/parse-block.ts';
import { blockStarts } from '../../../server/src/core/syntax/split-blocks.ts';
import { parseSyntax } from '../../../server/src/core/syntax/syntax-document.ts';
import { factsOf } from '../../support/block-facts.ts';

const parsers = createMarkdownParsers();

/** Lines that open, close, nest and interrupt each other, so that random documents meet the hard cases often. */
const LINES = [
  '',
  '',
  '',
  'Plain words here.',
  '# Heading',
  '## Mode :P6',
  '- item',
  '  in the item',
  '    deeper',
  '1. first',
  '7. seventh',
  '- ',
  '> quoted',
  '---',
  '===',
  '```',
  '~~~',
  '````js',
  ':::P3',
  ':::P3{supports}',
  ':::\tP3',
  '::::T1',
  ':::',
  '::::',
  '::P2',
  'Text :P4[marked [@a]]{qualifies}.',
  '[@a; @b, p. 4]',
  '<!-- comment',
  '-->',
  '<!-- whole -->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '\tcode',
  ':::',
  'TODO',
  '> :::P1',
  '- :::P2',
  '  :::',
  '  ```',
  '- ```',
  '  <!-- in an item',
  '  :::P3',
  '[@a]: https://example.org',
  '[link]: #there',
  'See [link], [ Link ] and [@a].',
];

describe('splitting a document into blocks', () => {
  it('covers the text without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES)), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        const starts = [...blockStarts(text, 0)];
        expect(starts.map((start, index) => text.slice(start, starts[index + 1])).join('')).toBe(text);
      }),
    );
  });

  it('finds what a parse of the whole text finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = `Start.${eol}${lines.join(eol)}`;
        expect(factsOf(parseSyntax(text, parsers).blocks)).toEqual(factsOf([{ start: 0, block: parseFully(text, parsers.body) }]));
      }),
      { numRuns: 2000 },
    );
  });

  it('begins no list behind indented code where the parser begins none', () => {
    for (const text of ['    code\n\n- ', 'Text.\n\n\tcode\n\n\n7. seventh\n\n8. eighth\n', '    code\n\n1. first\n\n7. seventh\n'])
      expect(factsOf(parseSyntax(text, parsers).blocks)).toEqual(factsOf([{ start: 0, block: parseFully(text, parsers.body) }]));
  });

  it('cuts no code after a list whose item left its fence open', () => {
    for (const text of ['Start.\n- :::P2\n  ```\n:::\n  ```\n# Heading', 'Start.\n\n- ```\n  code\n  ```\n\nText.\n\n```\n# No heading\n```\n'])
      expect(factsOf(parseSyntax(text, parsers).blocks)).toEqual(factsOf([{ start: 0, block: parseFully(text, parsers.body) }]));
  });
});
