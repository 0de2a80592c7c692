import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { readByLibrary } from '../../../server/src/core/syntax/yaml-by-library.ts';
import { plainValue } from '../../../server/src/core/syntax/yaml-node.ts';
import { readQuickly } from '../../../server/src/core/syntax/yaml-quick.ts';
import { PROJECT_ROOT } from '../../support/workspace.ts';
import { mutationsOf, yamlTexts } from '../../support/yaml-texts.ts';

/** Where the YAML of the properties is said to stand. */
const OFFSET = 7;

/** Whether a text is read quickly. If so, it must be read as the library reads it: the same values at the same places, and no problem. */
function isReadQuickly(given: string): boolean {
  const text = given.replace(/\r(?!\n)/g, '\n');
  const root = readQuickly(text, OFFSET);
  if (root) expect({ root, problems: [] }).toEqual(readByLibrary(text, OFFSET));
  return root !== undefined;
}

/** Checks that what authors write is read quickly, as what. */
function check(text: string, expected: unknown): void {
  expect(isReadQuickly(text)).toBe(true);
  expect(plainValue(readQuickly(text, 0)!)).toEqual(expected);
}

/** The texts of all files of a kind in folders of the project. */
function textsIn(folders: readonly string[], ending: string): string[] {
  return folders.flatMap((folder) => {
    const files = readdirSync(path.join(PROJECT_ROOT, folder)).filter((name) => name.endsWith(ending));
    return files.map((name) => readFileSync(path.join(PROJECT_ROOT, folder, name), 'utf8'));
  });
}

/** The YAML of a case. */
function frontMatterOf(text: string): string {
  const { start, end } = readFrontMatter(text)?.content ?? { start: 0, end: 0 };
  return text.slice(start, end);
}

const frontMatters = textsIn(['examples/danish-smes', 'examples/estonian-globalizers'], '.md').map(frontMatterOf);
/** The library takes long for whole packs. */
const beginnings = textsIn(['frameworks', 'templates'], '.yaml').map((text) => text.split('\n').slice(0, 40).join('\n'));

describe('reading YAML quickly', () => {
  it('is how the front matter of every example is read', () => {
    expect(frontMatters).toHaveLength(17);
    expect(frontMatters.map(isReadQuickly)).not.toContain(false);
  });

  it('knows keys, lists and groups, by indentation and in brackets', () => {
    check('case: one\nfirm:\n  country: DK\n  city: Vejle\n', { case: 'one', firm: { country: 'DK', city: 'Vejle' } });
    check('frameworks: [a, "b, c"]\nfirm: {country: DK, founded: 1998}\n', { frameworks: ['a', 'b, c'], firm: { country: 'DK', founded: 1998 } });
    check('sources:\n- id: a\n  kind: interview\n- {id: b,\n   kind: web}\n', {
      sources: [
        { id: 'a', kind: 'interview' },
        { id: 'b', kind: 'web' },
      ],
    });
  });
  it('knows numbers, truth and nothing; dates and country codes are text', () => {
    check('a: 2011\nb: 0.9\nc: true\nd:\ne: 2011-12-01\nf: NO\ng: ~\n', { a: 2011, b: 0.9, c: true, d: null, e: '2011-12-01', f: 'NO', g: null });
  });
  it('knows both kinds of quotation marks', () => {
    check(`a: "x: \\"y\\" # z"\nb: 'it''s'\n`, { a: 'x: "y" # z', b: "it's" });
  });
  it('knows comments and Windows line ends', () => {
    check('# a new case\r\ncase: one # its name\r\n\r\n  # more\r\ntitle: x\r\n', { case: 'one', title: 'x' });
  });
  it('knows a new case, whose fields are still empty', () => {
    check('case: one\nfirm:\n  country: # Home country\n  locations:\n    # - {city: Vejle}\nsources: # Where it comes from\n', {
      case: 'one',
      firm: { country: null, locations: null },
      sources: null,
    });
  });
  it('knows entries that are being written between brackets', () => {
    check('sources: [{id: a, kin}, {id: b, kind:}, {id: c, kind: , }, {}]\n', {
      sources: [{ id: 'a', kin: null }, { id: 'b', kind: null }, { id: 'c', kind: null }, {}],
    });
  });
  it.each([
    ['an anchor', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !date 2011\n'],
    ['a text over several lines', 'a: one\n  two\n'],
    ['a block of text', 'a: |\n  one\n'],
    ['a tab', 'a:\tone\n'],
    ['a key given twice', 'a: 1\na: 2\n'],
    ['a key without a colon', 'a: 1\nb\n'],
    ['an indentation that fits nothing', 'a:\n    b: 1\n  c: 2\n'],
    ['an open bracket', 'a: [b\nc: 1\n'],
    ['an open quotation mark', 'a: "b\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
  ])('leaves the text to the library at %s', (_, text) => {
    expect(readQuickly(text, 0)).toBeUndefined();
  });

  it('takes for numbers what the library takes for numbers', () => {
    const unit = fc.constantFrom(...Array.from('+-..00179eExoaAfFiInN~'));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), (scalar) => {
        isReadQuickly(`a: ${scalar}\nb: [${scalar}]\n`);
      }),
      { numRuns: 2000 },
    );
  });
  it('gives what the library gives, whatever the YAML', () => {
    let quick = 0;
    fc.assert(
      fc.property(yamlTexts, (text) => {
        if (isReadQuickly(text)) quick += 1;
      }),
      { numRuns: 2000 },
    );
    expect(quick).toBeGreaterThan(300);
  });
  it('gives what the library gives, however YAML is broken', () => {
    fc.assert(
      fc.property(fc.oneof(mutationsOf(yamlTexts), mutationsOf(fc.constantFrom(...frontMatters, ...beginnings))), (text) => {
        isReadQuickly(text);
      }),
      { numRuns: 3000 },
    );
  });
});
