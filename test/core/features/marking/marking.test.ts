import { describe, expect, it } from 'vitest';
import type { MarkingAction, RefusedMarking } from '../../../../server/src/core/features/marking/marking-action.ts';
import { markActions, markingOffer, type MarkingOffer } from '../../../../server/src/core/features/marking/marking-actions.ts';
import { createMarkdownParsers } from '../../../../server/src/core/syntax/markdown-parser.ts';
import { applyEdits } from '../../../../server/src/core/text/text-edit.ts';
import type { CaseAnalysis } from '../../../../server/src/core/workspace/case-analysis.ts';
import { fillSnippet, SMALL_PACK, SMALL_STUDY } from '../../../support/features.ts';
import { readMarkers } from '../../../support/marked-text.ts';
import { analyse } from '../../../support/workspace.ts';

const parsers = createMarkdownParsers();
const FRONT_MATTER = '---\ncase: x\nsources:\n  - {id: a, kind: interview}\n  - {id: b, kind: documentation}\n---\n\n';

interface Asked extends MarkingOffer {
  readonly analysis: CaseAnalysis;
  readonly actions: readonly (MarkingAction | RefusedMarking)[];
}

/** What is offered for the body of a case, in which `‹|…|›` is selected or the cursor stands at `<|>`. */
async function ask(body: string, beside: Readonly<Record<string, string>> = SMALL_STUDY): Promise<Asked> {
  const { text, cursor, ranges } = readMarkers(body.includes('\r\n') ? FRONT_MATTER.replaceAll('\n', '\r\n') + body : FRONT_MATTER + body);
  const selection = ranges[0] ?? { start: cursor, end: cursor };
  const analysis = await analyse(text, beside);
  return { analysis, ...markingOffer(analysis, selection, parsers), actions: markActions(analysis, selection, parsers) };
}

type Rows = readonly (readonly [body: string, expected: string | undefined])[];

/** Does what is called so, in each body. It then is as expected; or, with undefined, nothing of that name can be done there. */
function check(title: RegExp, rows: Rows): () => Promise<void> {
  return async () => {
    for (const [body, expected] of rows) {
      const { analysis, choices, actions } = await ask(body);
      const found = [...choices, ...actions].find((action) => title.test(action.title));
      const after = found && 'edits' in found ? applyEdits(analysis.text, found.edits).slice(analysis.model.bodyStart).replace(/^\s+/, '') : undefined;
      expect(after, body).toBe(expected);
    }
  };
}

const MARK = /^Mark .* A2,/;
const RIVAL = /^Change stance on A2 to “rival”/;
const NO_STANCE = /^Change stance on A2 to none/;
const REMOVE = /^Remove the mark A2/;

