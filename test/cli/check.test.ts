import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReportSchema, type CheckReport } from '../../server/src/core/report/check-report.ts';
import { caseText, EXAMPLES, runCli, Study, type Run } from './study.ts';

const GOOD = caseText('nordlys');
/** Items that nothing is about are warnings; an unknown framework is an error. */
const ERROR = caseText('sydvind', { framework: 'internationalization-capacity, no-such-framework' });

function reportOf(run: Run): CheckReport {
  return checkReportSchema.parse(JSON.parse(run.stdout));
}

/** What a check of these files says and how it ends. */
async function check(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[] = []): Promise<Run & { readonly report: CheckReport }> {
  const run = await new Study(files).run(['check', '--format', 'json', ...args]);
  return { ...run, report: reportOf(run) };
}

describe('the exit code of check', () => {
  it.each([
    ['is 0 without findings that matter', { 'a.md': GOOD }, [], 0],
    ['is 1 with an error', { 'a.md': ERROR }, [], 1],
    ['is 0 with an error when nothing is to fail', { 'a.md': ERROR }, ['--fail-on', 'never'], 0],
    ['is 1 with a warning when warnings matter', { 'a.md': GOOD }, ['--fail-on', 'warning'], 1],
    ['is 1 with a warning when information matters', { 'a.md': GOOD }, ['--fail-on=info'], 1],
    ['is 2 when there is no case', { 'readme.md': '# Readme' }, [], 2],
    ['is 2 in an empty folder', {}, [], 2],
  ])('%s', async (_, files, args, code) => {
    expect((await check(files, args)).code).toBe(code);
  });
});

describe('which files check looks at', () => {
  async function looksAt(files: Readonly<Record<string, string>>, args: readonly string[], expected: readonly string[], cwd = '.'): Promise<Run> {
    const run = await new Study(files).run(['check', '--format', 'json', ...args], { cwd });
    expect(reportOf(run).cases.map((checked) => checked.path)).toEqual(expected);
    return run;
  }

  it('takes every Markdown file below the folder that is a case', () =>
    looksAt({ 'b.md': GOOD, 'a/c.md': GOOD, 'readme.md': '# no case', 'x.txt': GOOD }, [], ['a/c.md', 'b.md']));
  it('leaves out node_modules and hidden folders', () => looksAt({ 'a.md': GOOD, 'node_modules/x/b.md': GOOD, '.git/c.md': GOOD }, [], ['a.md']));
  it('takes files, folders and patterns', () =>
    looksAt({ 'a.md': GOOD, 'x/b.md': GOOD, 'y/c.md': GOOD, 'y/d.md': GOOD, 'z.md': GOOD }, ['a.md', 'x', 'y/c*.md'], ['a.md', 'x/b.md', 'y/c.md']));
  it('takes a file named twice once', () => looksAt({ 'a.md': GOOD }, ['a.md', './a.md', '.'], ['a.md']));
  it('takes a file whose name looks like a pattern', () => looksAt({ '[a].md': GOOD, 'a.md': GOOD }, ['[a].md'], ['[a].md']));
  it('walks into a folder called x.md', () => looksAt({ 'x.md/a.md': GOOD }, [], ['x.md/a.md']));
  it('keeps names with spaces and letters of any language', () => looksAt({ 'Søren & Ko/fjæs #1+2.md': GOOD }, [], ['Søren & Ko/fjæs #1+2.md']));
  it('sorts by path as written', () => looksAt({ 'ø.md': GOOD, 'z.md': GOOD, 'a b.md': GOOD, 'a.md': GOOD }, [], ['a b.md', 'a.md', 'z.md', 'ø.md']));
  it('follows the configuration of the nearest folder above', () =>
    looksAt(
      { 'casewright.yaml': 'cases: ["cases/**/*.md", "!cases/old/**"]', 'cases/a.md': GOOD, 'cases/old/b.md': GOOD, 'c.md': GOOD, 'sub/d.md': GOOD },
      [],
      ['../cases/a.md'],
      'sub',
    ));
  it('does not follow a link out of the folder, nor in circles', async () => {
    const elsewhere = new Study({ 'b.md': GOOD });
    const study = new Study({ 'a.md': GOOD });
    symlinkSync(elsewhere.folder, path.join(study.folder, 'out'));
    symlinkSync(study.folder, path.join(study.folder, 'loop'));
    const run = await study.run(['check', '--format=json']);
    expect(reportOf(run).cases.map((checked) => checked.path)).toEqual(['a.md']);
  });
  it('says of a named file that it is no case, and goes on', async () => {
    const run = await looksAt({ 'a.md': GOOD, 'notes.md': 'Just notes.' }, ['a.md', 'notes.md'], ['a.md']);
    expect(run.stderr).toBe('notes.md is not a case (its front matter has no key “case”) and was left out.\n');
    expect(run.code).toBe(0);
  });
});

