import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import { findingsToConfirm } from '../../../server/src/core/features/findings-to-confirm.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { analyse } from '../../support/workspace.ts';

const HEAD = '---\ncase: x\nframeworks: [internationalization-capacity]\nfindings:\n  P4: {verdict: supported, because: "A broker"}\n---\n\n';
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
  it('is suspect when somebody wrote the code by hand', () => check((text) => text.replace(/confirmed: "\w+"/, 'confirmed: yes'), 'suspect'));
  it('stays so when other text changes', () => check((text) => text.replace('pumps', 'valves'), 'confirmed'));
  it('stays so when its lines are broken elsewhere', () => check((text) => text.replace('broker introduced', 'broker\nintroduced'), 'confirmed'));
  it('stays so when its stance, a citation or emphasis changes', () =>
    check((text) => text.replace('{supports}', '{qualifies}').replace('the firm]', '*the* firm [@a]]'), 'confirmed'));
  it('stays so when the text moves', () => check((text) => text.replace('---\n\n:P4', '---\n\nA word before.\n\n:P4'), 'confirmed'));
  it('is suspect when what it quotes was said otherwise', async () => {
    const text =
      HEAD.replace('findings:', 'sources: [{id: a, kind: interview, informant: CEO, transcript: ceo.txt}]\nfindings:') +
      ':P4[He said “we knew a broker in Norway well” [@a].]\n';
    const said = 'CEO: We knew a broker\nin Norway well. CEO: And then?';
    const first = await analyse(text, { 'ceo.txt': said });
    const confirmedText = applyEdits(
      text,
      findingsToConfirm(first).map(({ edit }) => edit),
    );
    const stateWith = async (transcript: string): Promise<unknown> => findingsToConfirm(await analyse(confirmedText, { 'ceo.txt': transcript }))[0]?.state;
    expect(await stateWith(`CEO: Good morning.\n${said.replace('\n', ' ')}`)).toBe('confirmed');
    expect(await stateWith(said.replace('knew a broker', 'knew no broker'))).toBe('suspect');
    expect(await stateWith('CEO: Nothing.')).toBe('suspect');
  });
  it('holds for a section, which may be many blocks', async () => {
    const text = `${HEAD}## Norway :P4\n\nOne.\n\nTwo.\n\n## Sweden\n\nThree.\n`;
    await check((before) => before.replace('Three', 'Four'), 'confirmed', text);
    await check((before) => before.replace('Two', 'Second'), 'suspect', text);
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
});
