import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { readYaml } from '../../../server/src/core/syntax/read-yaml.ts';
import { plainValue } from '../../../server/src/core/syntax/yaml-node.ts';
import { showRanges } from '../../support/marked-text.ts';
import { YAML_PIECES } from '../../support/yaml-texts.ts';

/** Checks what is read of a text's front matter, and where its problems stand. */
function check(marked: string, expected: unknown): void {
  const text = marked.replace(/‹\||\|›/g, '');
  const frontMatter = readFrontMatter(text);
  expect(frontMatter?.root && plainValue(frontMatter.root)).toEqual(expected);
  expect(
    showRanges(
      text,
      (frontMatter?.problems ?? []).map((problem) => problem.span),
    ),
  ).toBe(marked);
}

describe('front matter', () => {
  it('stands between two lines of hyphens', () => {
    check('---\ncase: one\n---\nBody', { case: 'one' });
  });
  it('may have Windows line ends and a byte order mark', () => {
    check('\uFEFF---\r\ncase: one\r\ntitle: é😀\r\n---\r\n', { case: 'one', title: 'é😀' });
  });
  it('may have the line ends of old Macs', () => {
    check('---\rcase: one\rfirm:\r  country: DK\r---\rBody', { case: 'one', firm: { country: 'DK' } });
  });
  it('may end the file', () => {
    check('---\ncase: one\n---', { case: 'one' });
  });
  it('may be empty', () => {
    check('---\n---\n', undefined);
  });
  it('is not what stands further down', () => {
    check('Text\n\n---\ncase: one\n---\n', undefined);
  });
  it('keeps dates and country codes as text', () => {
    check('---\ndate: 2011-12-01\ncountry: NO\nyear: 2011\n---\n', { date: '2011-12-01', country: 'NO', year: 2011 });
  });
  it('is read as far as it goes when its end is missing', () => {
    check('‹|---|›\ncase: one\ntitle: x\n\n# Heading\n', { case: 'one', title: 'x' });
  });
  it('is no front matter when its end is missing and it names no case', () => {
    check('---\n\nA rule above.\n', undefined);
  });
});