describe('marking what is selected', () => {
  it(
    'puts brackets around the words, however they were selected',
    check(MARK, [
      ['They ‹|met a friend|› there.\n', 'They :A2[met a friend] there.\n'],
      ['They‹| met a friend |›there.\n', 'They :A2[met a friend] there.\n'],
      ['They m‹|et a fri|›end there.\n', 'They :A2[met a friend] there.\n'],
      ['‹|They met a friend there.\n|›\nMore.\n', ':A2[They met a friend there.]\n\nMore.\n'],
    ]),
  );
  it(
    'breaks no emphasis, link, code, citation, bracket or other mark in half',
    check(MARK, [
      ['They *met ‹|a friend* there|›.\n', 'They :A2[*met a friend* there].\n'],
      ['They *met ‹|a friend|›* there.\n', 'They *met :A2[a friend]* there.\n'],
      ['See [the ‹|site](http://a.dk) of|› it.\n', 'See :A2[[the site](http://a.dk) of] it.\n'],
      ['See [the ‹|site|›](http://a.dk) of it.\n', 'See [the :A2[site]](http://a.dk) of it.\n'],
      ['Run `the ‹|code` now|›.\n', 'Run :A2[`the code` now].\n'],
      ['They ‹|met [@a|›, p. 3; @b].\n', 'They :A2[met [@a, p. 3; @b]].\n'],
      ['They ‹|met [a|› friend].\n', 'They :A2[met [a friend]].\n'],
      ['They :A1[met ‹|a friend]{supports} there|›.\n', 'They :A2[:A1[met a friend]{supports} there].\n'],
      ['It :A1[met ‹|a friend|› there].\n', 'It :A1[met :A2[a friend] there].\n'],
    ]),
  );
  it(
    'tags the paragraph where brackets in it have no partner, and the one at the cursor',
    check(MARK, [
      ['They ‹|met] a|› friend.\n', 'They met] a friend. :A2\n'],
      ['They met <|>a friend.\n', 'They met a friend. :A2\n'],
      ['- They met <|>a friend.\n- Others\n', '- They met a friend. :A2\n- Others\n'],
    ]),
  );
  it(
    'tags the section at a heading',
    check(MARK, [
      ['## The <|>firm\n\nText.\n', '## The firm :A2\n\nText.\n'],
      ['## ‹|The firm|› ##\n\nText.\n', '## The firm :A2 ##\n\nText.\n'],
    ]),
  );
  it(
    'puts lines of colons around whole blocks, more of them than blocks in it have',
    check(MARK, [
      ['‹|One.\n\nTwo.|›\n\nThree.\n', ':::A2\nOne.\n\nTwo.\n:::\n\nThree.\n'],
      ['‹|- one\n- two|›', ':::A2\n- one\n- two\n:::'],
      ['‹|One.\n\n:::A1\nTwo.\n:::|›\n', '::::A2\nOne.\n\n:::A1\nTwo.\n:::\n::::\n'],
      ['> ‹|One.\n>\n> Two.|›\n', '> :::A2\n> One.\n>\n> Two.\n> :::\n'],
      ['‹|| a | b |\n|---|---|\n| c | d ||›\n', ':::A2\n| a | b |\n|---|---|\n| c | d |\n:::\n'],
    ]),
  );
  it('leaves headings outside', check(MARK, [['‹|One.\n\n## Two\n\nThree.|›\n', ':::A2\nOne.\n:::\n\n## Two\n\n:::A2\nThree.\n:::\n']]));
  it(
    'marks what is selected of each paragraph, and of each item of a list',
    check(MARK, [
      ['One ‹|more.\n\nTwo|› more.\n', 'One :A2[more.]\n\n:A2[Two] more.\n'],
      ['- one\n‹|- two\n- three|›\n- four\n', '- one\n- :A2[two]\n- :A2[three]\n- four\n'],
      [':::A1\n‹|One.\n\nTwo.|›\n:::\n', ':::A1\n:A2[One.]\n\n:A2[Two.]\n:::\n'],
    ]),
  );
  it('stays in the cell of a table', check(MARK, [['| a | b |\n|---|---|\n| c | ‹|d d|› |\n', '| a | b |\n|---|---|\n| c | :A2[d d] |\n']]));
  it('keeps the line ends of the file', check(MARK, [['‹|One.\r\n\r\nTwo.|›\r\n', ':::A2\r\nOne.\r\n\r\nTwo.\r\n:::\r\n']]));
  it(
    'offers nothing where there is no text to mark',
    check(MARK, [
      ['```\n‹|code|›\n```\n', undefined],
      ['One.\n\n<|>\n\nTwo.\n', undefined],
      ['‹|***|›\n', undefined],
      ['One :A2[‹|two|›].\n', undefined],
    ]),
  );
  it(
    'offers an item only once for a section',
    check(MARK, [
      ['## Net<|>works\n\nOne.\n', undefined],
      ['## The <|>firm :A2\n\nOne.\n', undefined],
      ['## Networks\n\n### The <|>firm\n\nOne.\n', '## Networks\n\n### The firm :A2\n\nOne.\n'],
    ]),
  );
  it('offers an item again for more than what is marked with it', check(MARK, [['‹|One :A2[two]|›.\n', ':A2[One :A2[two]].\n']]));
});

