import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReportSchema, type CheckReport } from '../../server/src/core/report/check-report.ts';
import { caseText, CLI, Study } from './study.ts';

const GOOD = caseText('nordlys');

/** Checks the files beside a good case: what is said on standard error, what the report has, how it ends. */
async function beside(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = [],
): Promise<{ code: number | null; stderr: string; report: CheckReport; rules: (path: string) => string[] }> {
  const { code, stdout, stderr } = await new Study({ 'good.md': GOOD, ...files }).run(['check', '--format', 'json', ...args]);
  const report = checkReportSchema.parse(JSON.parse(stdout));
  const rules = (path: string): string[] => report.cases.find((checked) => checked.path === path)?.findings.map((finding) => finding.rule) ?? [];
  return { code, stderr, report, rules };
}

describe('what cannot be read is named, the rest is checked, and the exit code is 2', () => {
  it.each([
    ['a binary file', { 'x.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }, [], 'x.md could not be read: it is not a text file.\n'],
    [
      'Latin-1',
      { 'x.md': Buffer.from('---\ncase: x\ntitle: K\xf8ge\n---\n', 'latin1') },
      [],
      'x.md could not be read: it is not saved as UTF-8; save it again with the encoding UTF-8.\n',
    ],
    [
      'UTF-16',
      { 'x.md': Buffer.from('\uFEFF---\ncase: x\n---\n', 'utf16le') },
      [],
      'x.md could not be read: it is not saved as UTF-8; save it again with the encoding UTF-8.\n',
    ],
    ['a path that does not exist', {}, ['good.md', 'gone.md'], 'gone.md does not exist.\n'],
    ['a path through a file', {}, ['good.md', 'good.md/x.md'], 'good.md/x.md could not be read: it does not exist.\n'],
    ['a pattern that matches nothing', {}, ['good.md', 'casess/*.md'], 'No file matches “casess/*.md”.\n'],
  ])('%s', async (_, files, args, stderr) => {
    const result = await beside(files, args);
    expect(result).toMatchObject({ code: 2, stderr });
    expect(result.report.cases.map((checked) => checked.path)).toEqual(['good.md']);
  });
});

describe('what is no file', () => {
  it('is named, too', async () => {
    const study = new Study({ 'good.md': GOOD, 'x.md/inside.md': caseText('inside') });
    symlinkSync('nowhere', path.join(study.folder, 'dangling.md'));
    symlinkSync('good.md', path.join(study.folder, 'again.md'));
    execFileSync('mkfifo', [path.join(study.folder, 'pipe.md')]);
    const { code, stdout, stderr } = await study.run(['check', '--format', 'json']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'dangling.md could not be read: it is a link to a file that does not exist.\npipe.md could not be read: it is not a file but a pipe or a device.\n',
    });
    expect(checkReportSchema.parse(JSON.parse(stdout)).cases.map((checked) => checked.path)).toEqual(['good.md', 'x.md/inside.md']);
  });

  it('may be the current folder', async () => {
    const study = new Study({ 'gone/good.md': GOOD });
    const folder = path.join(study.folder, 'gone');
    const script = `rm -r "${folder}" && "${process.execPath}" "${CLI}" check`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'The current folder no longer exists; change to another one.\n' });
  });
});

describe('configuration, packs and templates with problems are reported at their line, and the exit code is 2', () => {
  it.each([
    ['a setting that does not exist', { 'casewright.yaml': '# ours\nframework: [policy-themes]\n' }, /^casewright\.yaml:2:1: .*Did you mean “frameworks”\?$/],
    ['YAML that is broken', { 'casewright.yaml': 'frameworks: [policy-themes\n' }, /^casewright\.yaml:\d+:\d+: ./],
    ['a rule that does not exist', { 'casewright.yaml': 'rules:\n  coverage/missin: off\n' }, /^casewright\.yaml:2:3: .*Did you mean “coverage\/missing”\?$/],
    [
      'a gate for an item that does not exist',
      { 'casewright.yaml': 'gates:\n  per_item:\n    P77: addressed\n' },
      /^casewright\.yaml:3:\d+: No framework has an item “P77”\./,
    ],
    ['a framework file that is not there', { 'casewright.yaml': 'frameworks:\n  - ./own.yaml\n' }, /^casewright\.yaml:2:5: “\.\/own\.yaml” does not exist/],
    [
      'a framework file that is wrong',
      {
        'casewright.yaml': 'frameworks: [./f/own.yaml]',
        'f/own.yaml':
          'id: own\ntitle: Own\nkind: themes\nsource: {authors: [A], year: MMXX, title: T}\nitems:\n  - {id: O1, label: One, statement: S, at: p. 1}\n',
      },
      /^f\/own\.yaml:4:30: .*year/,
    ],
    [
      'a template that is wrong',
      { 'casewright.yaml': 'template: ./own.yaml', 'own.yaml': 'id: own\ntitle: Own\nsections:\n  - heading: A\n    hnt: x\n' },
      /^own\.yaml:5:5: “hnt” .*Did you mean “hint”\?$/,
    ],
    ['a framework file that is not YAML', { 'casewright.yaml': 'frameworks: [./own.yaml]', 'own.yaml': '\t{[' }, /^own\.yaml:\d+:\d+: ./],
  ])('%s', async (_, files, line) => {
    const { code, stderr, report } = await beside(files);
    expect(stderr.trimEnd().split('\n')[0]).toMatch(line);
    expect(code).toBe(2);
    expect(report.cases).toHaveLength(1);
  });
});

