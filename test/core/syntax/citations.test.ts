import { describe, expect, it } from 'vitest';
import { createMarkdownParsers } from '../../../server/src/core/syntax/markdown-parser.ts';
import { parseBlock } from '../../../server/src/core/syntax/parse-block.ts';
import { showRanges } from '../../support/marked-text.ts';

const parsers = createMarkdownParsers();

/** Checks which ids a text cites, and where. */
function check(marked: string): void {
  const text = marked.replace(/‹\||\|›/g, '');
  expect(
    showRanges(
      text,
      parseBlock(text, parsers.body).citations.map((citation) => citation.idSpan),
    ),
  ).toBe(marked);
}

describe('citations', () => {
  it.each([
    'Said so [@‹|int-ceo|›].',
    'Said so [see @‹|a|›, p. 4; @‹|b|›].',
    'Said so [-@‹|smith_2004|›, pp. 33–35].',
    'Said so [@{‹|https://x.org/a|›}].',
    'Said so [@‹|doe:2010|›.].',
    'Said so [*see* @‹|a|›].',
    '# Heading [@‹|a|›]',
    'With brackets inside [@‹|a|›, p. 3; see @‹|b|› [sic]] or [outside [@‹|c|›] them].',
    ':P4[marked [@‹|a|›]]{supports}',
    '> quoted\n> [@‹|a|›]',
    'Over two [@‹|a|›;\n@‹|b|›] lines 😀 [@‹|c|›]',
    'A mail [me@example.org] and a handle @someone.',
    'A link [@someone](https://example.org).',
    'Escaped \\[@a], code `[@a]`.',
    '```\n[@a]\n```',
    '<!-- [@a] -->',
    '[]',
  ])('in %j', check);

  it('keep what follows the id', () => {
    const { citations } = parseBlock('[see @a, p. 4; @b]', parsers.body);
    expect(citations.map(({ id, locator }) => [id, locator])).toEqual([
      ['a', 'p. 4'],
      ['b', ''],
    ]);
  });
});