describe('where nothing can be marked, its author is told why', () => {
  const NO_WORDS = 'There are no words to mark here';
  it.each([
    ['in code', '```\n‹|code|›\n```\n', NO_WORDS],
    ['between paragraphs', 'One.\n\n<|>\n\nTwo.\n', NO_WORDS],
    ['in a comment', '‹|<!-- Later. -->|›\n', NO_WORDS],
    ['into a table that begins in a paragraph', '> ‹|quoted\n| a ||› b |\n|---|---|\n| c | d |\n', 'A mark around exactly this'],
    ['in what is marked with every item', ':A1[:A2[:A3[‹|one|›]]]\n', 'This text is marked with every item'],
    ['in far too much', `‹|${'Words of one paragraph.\n\n'.repeat(4000)}|›`, 'This is too much'],
  ])('%s', async (_where, body, beginning) => {
    const { choices, refusal } = await ask(body);
    expect(choices).toEqual([]);
    expect(refusal).toContain(beginning);
  });
  it('in front matter, and where the case has no item', async () => {
    const analysis = await analyse(FRONT_MATTER, SMALL_STUDY);
    expect(markingOffer(analysis, { start: 5, end: 9 }, parsers).refusal).toMatch(/^The front matter describes the case/);
    expect((await ask('‹|One|›\n', {})).refusal).toMatch(/^This case uses no framework/);
    const shared = {
      'casewright.yaml': 'frameworks: [./small.yaml, ./other.yaml]\n',
      'small.yaml': SMALL_PACK,
      'other.yaml': SMALL_PACK.replace('id: small', 'id: other'),
    };
    expect((await ask('‹|One|›\n', shared)).refusal).toMatch(/^Two frameworks of this case use the same ids/);
  });
  it('of a mark that cannot be taken away', async () => {
    const { actions } = await ask(':A2[- t<|>wo]\n');
    expect(actions.at(-1)).toEqual({ title: 'Remove the mark A2 and keep its text', reason: expect.stringMatching(/^Without its mark/) as string });
  });
});

describe('a heading that marks its section by what it is called', () => {
  it(
    'says by a tag how the section bears on the item',
    check(RIVAL, [
      ['## Net<|>works\n\nOne.\n', '## Networks :A2{rival}\n\nOne.\n'],
      ['## ‹|2. networks: ##\n|›\nOne.\n', '## 2. networks: :A2{rival} ##\n\nOne.\n'],
      ['Net<|>works\n---\n\nOne.\n', 'Networks :A2{rival}\n---\n\nOne.\n'],
      ['## Net<|>works :A2{supports}\n', '## Networks :A2{rival}\n'],
    ]),
  );
  it(
    'marks nothing when it is called something else',
    check(REMOVE, [
      ['## Net<|>works\n\nOne.\n', '## Networks (not A2)\n\nOne.\n'],
      ['Net<|>works\r\n---\r\n\r\nOne.\r\n', 'Networks (not A2)\r\n---\r\n\r\nOne.\r\n'],
      ['## Net<|>works :A2{supports}\n', '## Networks\n'],
    ]),
  );
  it('has its new name typed in', async () => {
    expect((await ask('## Net<|>works\n')).actions.at(-1)).toMatchObject({ snippets: [{ newText: ' ${1:(not A2)}' }] });
  });
  it(
    'is left alone where it stands in a quotation, and in the text below it',
    check(REMOVE, [
      ['> ## Net<|>works\n', undefined],
      ['## Networks\n\nO<|>ne.\n', undefined],
    ]),
  );
});

