import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { analyse, ROOT, workspaceOf } from '../support/workspace.ts';
import { caseOf, check } from './check.ts';

const RULE = 'confidentiality/real-name';
/** A study whose team keeps a list of names. */
const studyWith = (names: string): Record<string, string> => ({
  'casewright.yaml': 'confidential: {terms_file: .casewright/names.txt}\n',
  '.casewright/names.txt': names,
});

describe('a confidential name', () => {
  it('is found wherever it stands in a case', async () => {
    const names = studyWith('Brodersen\nLars Holm\n');
    await check(RULE, caseOf('title: ‹|Brodersen|› A/S # by ‹|Lars Holm|›\n', '# ‹|Brodersen|›\n\n`‹|Brodersen|›` <!-- ‹|Brodersen|› -->\n'), names);
    await check(
      RULE,
      caseOf(
        'firm: {‹|Brodersen|›: 1}\n',
        ':P2[said :P3[‹|Lars]{rival} Holm|›]{note="‹|Lars Holm|› said" src=int-‹|brodersen|›}\n\n:::P4\n\n‹|Lars\nHolm|›\n:::\n',
      ),
      names,
    );
    await check(RULE, caseOf('', '[@int-‹|brodersen|›, p. 4] and :‹|brodersen|›[text]\n\n| ‹|Lars Holm|› | a |\n|---|---|\n'), names);
  });

  it('is not repeated in what is said about it', async () => {
    const [found] = await check(RULE, caseOf('', '‹|Brodersen|› grew.\n'), studyWith('# who is who\nBrodersen = Firm A\n'));
    expect(JSON.stringify([found?.message, found?.data])).not.toContain('Brodersen');
    expect(found?.message).toContain('Write “Firm A” instead');
    expect(found?.related?.map(({ uri, span }) => [uri, span.start])).toEqual([[`${ROOT}/.casewright/names.txt`, 13]]);
  });

  it('is found in the name of the case’s file', async () => {
    const workspace = await workspaceOf({ ...studyWith('Brodersen\n'), 'brodersen-2011.md': '---\ncase: firm-a\n---\n' });
    const found = workspace.analyse(`${ROOT}/brodersen-2011.md`)?.findings.filter(({ rule }) => rule === RULE);
    expect(found?.map(({ message }) => message)).toEqual([expect.stringContaining('Rename the file')]);
  });

  it.each(['HolmInterview.md', 'lars_holm2.md', '2011holm.md'])('is found in %s', async (file) => {
    const workspace = await workspaceOf({ ...studyWith('Holm\n'), [file]: '---\ncase: firm-a\n---\n' });
    expect(workspace.analyse(`${ROOT}/${file}`)?.findings.filter(({ rule }) => rule === RULE)).toHaveLength(1);
  });

  it('is found in the name of a folder below the configuration, and not above', async () => {
    const found = async (list: string, folder: string): Promise<string[]> => {
      const files = Object.entries({ ...studyWith(list), 'cases/a.md': '---\ncase: firm-a\n---\n' });
      const workspace = await workspaceOf(Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, text])));
      const analysis = workspace.analyse(`${ROOT}/${folder}/cases/a.md`);
      return (analysis?.findings ?? []).filter(({ rule }) => rule === RULE).map(({ message }) => message);
    };
    expect(await found('Cases\n', 'holm')).toEqual([expect.stringContaining('Rename the folder.')]);
    expect(await found('Holm\n', 'holm')).toEqual([]);
  });

  it('is found in front matter however YAML writes it', async () => {
    const names = studyWith('Zoë Holm\n');
    await check(RULE, caseOf('title: "‹|Zo\\u00eb Holm|›, ‹|Zo\\xEB\\tHolm|›, ‹|Zo\\U000000eb Ho\\\n  lm|›"\n', ''), names);
    await check(RULE, caseOf("title: 'C:\\nisse\\‹|Zoe Holm|›'\n", ''), names);
  });

  it('is found where comments, tags, links and footnotes stand in it', async () => {
    const names = studyWith('Lars Holm\n');
    await check(RULE, caseOf('', '‹|Lars <b>Ho</b>lm|› and ‹|Lars <!-- who? --> Holm|›; ‹|Lars<br>Holm|›, [‹|Lars](#l) Holm|›, ‹|Lars[^1] Holm|›\n'), names);
    await check(
      RULE,
      caseOf('', 'Lars <!-- ‹|Lars Holm|› --> and <i title="‹|Lars Holm|›">Holm</i>, [x](lars-holm.html)\n'.replace('lars-holm', '‹|lars-holm|›')),
      names,
    );
    await check(RULE, caseOf('', 'Lars</p>\n\n<p>Holm; Lars <x\n'), names);
  });

  it('is left alone where its author says why', () =>
    check(
      RULE,
      caseOf('', '<!-- casewright-disable-next-line confidentiality/real-name -- the town, not the founder -->\nHolm is a town.\n'),
      studyWith('Holm\n'),
    ));

  it('is looked for again when the list or one paragraph changes', async () => {
    const workspace = await workspaceOf({ ...studyWith('Holm\n'), 'case.md': caseOf('', 'Holm.\n\nBerg.\n') });
    const places = (): (number | undefined)[] =>
      (workspace.analyse(`${ROOT}/case.md`)?.findings ?? []).filter(({ rule }) => rule === RULE).map(({ span }) => span.end - span.start);
    expect(places()).toEqual([4]);
    workspace.setDocument(`${ROOT}/case.md`, caseOf('', 'Holm.\n\nHolm.\n'));
    expect(places()).toHaveLength(2);
    workspace.setFile(`${ROOT}/.casewright/names.txt`, { kind: 'text', text: 'Berg\n' });
    expect(places()).toEqual([]);
  });
});

