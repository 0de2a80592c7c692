import fc from 'fast-check';

const USUAL_SCALARS = [
  'x',
  'Acme A/S',
  'a longer text, with a comma',
  'é 😀',
  '2011',
  '007',
  '-1',
  '+3',
  '-0',
  '0.9',
  '.5',
  '5.',
  '1e3',
  '-1.5E-3',
  '0x1F',
  '0o17',
  '.inf',
  '-.INF',
  '.NaN',
  '2011-12-01',
  '12:30',
  'true',
  'False',
  'null',
  '~',
  'no',
  '<<',
  'https://example.org/a?b=c#d',
  'a:b',
  'C#',
  '-x',
  '?x',
  '"quoted: yes # and no comment"',
  '"an \\"inner\\" \\\\ \\u00e9 \\ud83d\\ude00"',
  '""',
  "'single: it''s'",
  "''",
  "'2011'",
];
const SELDOM_SCALARS = [
  ':x',
  '- x',
  '? x',
  ': x',
  'a: b',
  'a #b',
  '&a x',
  '*a',
  '!t x',
  '|',
  '>-',
  '"\\x41 \\e"',
  '"open',
  "'open",
  '"x"y',
  '@x',
  '`x`',
  '%x',
  ',x',
  'x]',
  '[x',
  '{x',
  'x}y',
  '#x',
  '--- x',
  '---',
  '...',
  '\tx',
  'x\ty',
  '\uFEFFx',
  'x\u2028y',
  'x\u0085',
  '\u00A0x',
];
const USUAL_KEYS = ['case', 'title', 'a b', 'T1', '2011', 'true', '~', '"quoted key"', "'k''s'", '__proto__', 'x-y', 'é', 'a:b'];
const SELDOM_KEYS = ['', 'a ', '? a', '&k a', '*k', '[a]', '{a: b}', '- a', '"open', '|', 'k'.repeat(1030), '---', 'case'];

const mostly = (usual: readonly string[], seldom: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 200, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });

const scalar = mostly(USUAL_SCALARS, SELDOM_SCALARS);
const key = fc.oneof({ weight: 2, arbitrary: fc.nat(99).map((number) => `k${number}`) }, { weight: 1, arbitrary: mostly(USUAL_KEYS, SELDOM_KEYS) });
const endOfLine = mostly(['', '', '', '', ' ', ' # note', '   # a: b', ' #'], ['#no', ' x', '\t', ': x']);
const gap = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('', '  ', '# note', ' # one', '  # two', '   # three', '    # four', '      # six'), { maxLength: 2 }) },
);
const colonInFlow = mostly([': ', ':  '], [':', '', ' : ']);
const breakInFlow = mostly(['', '', '', '', ' ', ' ', '\n    ', ' # c\n      ', '\n\n    '], ['\n  ', '\n', '\n  # c\n   ']);

const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: scalar.filter((text) => !text.includes(', ')) },
    { weight: 1, arbitrary: fc.array(inBreaks(tie('flow')), { maxLength: 4 }).map((items) => `[${items.join(',')}]`) },
    {
      weight: 1,
      arbitrary: fc
        .array(inBreaks(fc.oneof({ weight: 6, arbitrary: fc.tuple(key, colonInFlow, tie('flow')) }, { weight: 1, arbitrary: fc.tuple(key, breakInFlow) })), {
          maxLength: 4,
        })
        .map((pairs) => `{${pairs.join(',')}}`),
    },
  ),
}));

/** The text or parts with white space, line ends and comments around, as between brackets. */
function inBreaks(parts: fc.Arbitrary<string | readonly string[]>): fc.Arbitrary<string> {
  return fc.tuple(breakInFlow, parts, breakInFlow).map(([before, text, after]) => `${before}${typeof text === 'string' ? text : text.join('')}${after}`);
}

/** A value or a block: the first line goes on the line that is begun; the others have the indentation that they need there. */
type Lines = readonly [first: string, ...below: string[]];

const { block } = fc.letrec<{ block: Lines; value: Lines }>((tie) => {
  const entry = (begin: fc.Arbitrary<string>, value: fc.Arbitrary<Lines>): fc.Arbitrary<readonly string[]> =>
    fc.tuple(gap, begin, value).map(([before, start, [first, ...rest]]) => [...before, start + first, ...rest]);
  const group = fc.array(
    entry(
      key.map((name) => `${name}:`),
      tie('value'),
    ),
    { minLength: 1, maxLength: 5 },
  );
  const list = fc.array(
    entry(
      fc.constant('-'),
      fc.oneof(
        tie('value'),
        tie('block').map(([first, ...rest]): Lines => [` ${first}`, ...indented(rest, 2)]),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  );
  return {
    value: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      { weight: 6, arbitrary: fc.tuple(flow, endOfLine).map(([text, end]): Lines => [` ${text}${end}`]) },
      { weight: 1, arbitrary: endOfLine.map((end): Lines => [end]) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(endOfLine, gap, tie('block'), fc.constantFrom(2, 2, 2, 2, 4, 1, 0))
          .map(([end, before, lines, by]): Lines => [end, ...before, ...indented(lines, by)]),
      },
    ),
    block: fc.oneof({ weight: 2, arbitrary: group }, { weight: 1, arbitrary: list }).map((entries): Lines => {
      const [first = '', ...rest] = entries.flat();
      return [first, ...rest];
    }),
  };
});

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`));
}

/** YAML documents: mostly of what authors write, with a share of everything else that YAML knows. */
export const yamlTexts: fc.Arbitrary<string> = fc
  .tuple(block, gap, fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([lines, after, eol, isEnded]) => [...lines, ...after, ...(isEnded ? [''] : [])].join('\n').replaceAll('\n', eol));

/** What YAML is made of, and what breaks it. */
export const YAML_PIECES = [
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  '#',
  ' # ',
  ':',
  ': ',
  '-',
  '- ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '&a ',
  '*a',
  '!',
  '|',
  '>',
  '?',
  '? ',
  '%',
  '@',
  '---',
  '...',
  'x',
  '0',
  '.',
  '~',
  '\uFEFF',
];

/** A text with a few random changes: characters taken out, pieces of syntax put in, a line put somewhere else. */
export function mutationsOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 1, 2, 9),
    insert: fc.constantFrom('', ...YAML_PIECES),
  });
  return fc.tuple(text, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([source, edits]) =>
    edits.reduce((current, { at, remove, insert }) => {
      const start = Math.floor(at * current.length);
      return current.slice(0, start) + insert + current.slice(start + remove);
    }, source),
  );
}
