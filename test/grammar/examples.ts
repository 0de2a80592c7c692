/** What is coloured in a case, and what stays as it is; the tests here and in VS Code go through the same list. */
export const EXAMPLES: readonly { readonly what: string; readonly text: string; readonly expected: readonly string[] }[] = [
  { what: 'a mark in a paragraph', text: 'Offices came before agents :P6.', expected: ['P6: mark'] },
  { what: 'a mark in a heading', text: '## Networks abroad :P4', expected: ['Networks abroad: heading', 'P4: mark'] },
  { what: 'a mark at the start of a line', text: ':P6 says so', expected: ['P6: mark'] },
  {
    what: 'a marked text with a citation and a stance',
    text: ':P4[They knew **people** [@int-ceo]]{supports}.',
    expected: ['P4: mark', 'int-ceo: source', 'supports: stance'],
  },
  {
    what: 'a marked text over two lines',
    text: ':P4[They knew\npeople [@int-ceo]]{supports} here',
    expected: ['P4: mark', 'int-ceo: source', 'supports: stance'],
  },
  {
    what: 'what follows a marked text as what it is',
    text: ':P4[They knew\npeople]\nand more.\n\n:P3[Never closed\n\n# A heading :P5\n\n:P3[They] - they :P6',
    expected: ['P4: mark', 'P3: mark', 'A heading: heading', 'P5: mark', 'P3: mark', 'P6: mark'],
  },
  { what: 'marks inside marks', text: ':P4[and :P3[both] of them]{rival}', expected: ['P4: mark', 'P3: mark', 'rival: stance'] },
  {
    what: 'a marked block',
    text: ':::P3{supports src="a b"}\nEmbassies help [@web, p. 4; @b].\n:::',
    expected: ['P3: mark', 'supports: stance', 'src: attribute', '"a b": value', 'web: source', 'b: source'],
  },
  { what: 'a mark on a line of its own', text: '::T7[Results]{note=later}', expected: ['T7: mark', 'note: attribute', 'later: value'] },
  { what: 'a mark with attributes and no text', text: 'So it is :P3{contradicts}', expected: ['P3: mark', 'contradicts: stance'] },
  { what: 'item ids with hyphens', text: 'seen :SK-2a here', expected: ['SK-2a: mark'] },
  { what: 'citations with words around them', text: 'as told [see @smith2010, pp. 3-4; -@jones.b]', expected: ['smith2010: source', 'jones.b: source'] },
  {
    what: 'a suppression with its reason',
    text: '<!-- casewright-disable-next-line evidence/one-sided -- only one side is known -->',
    expected: ['casewright-disable-next-line: suppression', 'evidence/one-sided: rule', '-- only one side is known: reason'],
  },
  { what: 'the end of a suppressed stretch', text: 'text <!-- casewright-enable -->', expected: ['casewright-enable: suppression'] },
  { what: 'not the time of day, an emoji, an escaped mark or an address', text: 'at 10:30 :smile: \\:P3 me@b2.dk [a](http://b:80/@c)', expected: [] },
  { what: 'not a link', text: '[mail @anna](http://x.dk) and [text][ref]', expected: [] },
  { what: 'not inline code', text: 'write `:P3[text]{supports}` and `[@id]`', expected: [] },
  { what: 'not a code block', text: '```md\n:P3[text]{supports} [@id]\n:::P3\n```\nthen :P3', expected: ['P3: mark'] },
  { what: 'not indented code', text: 'text\n\n    :P3 [@id]', expected: [] },
  { what: 'not the front matter', text: '---\ncase: a :P3\nnote: "[@id]"\n---\n\nthen :P3', expected: ['P3: mark'] },
  { what: 'not another comment', text: '<!-- :P3 [@id] -->', expected: [] },
];
