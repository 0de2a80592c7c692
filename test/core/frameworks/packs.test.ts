import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFrameworkSet } from '../../../server/src/core/frameworks/framework-set.ts';
import { loadPack } from '../../../server/src/core/frameworks/load-pack.ts';
import { LineIndex } from '../../../server/src/core/text/line-index.ts';
import { showRanges } from '../../support/marked-text.ts';
import { PROJECT_ROOT } from '../../support/workspace.ts';

const HEAD = 'id: own\ntitle: Own\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\n';

/** Checks where the problems of a pack stand, and what they say. */
function check(marked: string, ...messages: string[]): void {
  const text = marked.replace(/‹\||\|›/g, '');
  const { pack, problems } = loadPack('file:///own.yaml', text);
  expect(
    showRanges(
      text,
      problems.map((problem) => problem.span),
    ),
  ).toBe(marked);
  expect(problems.map((problem) => problem.message)).toEqual(messages.map((message) => expect.stringContaining(message)));
  expect(pack === undefined).toBe(messages.length > 0);
}

describe('a framework pack', () => {
  it('needs little', () => {
    check(`${HEAD}items:\n  - {id: X1, label: One, statement: S, at: p. 1}\n`);
  });
  it('may give a value’s meaning and a prediction’s reason', () => {
    const { pack } = loadPack(
      'file:///own.yaml',
      `${HEAD}perspectives: [{id: a, label: A}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1, values: [yes-so, {id: not-so, means: M}], predictions: {a: {value: not-so, because: B}}}\n`,
    );
    expect(pack?.items[0]).toMatchObject({
      values: [
        { id: 'yes-so', means: undefined },
        { id: 'not-so', means: 'M' },
      ],
      predictions: { a: { value: 'not-so', because: 'B' } },
    });
  });
});

