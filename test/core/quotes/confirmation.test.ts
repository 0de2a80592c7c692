import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmFirst } from '../../../server/src/core/features/fixes/confirm.ts';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import { findingsToConfirm } from '../../../server/src/core/features/findings-to-confirm.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { analyse } from '../../support/workspace.ts';

const HEAD = '---\ncase: x\nframeworks: [internationalization-capacity]\nfindings:\n  P4: {verdict: supported, because: "A broker"}\n---\n\n';
const HEAD_WITH_SOURCE = HEAD.replace('findings:', 'sources: [{id: a, kind: interview, informant: CEO, date: 2011, transcript: ceo.txt}]\nfindings:');
const TWO = ':P4[A broker introduced the firm.]\n\n:P4[Later, its owner moved there.]';
const BODY = ':P4[A broker introduced the firm]{supports} to its first customer.\n\nThe firm makes pumps.\n';

/** The case with its finding confirmed on the text as it is. */
async function confirmed(text: string): Promise<string> {
  const analysis = await analyse(text);
  return applyEdits(
    text,
    findingsToConfirm(analysis).map(({ edit }) => edit),
  );
}

/** Whether the finding is suspect once a confirmed case has been changed. */
async function check(change: (text: string) => string, expected: 'suspect' | 'confirmed', text = HEAD + BODY): Promise<void> {
  const changed = change(await confirmed(text));
  expect(changed).not.toBe(await confirmed(text));
  const analysis = await analyse(changed);
  expect(findingsToConfirm(analysis).map(({ state }) => state)).toEqual([expected]);
  const findings = analysis.findings.filter(({ rule }) => rule === 'finding/suspect');
  expect(findings).toHaveLength(expected === 'suspect' ? 1 : 0);
  for (const finding of findings) {
    const [fix] = quickFixes(analysis, finding.span, [finding]);
    const mended = applyEdits(changed, fix?.edits ?? []);
    expect((await analyse(mended)).findings.filter(({ rule }) => rule === 'finding/suspect')).toEqual([]);
  }
}

describe('a finding that was confirmed', () => {
  it('is suspect when a word of its text changes', () => check((text) => text.replace('broker introduced', 'cousin introduced'), 'suspect'));
  it('is suspect when text comes to it', () => check((text) => text.replace('The firm makes', ':P4[The firm] makes'), 'suspect'));
  it('is suspect when its text is taken away', () => check((text) => text.replace(/:P4\[[^\]]*\]\{supports\}/, 'Nobody'), 'suspect'));
  it('stays so when other text changes', () => check((text) => text.replace('pumps', 'valves'), 'confirmed'));
  it('stays so when its lines are broken elsewhere', () => check((text) => text.replace('broker introduced', 'broker\nintroduced'), 'confirmed'));
  it('stays so when its stance, its note, a citation or emphasis changes', () =>
    check((text) => text.replace('{supports}', '{qualifies note="Early"}').replace('the firm]', '*the* firm [@a]]'), 'confirmed'));
  it('stays so when the text moves', () => check((text) => text.replace('---\n\n:P4', '---\n\nA word before.\n\n:P4'), 'confirmed'));
  it('stays so when one marked paragraph is put before another', () =>
    check((text) => text.replace(TWO, ':P4[Later, its owner moved there.]\n\n:P4[A broker introduced the firm.]'), 'confirmed', HEAD + TWO));
  it('stays so when its text is marked in another way', () =>
    check((text) => text.replace(TWO, ':::P4\nA broker introduced the firm.\n\nLater, its owner moved there.\n:::'), 'confirmed', HEAD + TWO));
  it('stays so when a paragraph is parted in two', () =>
    check(
      (text) => text.replace('firm. Later', 'firm.\n\nLater'),
      'confirmed',
      `${HEAD}## Norway :P4\n\nA broker introduced the firm. Later, its owner moved.\n`,
    ));
  it('holds for a section, which may be many blocks', async () => {
    const text = `${HEAD}## Norway :P4\n\nOne.\n\nTwo.\n\n## Sweden\n\nThree.\n`;
    await check((before) => before.replace('Three', 'Four'), 'confirmed', text);
    await check((before) => before.replace('Two', 'Second'), 'suspect', text);
  });
});

