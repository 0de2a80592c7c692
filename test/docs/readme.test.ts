import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules/all-rules.ts';
import { SOURCE_KINDS, STANCES, STATUSES } from '../../server/src/core/model/vocabulary.ts';
import { citationOf } from '../../server/src/core/report/summary.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';
import { runCli, Study } from '../cli/study.ts';
import { LspClient } from '../support/lsp-client.ts';
import { readSections } from '../support/markdown.ts';
import { analyse, PROJECT_ROOT, workspaceOf } from '../support/workspace.ts';
import { read } from './files.ts';

const README = read('README.md');
const SECTIONS = readSections(README);

/** The first fenced block of a language below a heading of the README. */
function block(heading: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(SECTIONS.get(heading) ?? '')?.[1] ?? '';
}

/** The cells of the rows of a table that begins with these cells. */
function rows(...head: readonly string[]): string[][] {
  const lines = README.split('\n');
  const start = lines.findIndex((line) => line === `|${head.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`);
  const rest = lines.slice(start + 2);
  const table = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  return table.map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
}

describe('the commands of the README', () => {
  const commands = block('On the command line', 'bash')
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').replace(/^node dist\/cli\.cjs /, '').split(' ')); // prettier-ignore

  it('are all that there are', async () => {
    const { stdout } = await runCli(['--help']);
    const known = (stdout.split('\nCommands\n')[1] ?? '').split('\n\n')[0]?.match(/^ {2}[a-z]+/gm)?.map((name) => name.trim());
    expect([...new Set(commands.map(([name]) => name))].sort()).toEqual(known?.sort());
  });

  it.each(commands.filter(([name]) => name !== 'new' && name !== 'lsp'))('casewright %s %s %s %s %s %s', async (...words) => {
    const args = words.filter((word) => typeof word === 'string');
    const { code, stdout, stderr } = await runCli(args);
    // The examples have gaps on purpose, so a check for which warnings matter fails.
    expect([code, stderr]).toEqual([args.includes('warning') ? 1 : 0, '']);
    if (args.includes('json')) expect(JSON.parse(stdout)).toMatchObject({ summary: { cases: 17 } });
    else expect(stdout.length).toBeGreaterThan(100);
  });

  it('casewright new writes the file that it is told to', async () => {
    const study = new Study();
    const args = commands.find(([name]) => name === 'new') ?? [];
    expect(await study.run(args)).toMatchObject({ code: 0, stderr: '' });
    expect(study.read('my-firm.md')).toContain('\ncase: my-firm\n');
  });

  it('casewright lsp answers an editor', async () => {
    const args = commands.find(([name]) => name === 'lsp') ?? [];
    const client = await LspClient.start({ diagnostics: 'pull', command: [process.execPath, `${PROJECT_ROOT}/dist/cli.cjs`, ...args] });
    expect(await client.stop()).toBe(0);
  });
});