describe('a case’s own list', () => {
  it('counts beside the team’s', () =>
    check(RULE, caseOf('pseudonyms: private/names.txt\n', '‹|Holm|› and ‹|Berg|›\n'), { ...studyWith('Holm\n'), 'private/names.txt': 'Berg = the founder\n' }));

  it('that is not there is an error where it is named', async () => {
    const [absent] = await check(RULE, caseOf('pseudonyms: ‹|nobody.txt|›\n', 'Text\n'));
    expect(absent?.message).toBe(
      'This list of real names does not exist. Without it nobody notices when one of them stands in the case. Correct the path, or remove the line.',
    );
    const [outside] = await check(RULE, caseOf('pseudonyms: ‹|../../names.txt|›\n', 'Text\n'));
    expect(outside?.message).toContain('could not be read: it lies outside the folder that is open');
  });

  it('says which of its lines cannot be used', async () => {
    const [found] = await check(RULE, caseOf('pseudonyms: ‹|names.txt|›\n', 'and b\n'), { 'names.txt': 'and\nb\n' });
    expect(found).toMatchObject({ severity: 'error', message: expect.stringContaining('2 lines of this list') as string });
    expect(found?.related).toHaveLength(2);
    // Where every name is looked for all the same, nothing can get out.
    const [harmless] = await check(RULE, caseOf('pseudonyms: ‹|names.txt|›\n', 'Text\n'), { 'names.txt': 'Holm =\n' });
    expect(harmless?.severity).toBe('warning');
  });
});