describe('what is offered to mark a selection with', () => {
  /** The ids of the items offered, in order. */
  const order = async (body: string): Promise<string> => (await ask(body)).choices.map(({ title }) => /(A\d),/.exec(title)?.[1]).join(' ');

  it('is first what its words hint at, then what the section is about, then what the case lacks', async () => {
    expect(await order('‹|They sold abroad from inception.|›\n')).toBe('A1 A2 A3');
    expect(await order('They had ‹|networks of friends|›.\n')).toBe('A2 A1 A3');
    expect(await order('## Performance\n\nThey ‹|sold|› more.\n')).toBe('A3 A1 A2');
    expect(await order(`:A1[${'word '.repeat(50)}]\n\nThey ‹|sold|› more.\n`)).toBe('A2 A3 A1');
  });
  it('asks for stance and source, and for no source where one is cited', async () => {
    const filled = async (body: string): Promise<string> => {
      const asked = await ask(body);
      const snippets = (asked.choices[0]?.snippets ?? []).map((edit) => ({ ...edit, newText: fillSnippet(edit.newText, '=') }));
      return applyEdits(asked.analysis.text, snippets).slice(FRONT_MATTER.length);
    };
    expect(await filled('They ‹|met|› her.\n')).toBe('They :A1[met]{supports src=source} her.\n');
    expect(await filled('They ‹|met [@a]|› her.\n')).toBe('They :A1[met [@a]]{supports} her.\n');
    expect(await filled('- ‹|one\n- two|›\n- three\n')).toBe('- :A1[one]{supports src=source}\n- :A1[two]{= src==}\n- three\n');
  });
});

describe('the stance of a mark', () => {
  it(
    'is put in, and put in the place of another one',
    check(RIVAL, [
      ['One :A2[t<|>wo].\n', 'One :A2[two]{rival}.\n'],
      ['One :A2[t<|>wo]{supports}.\n', 'One :A2[two]{rival}.\n'],
      ['One :A2[t<|>wo]{src=a}.\n', 'One :A2[two]{rival src=a}.\n'],
      ['One :A2[t<|>wo]{}.\n', 'One :A2[two]{rival}.\n'],
      [':::A2{supports}\nO<|>ne.\n:::\n', ':::A2{rival}\nOne.\n:::\n'],
      ['## T<|>wo :A2\n', '## Two :A2{rival}\n'],
      ['One :A<|>2\n', 'One :A2{rival}\n'],
      ['One.\n\n::A2<|>\n', 'One.\n\n::A2{rival}\n'],
    ]),
  );
  it(
    'is taken away, and braces that hold nothing else with it',
    check(NO_STANCE, [
      ['One :A2[t<|>wo]{supports}.\n', 'One :A2[two].\n'],
      ['One :A2[t<|>wo]{supports src=a rival}.\n', 'One :A2[two]{src=a}.\n'],
    ]),
  );
  it('is not offered as what it is already', check(RIVAL, [['One :A2[t<|>wo]{rival}.\n', undefined]]));
  it(
    'is not offered where there is no mark',
    check(/^Change stance/, [
      ['O<|>ne :A2[two]{rival}.\n', undefined],
      ['One :B2[t<|>wo].\n', undefined],
    ]),
  );
});

describe('removing a mark', () => {
  it(
    'leaves its text and its citations',
    check(REMOVE, [
      ['One :A2[t<|>wo [@a]]{supports src=b}.\n', 'One two [@a].\n'],
      ['One :A1[x :A2[t<|>wo] y].\n', 'One :A1[x two y].\n'],
      ['One :A<|>2.\n', 'One.\n'],
      [':A<|>2 One.\n', 'One.\n'],
      ['## T<|>wo :A2 ##\n', '## Two ##\n'],
      ['One.\n\n::A2<|>\n\nTwo.\n', 'One.\n\n\nTwo.\n'],
      [':::A2{supports}\nO<|>ne.\n:::\n\nTwo.\n', 'One.\n\nTwo.\n'],
      ['- a\n\n  :::A2\n  O<|>ne.\n  :::\n', '- a\n\n  One.\n'],
    ]),
  );
  it('keeps blocks apart', check(REMOVE, [['One.\n:::A2\nT<|>wo.\n:::\nThree.\n', 'One.\n\nTwo.\n\nThree.\n']]));
  it('is not offered where the text would then be something else', check(REMOVE, [[':A2[- t<|>wo]\n', undefined]]));
});
