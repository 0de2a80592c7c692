import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import form from '../../../server/src/core/model/front-matter.form.json';
import { frontMatterSchema } from '../../../server/src/core/model/front-matter-schema.ts';
import { fitsForm } from '../../../server/src/core/syntax/fits-form.ts';
import { readYaml } from '../../../server/src/core/syntax/read-yaml.ts';
import { validate } from '../../../server/src/core/syntax/validate.ts';
import type { YamlNode } from '../../../server/src/core/syntax/yaml-node.ts';
import { filesIn } from '../../docs/files.ts';

/*
 * Front matter is compared with a form that needs no library, and only what does not fit it with the schema, which says
 * what is wrong. The two must never disagree.
 */

const nowhere = { start: 0, end: 0 };
const examples = filesIn('examples', '.md').flatMap(({ text }) => readYaml(/^---\n(case:.*?)^---$/ms.exec(text)?.[1] ?? '').root ?? []);

function check(node: YamlNode): void {
  const { violations } = validate(node, frontMatterSchema());
  expect(fitsForm(node, form), violations[0]?.message).toBe(violations.length === 0);
}

/** Values of every kind, many of them right somewhere. */
const scalar = fc.oneof(
  fc.constantFrom(
    'DK',
    'dk',
    '2011',
    '2011-12',
    '2011-12-01',
    '2011-13-1x',
    '48.2 %',
    '−3,5%',
    'interview',
    'Interview',
    'supported',
    'equity',
    'micro',
    'born-global',
    '',
  ),
  fc.constantFrom(0, 1, 0.5, -1, 1.0001, 999, 1000, 2011, 2011.5, 2999, 3000, 2 ** 53, NaN, Infinity, true, false, null),
  fc.string({ unit: 'binary' }),
  fc.double(),
);
const keyWord = fc.constantFrom(
  'case',
  'title',
  'firm',
  'country',
  'founded',
  'year',
  'share',
  'id',
  'kind',
  'parts',
  'constructor',
  '__proto__',
  'description',
  'tags',
  'unknown',
);
const { node } = fc.letrec<{ node: YamlNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    scalar.map((value): YamlNode => ({ kind: 'scalar', value, span: nowhere })),
    fc.array(tie('node'), { maxLength: 3 }).map((items): YamlNode => ({ kind: 'seq', items, span: nowhere, flow: true })),
    fc.uniqueArray(fc.tuple(keyWord, tie('node')), { maxLength: 4, selector: ([key]) => key }).map((entries): YamlNode => {
      return { kind: 'map', entries: entries.map(([key, value]) => ({ key, keySpan: nowhere, value })), span: nowhere, flow: true };
    }),
  ),
}));

/** The same value with one place in it replaced, or a key there renamed; `way` says which. */
function changed(whole: YamlNode, way: readonly number[], other: YamlNode, key: string | undefined): YamlNode {
  const [step = 0, ...rest] = way;
  if (way.length === 0 || whole.kind === 'scalar') return other;
  if (whole.kind === 'seq')
    return { ...whole, items: whole.items.map((item, index) => (index === step % whole.items.length ? changed(item, rest, other, key) : item)) };
  const at = step % Math.max(1, whole.entries.length);
  const isLast = rest.length === 0;
  return {
    ...whole,
    entries: whole.entries.flatMap((entry, index) => {
      if (index !== at) return isLast && entry.key === key ? [] : [entry];
      return isLast && key !== undefined ? [{ ...entry, key }] : [{ ...entry, value: changed(entry.value, rest, other, key) }];
    }),
  };
}

describe('front matter that fits its form', () => {
  it('is that of the examples', () => {
    expect(examples.length).toBeGreaterThan(15);
    for (const example of examples) {
      expect(fitsForm(example, form)).toBe(true);
      check(example);
    }
  });
  it('has nothing that the schema would complain of, and the other way round', () => {
    fc.assert(fc.property(node, check), { numRuns: 2000 });
  });
  it('has nothing that the schema would complain of after any change to an example', () => {
    const way = fc.array(fc.nat(12), { minLength: 1, maxLength: 5 });
    const change = fc.tuple(fc.constantFrom(...examples), way, node, fc.option(keyWord, { nil: undefined }));
    fc.assert(
      fc.property(change, (given) => {
        check(changed(...given));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the form of front matter', () => {
  it('says nothing that is not looked at', () => {
    const known = new Set(['type', 'anyOf', 'enum', 'pattern', 'minimum', 'maximum', 'items', 'properties', 'required', 'additionalProperties']);
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [word, value] of Object.entries(part)) {
        expect(known).toContain(word);
        if (word === 'properties') Object.values(value as object).forEach(visit);
        else if (word === 'anyOf') (value as unknown[]).forEach(visit);
        else if (word === 'items' || word === 'additionalProperties') visit(value);
      }
      if ('anyOf' in part) expect(Object.keys(part)).toEqual(['anyOf']);
    };
    visit(form);
  });
});