describe('the team’s list', () => {
  it('that is not there is a problem of the configuration', async () => {
    const workspace = await workspaceOf({ 'casewright.yaml': 'confidential: {terms_file: names.txt}\n', 'case.md': caseOf('', '') });
    expect(workspace.fileProblems().map(({ message }) => message)).toEqual([expect.stringContaining('“names.txt” does not exist')]);
  });

  it('says at each line what is wrong with it, and repeats no term', async () => {
    const list = '\uFEFFHolm = Firm A\r\n = nobody\r\nx\r\nund\r\n***\r\n2011\r\nBerg =\r\nHOLM = Firm B\r\nDahl = Holm’s friend\r\n';
    const workspace = await workspaceOf({ ...studyWith(list), 'case.md': caseOf('', 'Holm, Berg and Dahl; x und 2011.\n') });
    const problems = workspace.fileProblems();
    expect(problems.map(({ span }) => list.slice(span.start, span.end))).toEqual([
      '= nobody',
      'x',
      'und',
      '***',
      '2011',
      'Berg =',
      'HOLM = Firm B',
      'Dahl = Holm’s friend',
    ]);
    for (const { message } of problems) expect(message).not.toMatch(/Holm|Berg|Dahl|2011|\bund\b/);
    expect(workspace.analyse(`${ROOT}/case.md`)?.findings.filter(({ rule }) => rule === RULE)).toHaveLength(3);
  });
});

/** The fixes at the first finding of the rule, by title, with the text that each makes. */
async function fixes(text: string, names: string): Promise<Record<string, string>> {
  const analysis = await analyse(text, studyWith(names));
  const first = analysis.findings.find(({ rule }) => rule === RULE);
  const found = first ? quickFixes(analysis, first.span, [first]) : [];
  return Object.fromEntries(found.filter(({ title }) => title.startsWith('Put')).map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

describe('the pseudonym', () => {
  const check = async (body: string, pseudonym: string, expected: Record<string, string>): Promise<void> => {
    const made = await fixes(caseOf('', body), `Lars Holm = ${pseudonym}\nHolm = ${pseudonym}\n`);
    expect(made).toEqual(Object.fromEntries(Object.entries(expected).map(([title, text]) => [title, caseOf('', text)])));
  };

  it('is put in place of the name, in its form', async () => {
    await check('Lars\nHolms firma.\n', 'Erik', { 'Put “Erik”': 'Eriks firma.\n' });
    await check('Holms firma.\n', 'Firm A', { 'Put “Firm A”': 'Firm A’s firma.\n' });
    await check('Holm’s firm.\n', 'Firm A', { 'Put “Firm A”': 'Firm A’s firm.\n' });
    await check('Holms firma.\n', 'Jens', { 'Put “Jens”': 'Jens’s firma.\n' });
  });

  it('is put everywhere in the case', () =>
    check('Holm and *Lars Holm*’s wife.\n\nholm\n', 'Erik', {
      'Put “Erik”': 'Erik and *Lars Holm*’s wife.\n\nholm\n',
      'Put “Erik” everywhere in this case': 'Erik and *Erik*’s wife.\n\nErik\n',
    }));

  it('takes the place of references and escapes', async () => {
    await check('L&aacute;rs H&#111;lm&rsquo;s firm.\n', 'Erik', { 'Put “Erik”': 'Erik&rsquo;s firm.\n' });
    const text = caseOf('title: "L\\u00e1rs H\\x6Flm\\u2019s firm"\n', '');
    expect(await fixes(text, 'Lars Holm = Erik\n')).toEqual({ 'Put “Erik”': caseOf('title: "Erik\\u2019s firm"\n', '') });
  });

  it('is not offered where it would take a comment, a tag, a link or a blank of YAML away', async () => {
    for (const body of ['Lars <!-- x --> Holm\n', 'Lars <b>Holm</b>\n', '[Lars](#l) Holm\n']) {
      expect(await fixes(caseOf('', body), 'Lars Holm = Erik\n')).toEqual({});
    }
    expect(await fixes(caseOf('title: "Lars\\tHolm"\n', ''), 'Lars Holm = Erik\n')).toEqual({});
  });

  it('is not offered where it would take a mark apart, or break the front matter', async () => {
    await check('Lars :P2[Holm] said.\n', 'Erik', {});
    expect(await fixes(caseOf('title: Holm\n', ''), 'Holm = "A": {b}\n')).toEqual({});
  });
});