describe('the fences of front matter', () => {
  const reference = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

  /** Where remark-frontmatter sees the front matter of a text, from the first hyphen to the last. */
  function fencesByRemark(text: string): { start: number; end: number } | undefined {
    const base = text.startsWith('\uFEFF') ? 1 : 0;
    const node = reference.parse(text.slice(base)).children[0];
    if (node?.type !== 'yaml') return undefined;
    return { start: base, end: base + (node.position?.end.offset ?? 0) };
  }

  it('are where remark-frontmatter sees them', () => {
    const lines = [
      '---',
      '---',
      '--- ',
      '---\t \t',
      '---x',
      ' ---',
      '----',
      '--',
      '+++',
      '...',
      '',
      ' ',
      'case: one',
      '- a',
      '> b',
      '# c',
      '```',
      '<!--',
      ':::P1',
    ];
    const eol = fc.constantFrom('\n', '\r\n', '\r', '');
    const texts = fc.tuple(fc.constantFrom('', '', '---\n', '---\r', '\uFEFF---\n'), fc.array(fc.tuple(fc.constantFrom(...lines), eol), { maxLength: 8 }));
    fc.assert(
      fc.property(texts, ([start, rest]) => {
        const text = start + rest.flat().join('');
        const found = readFrontMatter(text);
        const expected = fencesByRemark(text);
        expect(found?.closed ?? false).toBe(expected !== undefined);
        if (!found?.closed || !expected) return;
        expect(text.slice(expected.start, found.content.end)).toMatch(/^---[ \t]*(\r\n|\n|\r)([^]*(\n|\r))?$/);
        expect(text.slice(found.content.end, expected.end)).toMatch(/^---[ \t]*$/);
        expect(text.slice(expected.end, found.span.end)).toMatch(/^(\r\n|\n|\r|)$/);
        expect(found.span.start).toBe(expected.start);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a new version of a text', () => {
  const text = '---\ncase: one\n---\nBody';
  const previous = { text, frontMatter: readFrontMatter(text) };

  it('has the front matter of the last one when that did not change', () => {
    expect(readFrontMatter(`${text} goes on.\n\n---\n`, previous)).toBe(previous.frontMatter);
  });
  it.each([
    ['in the YAML', '---\ncase: two\n---\nBody'],
    ['before it', '\uFEFF---\ncase: one\n---\nBody'],
    ['at the second fence', '---\ncase: one\n---x\nBody\n---\n'],
    ['at the line end behind it', '---\ncase: one\n---'],
  ])('has its own when something changed %s', (_, changed) => {
    expect(readFrontMatter(changed, previous)).toEqual(readFrontMatter(changed));
    expect(readFrontMatter(changed, previous)).not.toBe(previous.frontMatter);
  });
  it('has none when the second fence was written on', () => {
    const last = '---\ncase: one\n---';
    expect(readFrontMatter(`${last}-`, { text: last, frontMatter: readFrontMatter(last) })?.closed).toBe(false);
  });
});

describe('broken front matter', () => {
  it.each([
    ['a brace', 'findings:\n  T1: {value: gradual\n  T2: {value: other}\n', 'A “}” is missing above this line'],
    ['a bracket', 'frameworks: [a, b\ntitle: x\n', 'A “]” is missing above this line'],
    ['a comma', 'firm: {country: DK\n  founded: 1998}\n', 'A comma is missing here'],
    ['a comma between entries', 'sources: [{id: a}\n  {id: b}]\n', 'A comma is missing before this'],
    ['an indent', 'firm:\n    country: DK\n  founded: 1998\n', 'The indentation does not fit'],
    ['a quotation mark', 'title: "x\n', 'a quotation mark or a closing bracket is missing'],
  ])('says what is missing: %s', (_, fields, said) => {
    const { problems } = readFrontMatter(`---\ncase: one\n${fields}---\n`) ?? {};
    expect(problems?.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
  });
  it.each([
    ['a duplicated key', '---\ncase: one\n‹|case|›: two\n---\n', { case: 'one' }],
    ['an open bracket', '---\ncase: one\nframeworks: [a, b\n‹|t|›itle: x\n---\n', undefined],
    ['a tab', '---\ncase: one\nfirm:\n‹|\t|›country: DK\n---\n', undefined],
    ['a colon in a value', '---\ncase: one\ntitle: ‹|A|›cme: a case\n---\n', undefined],
    ['YAML that ends before its end', '---\ncase: one\n...\n‹|title: x|›\n---\n', { case: 'one' }],
    ['an anchor that does not exist', '---\ncase: one\ntitle: ‹|*star|›\n---\n', { case: 'one', title: null }],
  ])('says where %s is', (_, marked, expected) => {
    const text = marked.replace(/‹\||\|›/g, '');
    const frontMatter = readFrontMatter(text);
    expect(
      showRanges(
        text,
        (frontMatter?.problems ?? []).map((problem) => problem.span),
      ),
    ).toBe(marked);
    if (expected) expect(frontMatter?.root && plainValue(frontMatter.root)).toEqual(expected);
    expect(frontMatter?.root && plainValue(frontMatter.root)).toMatchObject({ case: 'one' });
  });

  it('does not unfold an alias bomb', () => {
    const layers = Array.from({ length: 30 }, (_, index) => `k${index + 1}: &k${index + 1} [*k${index}, *k${index}, *k${index}]`);
    const { problems } = readYaml(`k0: &k0 [x, x, x]\n${layers.join('\n')}\n`);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining('far too many values')]);
  });

  it('does not mistake a key for part of the language', () => {
    const { root } = readYaml('__proto__: {polluted: true}\nconstructor: x\n');
    const value = root && (plainValue(root) as object);
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is never too much', () => {
    const words = fc.constantFrom('case: one', 'a', ...YAML_PIECES);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { span } of readYaml(text).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('may use an anchor thousands of times', () => {
    expect(plainValue(readYaml(`a: &a x\nb: [${'*a, '.repeat(20_000)}]`).root!)).toMatchObject({ b: { length: 20_000 } });
  });
  it('gives an alias the last anchor of its name, also where an anchor holds aliases', () => {
    expect(plainValue(readYaml('a: &a 1\nb: &b [*a]\nc: &a 2\nd: [*a, *b]\n').root!)).toEqual({ a: 1, b: [1], c: 2, d: [2, [1]] });
  });
  it('may have a name from an anchor', () => {
    expect(plainValue(readYaml('a: &x b\n*x : c\n').root!)).toEqual({ a: 'b', b: 'c' });
  });
  it('says what is written, whatever a tag would make of it', () => {
    expect(plainValue(readYaml('a: !!timestamp 2011-12-01\nb: !!binary TWFu\nc: !!set {x, y}\n').root!)).toEqual({
      a: '2011-12-01',
      b: 'TWFu',
      c: { x: null, y: null },
    });
  });
  it('is cut before a key when it is far too long, whatever stands there', () => {
    const long = `case: x\nabstract: >\n  ${'w '.repeat(40)}\n${Array.from({ length: 5_000 }, (_, index) => `k${index}: ${'x'.repeat(60)}\n`).join('')}`;
    const { root, problems } = readYaml(long);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('too long')]);
    expect(long.slice(problems[0]?.span.start)).toMatch(/^k\d+: /);
    expect(root?.kind === 'map' && root.entries.length).toBeGreaterThan(4_000);
  });
  it('may be nested without end', () => {
    expect(readYaml('['.repeat(20_000)).problems.length).toBeGreaterThan(0);
  });
});
