import { describe, expect, it } from 'vitest';
import { markActions, markingChoices, type MarkingAction } from '../../../../server/src/core/features/marking/marking-actions.ts';
import { createMarkdownParsers } from '../../../../server/src/core/syntax/markdown-parser.ts';
import { applyEdits } from '../../../../server/src/core/text/text-edit.ts';
import type { CaseAnalysis } from '../../../../server/src/core/workspace/case-analysis.ts';
import { fillSnippet, SMALL_STUDY } from '../../../support/features.ts';
import { readMarkers } from '../../../support/marked-text.ts';
import { analyse } from '../../../support/workspace.ts';

const parsers = createMarkdownParsers();
const FRONT_MATTER = '---\ncase: x\nsources:\n  - {id: a, kind: interview}\n  - {id: b, kind: documentation}\n---\n\n';

interface Asked {
  readonly analysis: CaseAnalysis;
  readonly choices: readonly MarkingAction[];
  readonly actions: readonly MarkingAction[];
}

/** What is offered for the body of a case, in which `‹|…|›` is selected or the cursor stands at `<|>`. */
async function ask(body: string): Promise<Asked> {
  const { text, cursor, ranges } = readMarkers(body.includes('\r\n') ? FRONT_MATTER.replaceAll('\n', '\r\n') + body : FRONT_MATTER + body);
  const selection = ranges[0] ?? { start: cursor, end: cursor };
  const analysis = await analyse(text, SMALL_STUDY);
  return { analysis, choices: markingChoices(analysis, selection, parsers), actions: markActions(analysis, selection, parsers) };
}

/** The body after an action; undefined where it is not offered. */
function bodyAfter({ analysis }: Asked, action: MarkingAction | undefined): string | undefined {
  return action && applyEdits(analysis.text, action.edits).slice(analysis.model.bodyStart).replace(/^\s+/, '');
}

/** Marks what is selected as being about the item A2. */
async function checkMarked(body: string, expected: string | undefined): Promise<void> {
  const asked = await ask(body);
  expect(
    bodyAfter(
      asked,
      asked.choices.find(({ title }) => title.includes(' A2,')),
    ),
  ).toBe(expected);
}

/** Does what begins with these words to the mark at the cursor. */
async function checkAction(title: string, body: string, expected: string | undefined): Promise<void> {
  const asked = await ask(body);
  expect(
    bodyAfter(
      asked,
      asked.actions.find((action) => action.title.startsWith(title)),
    ),
  ).toBe(expected);
}