describe('the case in the README', () => {
  const example = (): Promise<CaseAnalysis> => analyse(block('The text format in one page', 'markdown'));

  it('has no error', async () => {
    const { findings } = await example();
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('marks what the table says', async () => {
    const { coverage, text } = await example();
    const marks = coverage.marks.map(({ item, form, stances, sources, nameSpan }) => [
      text.slice(nameSpan.start, nameSpan.end),
      item.item.id,
      form,
      stances.join(),
      sources.map(({ id }) => id).join(),
    ]);
    expect(marks).toEqual([
      ['Mode of internationalization', 'T3', 'heading', '', 'int-ceo,int-ceo,web'],
      ['P6', 'P6', 'paragraph', '', 'int-ceo'],
      ['P4', 'P4', 'text', 'supports', 'int-ceo'],
      ['P3', 'P3', 'container', 'supports', 'int-ceo,web'],
    ]);
  });

  it('gives these items a status, and says of T7 why it does not apply', async () => {
    const { coverage } = await example();
    const statuses = coverage.items.filter(({ status }) => status !== 'missing').map(({ entry, status }) => `${entry.item.id} ${status}`);
    expect(statuses).toEqual(['T3 thin', 'T7 not-applicable', 'P3 thin', 'P4 thin', 'P6 thin']);
  });
});

describe('the text format of the README', () => {
  const written = rows('you write', 'it means').map(([cell = '']) => cell);

  it('names every stance, every status in its order, and every kind of source', () => {
    for (const stance of STANCES) expect(written.join('\n')).toContain(`\`{${stance}}\``);
    expect(rows('', 'status', 'when').map(([, status]) => status?.replace(' ', '-'))).toEqual([...STATUSES]);
    for (const kind of SOURCE_KINDS) expect(README.toLowerCase(), kind).toContain(kind.replace('-', ' '));
  });

  it.each([
    [':P4[some text]', 'P4 text'],
    ['Some text :P6', 'P6 paragraph'],
    ['## A heading :P6\n\nSome text.', 'P6 section'],
    [':::P3\nA block.\n\nAnother.\n:::', 'P3 container'],
    ['## Entry mode\n\nSome text.', 'T3 heading'],
  ])('%j is a mark', async (body, expected) => {
    const { coverage } = await analyse(`---\ncase: x\nframeworks: [policy-themes, internationalization-capacity]\n---\n\n${body}\n`);
    expect(coverage.marks.map(({ item, form }) => `${item.item.id} ${form}`)).toEqual([expected]);
  });

  it.each(['[@int-ceo]', '[see @web, p. 4; @int-ceo]', ':P4[text]{src=int-ceo note="check the year"}'])('%s cites a source', async (body) => {
    const sources = 'sources: [{id: int-ceo, kind: interview}, {id: web, kind: documentation}]';
    const { coverage, findings } = await analyse(`---\ncase: x\nframeworks: [internationalization-capacity]\n${sources}\n---\n\nText ${body} :P6.\n`);
    const shown = body.startsWith(':P4') ? 'P4' : 'P6';
    expect(coverage.items.find(({ entry }) => entry.item.id === shown)?.sources).toContain('int-ceo');
    expect(findings.filter(({ rule }) => rule === 'evidence/unknown-source')).toEqual([]);
  });

  it('has a suppression that suppresses', async () => {
    const comment = /`(<!-- casewright-disable-next-line RULE -- reason -->)`/.exec(written.join('\n'))?.[1] ?? '';
    const text = (line: string): string => `---\ncase: x\nframeworks: [internationalization-capacity]\n---\n\n${line}\nShort :P6.\n`;
    const rulesIn = async (line: string): Promise<string[]> => (await analyse(text(line))).findings.map(({ rule }) => rule);
    expect(await rulesIn('')).toContain('coverage/thin');
    const suppressed = await rulesIn(comment.replace('RULE', 'coverage/thin'));
    expect(suppressed.filter((rule) => rule === 'coverage/thin' || rule.startsWith('suppression/'))).toEqual([]);
  });
});

describe('what else the README says', () => {
  it('its configuration is read without a problem', async () => {
    const workspace = await workspaceOf({
      'casewright.yaml': block('Rules', 'yaml'),
      'frameworks/own.yaml':
        'id: own\ntitle: Own\nkind: themes\nsource: {authors: [A], year: 2020, title: T}\nitems: [{id: O1, label: One, statement: S, at: p. 1}]\n',
      'references.bib': '',
      '.casewright/names.txt': '',
      'cases/a.md': '---\ncase: a\n---\n',
    });
    expect(workspace.fileProblems()).toEqual([]);
  });

  it('it names every framework that comes with Casewright', async () => {
    const workspace = await workspaceOf({ 'a.md': '---\ncase: a\n---\n' });
    const shipped = [...(workspace.analyse('file:///study/a.md')?.project.frameworks.values() ?? [])];
    expect(shipped.length).toBeGreaterThan(1);
    for (const { id, source } of shipped) expect(README.replaceAll('\n', ' '), `The README does not name ${id}.`).toContain(citationOf(source));
  });

  it('it counts the areas of the rules', () => {
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
    const areas = new Set(allRules.map(({ id }) => id.split('/')[0]));
    expect(README).toContain(`Rules in ${words[areas.size - 1]} areas`);
  });
});