describe('a finding whose text quotes a transcript', () => {
  const QUOTING = `${HEAD_WITH_SOURCE}:P4[He said “we knew a broker […] well” and he meant it [@a].]\n`;
  const SAID = 'CEO: We knew a broker\nin Norway well. CEO: And then?\nCEO: Nothing.';

  /** What becomes of a finding that was confirmed on one transcript (undefined: none was there) when it is another one. */
  async function becomes(said: string | undefined, now: string | undefined, expected: 'suspect' | 'confirmed', text = QUOTING): Promise<void> {
    const files = (transcript: string | undefined): Record<string, string> => (transcript === undefined ? {} : { 'ceo.txt': transcript });
    const edits = findingsToConfirm(await analyse(text, files(said))).map(({ edit }) => edit);
    const analysis = await analyse(applyEdits(text, edits), files(now));
    expect(findingsToConfirm(analysis)[0]?.state).toBe(expected);
  }

  it('is suspect when something else was said in between', () => becomes(SAID, SAID.replace('in Norway', 'in no country'), 'suspect'));
  it('is suspect when it was said in other words', () => becomes(SAID, SAID.replace('knew a broker', 'knew no broker'), 'suspect'));
  it('is suspect when it cannot be found any more', () => becomes(SAID, 'CEO: Nothing.', 'suspect'));
  it('stays confirmed when the transcript is longer, and laid out otherwise', () =>
    becomes(SAID, `CEO: Good morning.\n[00:01:10] CEO: ${SAID.slice(5).replace('\n', '  ').replace('broker', 'Bro-\nker')}`, 'confirmed'));
  it('stays confirmed when it is said twice', () => becomes(SAID, `${SAID}\n${SAID}`, 'confirmed'));
  it('holds for more quotations than are kept apart', async () => {
    const said = Array.from({ length: 60 }, (_, index) => `We went to market number ${index} there.`);
    const many = HEAD_WITH_SOURCE + said.map((words) => `:P4[He said “${words}” [@a].]\n\n`).join('');
    await becomes(said.join('\n'), said.join(' '), 'confirmed', many);
    await becomes(said.join('\n'), said.join('\n').replace('number 7 ', 'number seven '), 'suspect', many);
    await becomes(said.join('\n'), undefined, 'confirmed', many);
  });
  it('stays confirmed when there is no transcript to compare with, before or now', async () => {
    await becomes(SAID, undefined, 'confirmed');
    await becomes(undefined, SAID, 'confirmed');
  });
});

describe('what is said of a suspect finding', () => {
  /** What has changed, as the author is told, and the texts that the places beside it are about. */
  async function tells(text: string, change: (text: string) => string, expected: string, places: readonly string[]): Promise<void> {
    const analysis = await analyse(change(await confirmed(text)));
    const [finding] = analysis.findings.filter(({ rule }) => rule === 'finding/suspect');
    expect(finding?.message).toContain(`Since this finding was confirmed, ${expected}, so it may no longer follow from the text on P4, “`);
    expect(finding?.related?.map(({ span }) => analysis.text.slice(span.start, span.end))).toEqual(places);
  }
  const FOUR = `${TWO}\n\n:P4[Sales doubled.]\n\n:P4[Costs fell.]\n`;

  it('names the text that reads differently', () =>
    tells(HEAD + TWO, (text) => text.replace('owner moved', 'founder moved'), '“Later its founder moved there” is new or reads differently', [
      'Later, its founder moved there.',
    ]));
  it('names the text that has come', () =>
    tells(HEAD + FOUR, (text) => `${text}\n:P4[In the end they opened an office there.]\n`, '“In the end they opened an …” is new or reads differently', [
      'In the end they opened an office there.',
    ]));
  it('counts the text that has gone, and shows what is left', () =>
    tells(HEAD + TWO, (text) => text.replace(/:P4\[A.*\n/, ''), '1 passage of its text is gone', ['P4']));
  it('says both', () =>
    tells(
      HEAD + FOUR,
      (text) => text.replace('Sales', 'Profits').replace('\n\n:P4[Costs fell.]', ''),
      '“Profits doubled” is new or reads differently and 1 passage of its text is gone',
      ['Profits doubled.'],
    ));
  it('does not go into what has changed everywhere', () =>
    tells(HEAD + FOUR, (text) => text.replace(/\.\]/g, ' then.]'), 'much of its text has changed', [
      'A broker introduced the firm then.',
      'Later, its owner moved there then.',
      'Sales doubled then.',
      'Costs fell then.',
    ]));
  it('holds for text of more pieces than are kept apart', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `:P4[Fact number ${index} of many.]`);
    await check((text) => `${text}\n\n:P4[One more.]`, 'suspect', HEAD + many.join('\n\n'));
    await check((text) => text.replace(many.join('\n\n'), many.toReversed().join('\n\n')), 'confirmed', HEAD + many.join('\n\n'));
  });
  it('leads to the passage of the transcript, too', async () => {
    const text = `${HEAD_WITH_SOURCE}:P4[He said “we knew a broker there well” [@a].]\n`;
    const edits = findingsToConfirm(await analyse(text, { 'ceo.txt': 'We knew a broker there well.' })).map(({ edit }) => edit);
    const analysis = await analyse(applyEdits(text, edits), { 'ceo.txt': 'We knew no broker there well.' });
    const [finding] = analysis.findings.filter(({ rule }) => rule === 'finding/suspect');
    expect(finding?.message).toContain('what its text quotes as “we knew a broker there well” reads differently in the transcript, or is gone from it');
    expect(finding?.related?.map(({ uri, message }) => [uri?.split('/').at(-1), message])).toEqual([
      [undefined, 'quoted from a passage that has changed'],
      ['ceo.txt', 'this is said there now'],
    ]);
  });
  it('leaves a code that somebody wrote by hand to the check of front matter', async () => {
    const analysis = await analyse((HEAD + BODY).replace('"A broker"}', '"A broker", confirmed: yes}'));
    expect(findingsToConfirm(analysis).map(({ state }) => state)).toEqual(['none']);
    expect(analysis.findings.map(({ rule }) => rule)).toContain('front-matter/invalid-value');
    const mended = applyEdits(
      analysis.text,
      findingsToConfirm(analysis).map(({ edit }) => edit),
    );
    expect(findingsToConfirm(await analyse(mended)).map(({ state }) => state)).toEqual(['confirmed']);
  });
});