describe('what check prints', () => {
  it('groups findings by file, each with place, severity, message and rule, and sums up', async () => {
    const { stdout, stderr } = await new Study({ 'a.md': ERROR }).run(['check']);
    const [head, ...lines] = stdout.split('\n');
    expect(head).toBe('a.md');
    expect(lines.find((line) => line.includes(' error '))).toMatch(
      /^ {2}4:45 {2}error {4}There is no framework “no-such-framework”.* {2}framework\/unknown-framework$/,
    );
    expect(stdout).toMatch(/\n\n1 case checked: 1 error, \d+ warnings?(?:, \d+ infos?)?\.\n$/);
    expect(stderr).toBe('');
  });
  it('says the same in JSON, with places counted from zero', async () => {
    const { report } = await check({ 'a.md': ERROR });
    const found = report.cases[0]?.findings.find((finding) => finding.rule === 'framework/unknown-framework');
    expect(found).toMatchObject({ severity: 'error', range: { start: { line: 3, character: 44 }, end: { line: 3, character: 61 } } });
    expect(report.summary).toMatchObject({ cases: 1, errors: 1, gates: [] });
    expect(report.cases[0]?.coverage).toMatchObject({
      items: 7,
      missing: 6,
      triangulated: 1,
      frameworks: [{ id: 'internationalization-capacity', items: 7, missing: 6 }],
    });
  });
  it('uses colour when it is forced, and never in a pipe otherwise', async () => {
    const study = new Study({ 'a.md': ERROR });
    const [piped, forced, refused] = await Promise.all([
      study.run(['check']),
      study.run(['check'], { env: { FORCE_COLOR: '1' } }),
      study.run(['check'], { env: { NO_COLOR: '1' } }),
    ]);
    expect(forced.stdout).toContain('\u001B[31m');
    expect(forced.stdout.replaceAll(/\u001B\[\d+m/g, '')).toBe(piped.stdout);
    expect(refused.stdout).toBe(piped.stdout);
    expect(piped.stdout).not.toContain('\u001B');
  });
  it('lets no control character of a case through to the terminal', async () => {
    const { stdout } = await new Study({ 'a.md': caseText('"\\e[31mred"', { framework: '"\\e[2Jx"' }) }).run(['check']);
    expect(stdout).not.toContain('\u001B');
  });
  it('finds the examples in order', async () => {
    const run = await runCli(['check', EXAMPLES, '--format', 'json']);
    expect(reportOf(run).summary).toMatchObject({ cases: 17, errors: 0 });
    expect(run.code).toBe(0);
  });
});

describe('gates', () => {
  async function gates(config: string, files: Readonly<Record<string, string>>): Promise<{ gates: CheckReport['summary']['gates']; code: number | null }> {
    const { report, code } = await check({ 'casewright.yaml': config, ...files });
    return { gates: report.summary.gates, code };
  }

  it('that are not met make the exit code 1, even with --fail-on never', async () => {
    const { report, code } = await check({ 'casewright.yaml': 'gates: {addressed: 80}', 'a.md': GOOD }, ['--fail-on', 'never']);
    expect(report.summary.gates).toEqual([{ name: 'addressed', required: 80, actual: 14.2, met: false }]);
    expect(code).toBe(1);
  });
  it('count the items of all cases, and take what is not applicable as reached', async () => {
    const aside = GOOD.replace('sources:', 'findings: {P2: {verdict: not-applicable, because: "No second market"}}\nsources:');
    expect(
      await gates('gates: {addressed: 10, evidenced: 21.5, triangulated: 0}', { 'a.md': GOOD, 'b.md': aside.replace('case: nordlys', 'case: b') }),
    ).toEqual({
      gates: [
        { name: 'addressed', required: 10, actual: 21.4, met: true },
        { name: 'evidenced', required: 21.5, actual: 21.4, met: false },
        { name: 'triangulated', required: 0, actual: 21.4, met: true },
      ],
      code: 1,
    });
  });
  it('for an item count the cases that use it', async () => {
    const other = caseText('b', { framework: 'policy-themes' });
    const { gates: found } = await gates('gates: {per_item: {P1: triangulated, P2: addressed}}', { 'a.md': GOOD, 'b.md': other });
    expect(found).toEqual([
      { name: 'per_item.P1', required: 100, actual: 100, met: true },
      { name: 'per_item.P2', required: 100, actual: 0, met: false },
    ]);
  });
  it('carry the name of their configuration when there are several', async () => {
    const { gates: found } = await gates('gates: {addressed: 10}', {
      'a.md': GOOD,
      'sub/casewright.yaml': 'gates: {addressed: 90}',
      'sub/b.md': caseText('b'),
    });
    expect(found.map(({ name, met }) => [name, met])).toEqual([
      ['casewright.yaml: addressed', true],
      ['sub/casewright.yaml: addressed', false],
    ]);
  });
  it('read as a sentence', async () => {
    const { stdout } = await new Study({ 'casewright.yaml': 'gates: {addressed: 80}', 'a.md': GOOD }).run(['check']);
    expect(stdout).toContain('\nGate addressed: 14.2 % of 80 % required, not met\n');
    expect(stdout).toMatch(/1 gate not met\.\n$/);
  });
});