describe('marking what is selected', () => {
  it('puts brackets around the words, however they were selected', async () => {
    await checkMarked('They ‹|met a friend|› there.\n', 'They :A2[met a friend] there.\n');
    await checkMarked('They‹| met a friend |›there.\n', 'They :A2[met a friend] there.\n');
    await checkMarked('They m‹|et a fri|›end there.\n', 'They :A2[met a friend] there.\n');
    await checkMarked('‹|They met a friend there.\n|›\nMore.\n', ':A2[They met a friend there.]\n\nMore.\n');
  });
  it('breaks no emphasis, link, code, citation, bracket or other mark in half', async () => {
    await checkMarked('They *met ‹|a friend* there|›.\n', 'They :A2[*met a friend* there].\n');
    await checkMarked('They *met ‹|a friend|›* there.\n', 'They *met :A2[a friend]* there.\n');
    await checkMarked('See [the ‹|site](http://a.dk) of|› it.\n', 'See :A2[[the site](http://a.dk) of] it.\n');
    await checkMarked('See [the ‹|site|›](http://a.dk) of it.\n', 'See [the :A2[site]](http://a.dk) of it.\n');
    await checkMarked('Run `the ‹|code` now|›.\n', 'Run :A2[`the code` now].\n');
    await checkMarked('They ‹|met [@a|›, p. 3; @b].\n', 'They :A2[met [@a, p. 3; @b]].\n');
    await checkMarked('They ‹|met [a|› friend].\n', 'They :A2[met [a friend]].\n');
    await checkMarked('They :A1[met ‹|a friend]{supports} there|›.\n', 'They :A2[:A1[met a friend]{supports} there].\n');
    await checkMarked('It :A1[met ‹|a friend|› there].\n', 'It :A1[met :A2[a friend] there].\n');
  });
  it('tags the paragraph where brackets in it have no partner, and the one at the cursor', async () => {
    await checkMarked('They ‹|met] a|› friend.\n', 'They met] a friend. :A2\n');
    await checkMarked('They met <|>a friend.\n', 'They met a friend. :A2\n');
    await checkMarked('- They met <|>a friend.\n- Others\n', '- They met a friend. :A2\n- Others\n');
  });
  it('tags the section at a heading', async () => {
    await checkMarked('## The <|>firm\n\nText.\n', '## The firm :A2\n\nText.\n');
    await checkMarked('## ‹|The firm|› ##\n\nText.\n', '## The firm :A2 ##\n\nText.\n');
  });
  it('puts lines of colons around whole blocks, more of them than blocks in it have', async () => {
    await checkMarked('‹|One.\n\nTwo.|›\n\nThree.\n', ':::A2\nOne.\n\nTwo.\n:::\n\nThree.\n');
    await checkMarked('‹|- one\n- two|›', ':::A2\n- one\n- two\n:::');
    await checkMarked('‹|One.\n\n:::A1\nTwo.\n:::|›\n', '::::A2\nOne.\n\n:::A1\nTwo.\n:::\n::::\n');
    await checkMarked('> ‹|One.\n>\n> Two.|›\n', '> :::A2\n> One.\n>\n> Two.\n> :::\n');
    await checkMarked('‹|| a | b |\n|---|---|\n| c | d ||›\n', ':::A2\n| a | b |\n|---|---|\n| c | d |\n:::\n');
  });
  it('leaves headings outside', async () => {
    await checkMarked('‹|One.\n\n## Two\n\nThree.|›\n', ':::A2\nOne.\n:::\n\n## Two\n\n:::A2\nThree.\n:::\n');
  });
  it('marks what is selected of each paragraph, and of each item of a list', async () => {
    await checkMarked('One ‹|more.\n\nTwo|› more.\n', 'One :A2[more.]\n\n:A2[Two] more.\n');
    await checkMarked('- one\n‹|- two\n- three|›\n- four\n', '- one\n- :A2[two]\n- :A2[three]\n- four\n');
    await checkMarked(':::A1\n‹|One.\n\nTwo.|›\n:::\n', ':::A1\n:A2[One.]\n\n:A2[Two.]\n:::\n');
  });
  it('stays in the cell of a table', async () => {
    await checkMarked('| a | b |\n|---|---|\n| c | ‹|d d|› |\n', '| a | b |\n|---|---|\n| c | :A2[d d] |\n');
  });
  it('keeps the line ends of the file', async () => {
    await checkMarked('‹|One.\r\n\r\nTwo.|›\r\n', ':::A2\r\nOne.\r\n\r\nTwo.\r\n:::\r\n');
  });
  it('offers nothing where there is no text to mark', async () => {
    await checkMarked('```\n‹|code|›\n```\n', undefined);
    await checkMarked('One.\n\n<|>\n\nTwo.\n', undefined);
    await checkMarked('‹|***|›\n', undefined);
    expect((await analyse(FRONT_MATTER)).text).toContain('case: x');
    await checkMarked('‹|One :A2[two]|›.\n', ':A2[One :A2[two]].\n');
    await checkMarked('One :A2[‹|two|›].\n', undefined);
  });
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
  it('is put in, changed and taken away', async () => {
    await checkAction('Change stance on A2 to “rival”', 'One :A2[t<|>wo].\n', 'One :A2[two]{rival}.\n');
    await checkAction('Change stance on A2 to “rival”', 'One :A2[t<|>wo]{supports}.\n', 'One :A2[two]{rival}.\n');
    await checkAction('Change stance on A2 to “rival”', 'One :A2[t<|>wo]{src=a}.\n', 'One :A2[two]{rival src=a}.\n');
    await checkAction('Change stance on A2 to “rival”', 'One :A2[t<|>wo]{}.\n', 'One :A2[two]{rival}.\n');
    await checkAction('Change stance on A2 to none', 'One :A2[t<|>wo]{supports}.\n', 'One :A2[two].\n');
    await checkAction('Change stance on A2 to none', 'One :A2[t<|>wo]{supports src=a rival}.\n', 'One :A2[two]{src=a}.\n');
    await checkAction('Change stance on A2 to “rival”', ':::A2{supports}\nO<|>ne.\n:::\n', ':::A2{rival}\nOne.\n:::\n');
    await checkAction('Change stance on A2 to “rival”', '## T<|>wo :A2\n', '## Two :A2{rival}\n');
    await checkAction('Change stance on A2 to “rival”', 'One :A<|>2\n', 'One :A2{rival}\n');
    await checkAction('Change stance on A2 to “rival”', 'One.\n\n::A2<|>\n', 'One.\n\n::A2{rival}\n');
  });
  it('is not offered as what it is already, nor where there is no mark', async () => {
    await checkAction('Change stance on A2 to “rival”', 'One :A2[t<|>wo]{rival}.\n', undefined);
    await checkAction('Change stance', 'O<|>ne :A2[two]{rival}.\n', undefined);
    await checkAction('Change stance', 'One :B2[t<|>wo].\n', undefined);
  });
});

describe('removing a mark', () => {
  it('leaves its text and its citations', async () => {
    await checkAction('Remove', 'One :A2[t<|>wo [@a]]{supports src=b}.\n', 'One two [@a].\n');
    await checkAction('Remove', 'One :A1[x :A2[t<|>wo] y].\n', 'One :A1[x two y].\n');
    await checkAction('Remove', 'One :A<|>2.\n', 'One.\n');
    await checkAction('Remove', ':A<|>2 One.\n', 'One.\n');
    await checkAction('Remove', '## T<|>wo :A2 ##\n', '## Two ##\n');
    await checkAction('Remove', 'One.\n\n::A2<|>\n\nTwo.\n', 'One.\n\n\nTwo.\n');
    await checkAction('Remove', ':::A2{supports}\nO<|>ne.\n:::\n\nTwo.\n', 'One.\n\nTwo.\n');
    await checkAction('Remove', '- a\n\n  :::A2\n  O<|>ne.\n  :::\n', '- a\n\n  One.\n');
  });
  it('keeps blocks apart', async () => {
    await checkAction('Remove', 'One.\n:::A2\nT<|>wo.\n:::\nThree.\n', 'One.\n\nTwo.\n\nThree.\n');
  });
  it('is not offered where the text would then be something else', async () => {
    await checkAction('Remove', ':A2[- t<|>wo]\n', undefined);
  });
});