describe('a case that is badly written is still a case', () => {
  it('with Windows line ends, a byte order mark and no final newline', async () => {
    const { code, report } = await beside({ 'x.md': `\uFEFF${GOOD.replace('case: nordlys', 'case: x').replaceAll('\n', '\r\n').trimEnd()}` });
    expect(code).toBe(0);
    const [good, other] = report.cases;
    expect(other?.coverage).toEqual(good?.coverage);
    expect(other?.findings.map(({ rule, range }) => [rule, range])).toEqual(good?.findings.map(({ rule, range }) => [rule, range]));
  });
  it('with broken YAML, of which the body is still checked', async () => {
    const { code, rules } = await beside({
      'x.md': '---\ncase: x\nframeworks: [internationalization-capacity]\nfirm: {country: DK\n---\n\n:P1[Too short]{supports}\n',
    });
    expect(rules('x.md')).toContain('front-matter/syntax');
    expect(rules('x.md')).toContain('coverage/thin');
    expect(code).toBe(1);
  });
  it.each([
    ['duplicate keys', '---\ncase: x\ntitle: A\ntitle: B\n---\n'],
    ['tabs', '---\ncase: x\nfirm:\n\tcountry: DK\n---\n'],
  ])('with %s', async (_, text) => {
    const { code, rules } = await beside({ 'x.md': text });
    expect(rules('x.md')).toContain('front-matter/syntax');
    expect(code).toBe(1);
  });
  it('with an alias bomb', async () => {
    const levels = Array.from({ length: 30 }, (_, level) => `x${level + 1}: &x${level + 1} [${Array.from({ length: 9 }, () => `*x${level}`).join(', ')}]`);
    const { code, report } = await beside({ 'x.md': `---\ncase: x\nx0: &x0 [a, a]\n${levels.join('\n')}\n---\n` });
    expect(report.cases).toHaveLength(2);
    expect(code).toBe(1);
  });
  it('that is empty is none', async () => {
    expect(await beside({ 'x.md': '' })).toMatchObject({ code: 0, stderr: '', report: { summary: { cases: 1 } } });
  });
  it('of five megabytes', async () => {
    const paragraph = `${'The firm went abroad with what it had. '.repeat(60)}\n\n`;
    const { code, report } = await beside({
      'x.md': caseText('big', { body: `\n## The firm\n\n${paragraph.repeat(Math.ceil(5_000_000 / paragraph.length))}` }),
    });
    expect(report.cases.map((checked) => checked.case)).toEqual(['nordlys', 'big']);
    expect(code).toBe(0);
  });
});

describe('what was asked for is not understood', () => {
  /** One sentence on standard error, nothing on standard output, exit code 2. */
  async function refuses(args: readonly string[], sentence: string): Promise<void> {
    expect(await new Study({ 'a.md': GOOD }).run(args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
  }

  it.each([
    [['chek'], 'There is no command “chek”; there are check, coverage, matrix, new, frameworks, explain and lsp. Did you mean “check”?'],
    [['check', '--format', 'sarif'], '“casewright check” knows no format “sarif”; there are text and json.'],
    [['check', '--fail-on', 'warnings'], '“casewright check” knows no fail-on “warnings”; there are error, warning, info and never. Did you mean “warning”?'],
    [['check', '--fromat=json'], '“casewright check” has no option --fromat; it has --format, --fail-on, --no-cache and --help. Did you mean “--format”?'],
    [['check', '--format'], '--format needs a value: --format FORMAT.'],
    [['coverage', '--format', 'xlsx'], '“casewright coverage” knows no format “xlsx”; there are text, json, csv and md.'],
    [['explain', 'a', 'b'], '“casewright explain” does not know what to do with “b”; see “casewright explain --help”.'],
    [['lsp'], 'Say how the editor speaks with the server: casewright lsp --stdio.'],
  ])('%j', (args, sentence) => refuses(args, sentence));
});