describe('a bad pack is reported at the offending line', () => {
  it('when a key is misspelt', () => {
    check(`${HEAD}items:\n  - {id: X1, label: One, statement: S, at: p. 1, ‹|question|›: [Q]}\n`, 'Did you mean “questions”?');
  });
  it('when something is missing', () => {
    check(`${HEAD}items:\n  - {‹|id|›: X1, label: One, at: p. 1}\n`, '“items.statement” is missing');
  });
  it('when two items have one id', () => {
    check(`${HEAD}items:\n  - {id: X1, label: One, statement: S, at: p. 1}\n  - {id: ‹|X1|›, label: Two, statement: S, at: p. 1}\n`, 'already taken');
  });
  it('when a heading could stand for two items', () => {
    check(`${HEAD}items:\n  - {id: X1, label: One, statement: S, at: p. 1}\n  - {id: X2, label: ‹|ONE.|›, statement: S, at: p. 1}\n`, 'X1 as well as for X2');
  });
  it('when an alias is another item’s label', () => {
    check(
      `${HEAD}items:\n  - {id: X1, label: One, statement: S, at: p. 1}\n  - {id: X2, label: Two, aliases: [Second, ‹|one|›], statement: S, at: p. 1}\n`,
      'X1 as well as for X2',
    );
  });
  it('when a prediction is no value that a finding could take', () => {
    check(
      `${HEAD}perspectives: [{id: a, label: A}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1, values: [x], predictions: {a: ‹|y|›}}\n`,
      '“y” is predicted for X1',
    );
  });
  it('when a perspective or a parent does not exist', () => {
    check(
      `${HEAD}items:\n  - {id: X1, parent: ‹|X9|›, label: One, statement: S, at: p. 1, values: [x], predictions: {b: ‹|x|›}}\n`,
      'no item “X9”',
      'no perspective “b”',
    );
  });
  it('when an item is a part of itself', () => {
    check(`${HEAD}items:\n  - {id: X1, parent: ‹|X1|›, label: One, statement: S, at: p. 1}\n`, 'part of itself');
  });
  it('when an item has a trait, or a trait a value, that the pack does not name', () => {
    const traits = 'traits: [{id: form, label: Form, values: [{id: tacit, label: Tacit}, {id: explicit, label: Explicit}]}]\n';
    check(
      `${HEAD}${traits}items:\n  - {id: X1, label: One, statement: S, at: p. 1, traits: {form: ‹|open|›, holder: ‹|managers|›}}\n`,
      '“open” is not among the values of the trait “form”',
      'no trait “holder”',
    );
  });
  it('when an arrow begins or ends at no item', () => {
    check(
      `${HEAD}links: [{from: X1, to: ‹|X2|›, kind: influences, at: Fig. 1}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1}\n`,
      'no item “X2” for this arrow to end at',
    );
  });
  it('when an arrow ends where it begins', () => {
    check(
      `${HEAD}links: [{from: X1, to: ‹|X1|›, kind: influences, at: Fig. 1}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1}\n`,
      'end where it begins',
    );
  });
  it('when two perspectives, traits or values have one id', () => {
    const perspectives = 'perspectives: [{id: a, label: A}, ‹|{id: a, label: B}|›]\n';
    const traits = 'traits: [{id: form, label: Form, values: [{id: open, label: O}, ‹|{id: open, label: P}|›]}]\n';
    check(
      `${HEAD}${perspectives}${traits}items:\n  - {id: X1, label: One, statement: S, at: p. 1, values: [x, ‹|x|›]}\n`,
      '“a” is already taken by another perspective',
      '“open” is already taken by another value of the trait “form”',
      '“x” is already taken by another value of X1',
    );
  });
  it('when a trait leaves nothing to choose', () => {
    check(
      `${HEAD}traits: [{id: form, label: Form, values: ‹|[{id: open, label: O}]|›}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1}\n`,
      'must be a list of two values or more, not a list with one entry',
    );
  });
  it('when it is not YAML', () => {
    const { pack, problems } = loadPack('file:///own.yaml', '{{{ not yaml');
    expect(pack).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
  it('when it is something else altogether', () => {
    check('‹|Just a sentence.|›', 'should hold a framework');
    expect(loadPack('file:///own.yaml', '').problems).toHaveLength(1);
  });
});

describe('the frameworks that ship', () => {
  const folder = path.join(PROJECT_ROOT, 'frameworks');
  const packs = readdirSync(folder).map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, ...loadPack(`file:///${name}`, text) };
  });

  it.each(packs)('$name loads, and is named like its id', ({ name, text, pack, problems }) => {
    const lines = new LineIndex(text);
    expect(problems.map(({ span, message }) => `${name}:${lines.positionAt(span.start).line + 1}: ${message}`)).toEqual([]);
    expect(`${pack?.id}.yaml`).toBe(name);
  });

  it.each(packs)('$name teaches every item: three questions and five cues at least, no single value; a group asks two questions', ({ pack }) => {
    const items = pack?.items ?? [];
    const groups = new Set(items.map(({ parent }) => parent));
    const tooLittle = items.filter(({ id, questions, cues, values }) =>
      groups.has(id) ? questions.length < 2 : questions.length < 3 || cues.length < 5 || values.length === 1,
    );
    expect(tooLittle.map(({ id, questions, cues, values }) => `${id}: ${questions.length} questions, ${cues.length} cues, ${values.length} values`)).toEqual(
      [],
    );
  });

  it('can be used together: no id, label or alias stands for two items', () => {
    const frameworks = packs.flatMap(({ pack, name }) => (pack ? [{ ...pack, uri: name }] : []));
    const { ambiguities } = createFrameworkSet(frameworks);
    expect(ambiguities.map(({ name, items }) => `“${name}”: ${items.map(({ item, framework }) => `${framework.id} ${item.id}`).join(', ')}`)).toEqual([]);
  });

  it('hold seven themes with what five theories predict, and seven propositions', () => {
    const byId = new Map(packs.map(({ pack }) => [pack?.id, pack]));
    const themes = byId.get('policy-themes');
    expect(themes?.items.map((item) => item.id)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']);
    // Table 1 of Wright, Westhead & Ucbasaran (2007) leaves two of its 35 cells empty.
    expect(themes?.perspectives).toHaveLength(5);
    expect(themes?.items.map((item) => Object.keys(item.predictions).length)).toEqual([5, 5, 5, 4, 4, 5, 5]);
    expect(themes?.conditions.map((condition) => [condition.id, Object.keys(condition.predictions).length])).toEqual([
      ['sector', 5],
      ['tradability', 5],
    ]);
    expect(byId.get('internationalization-capacity')?.items.map((item) => item.id)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7']);
  });
});