describe('the light bulb on a finding', () => {
  /** The text after what is offered where the cursor is, one a line; unchanged texts for nothing. */
  async function offered(text: string): Promise<string[]> {
    const at = text.indexOf('|');
    const plain = text.replace('|', '');
    return confirmFirst(await analyse(plain), { start: at, end: at }).map(({ edits }) => applyEdits(plain, edits));
  }

  it('confirms it, wherever in the finding the cursor is', async () => {
    const once = await confirmed(HEAD + BODY);
    for (const place of ['P4: {', 'verdict: supp', '"A broker"']) expect(await offered((HEAD + BODY).replace(place, `${place}|`))).toEqual([once]);
  });
  it('is not on one that is confirmed, or concludes nothing, or elsewhere', async () => {
    expect(await offered((await confirmed(HEAD + BODY)).replace('P4', 'P|4'))).toEqual([]);
    expect(await offered((HEAD + BODY).replace('P4: {verdict: supported, ', 'P|4: {'))).toEqual([]);
    expect(await offered((HEAD + BODY).replace('case: x', 'case: |x'))).toEqual([]);
    expect(await offered((HEAD + BODY).replace(':P4', ':P|4'))).toEqual([]);
  });
});

describe('findings to confirm', () => {
  it('are those that conclude something, with what they say', async () => {
    const text = HEAD.replace('"A broker"}', '"A broker"}\n  P5: {because: "No verdict yet"}\n  P6: {value: some-value}') + BODY;
    expect(findingsToConfirm(await analyse(text)).map(({ item, conclusion, state }) => [item, conclusion, state])).toEqual([
      ['P4', 'supported: A broker', 'none'],
      ['P6', 'some-value', 'none'],
    ]);
  });

  it('are confirmed in the style of the front matter', async () => {
    expect(await confirmed(HEAD + BODY)).toMatch(/P4: \{verdict: supported, because: "A broker", confirmed: "[0-9a-f]{12}"\}/);
    const onLines = HEAD.replace('P4: {verdict: supported, because: "A broker"}', 'P4:\n    verdict: supported');
    expect(await confirmed(onLines + BODY)).toMatch(/\n {4}verdict: supported\n {4}confirmed: "[0-9a-f]{12}"\n/);
  });

  it('are confirmed again at the same place', async () => {
    const once = await confirmed(HEAD + BODY);
    expect(await confirmed(once)).toBe(once);
    const changed = once.replace('pumps', 'valves');
    expect(await confirmed(changed)).toBe(changed);
  });

  it('are confirmed at once whatever the case holds, and nothing changes when they are confirmed once more', async () => {
    const said = ['We knew a broker there.', 'It went by itself then.', 'Nobody was ever there.'];
    const body = fc.array(
      fc.constantFrom(
        '## Norway :P4',
        '## Sweden',
        'A word. :P4[Some *more* words [@a]]{supports} :P6',
        `:::P4{src=a}\n\n“${said[0] ?? ''}”\n\n> ${said[1] ?? ''}\n\n:::`,
        `“${said[0] ?? ''}” [@a] and “it went […] itself then” [@a]`,
        '- a list :P4\n  - “We knew no broker there” [@a]',
        ':P4',
        '…',
      ),
      { maxLength: 40 },
    );
    const head = HEAD_WITH_SOURCE.replace('  P4', '  P6: {value: x}\n  P4');
    await fc.assert(
      fc.asyncProperty(body, fc.subarray(said), async (blocks, transcript) => {
        const others = { 'ceo.txt': transcript.join('\n') };
        const text = head + blocks.join('\n\n');
        const confirm = async (of: string): Promise<string> =>
          applyEdits(
            of,
            findingsToConfirm(await analyse(of, others)).map(({ edit }) => edit),
          );
        const once = await confirm(text);
        expect(findingsToConfirm(await analyse(once, others)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
        expect(await confirm(once)).toBe(once);
      }),
      { numRuns: 40 },
    );
  });
});
