import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { matrixReportSchema } from '../../server/src/core/report/matrix/matrix-report.ts';
import { EXAMPLES, runCli, Study, type Run } from './study.ts';

const DANISH = path.join(EXAMPLES, 'danish-smes');

function caseOf(id: string, findings: string, firm = ''): string {
  return `---\ncase: ${id}\nframeworks: [policy-themes]\n${firm}findings:\n  ${findings}\n---\n`;
}

const STUDY = {
  'cases/a.md': caseOf('alfa', 'T1: {value: gradual, verdict: not-supported, because: "It waited"}', 'firm: {country: DK}\n'),
  'cases/b.md': caseOf('beta', 'T1: {value: from-outset, because: "=1+1"}', 'firm: {country: EE}\n'),
};

/** Checks what the program prints and its exit code. */
async function check(args: readonly string[], expected: Partial<Run>, files: Readonly<Record<string, string>> = STUDY): Promise<void> {
  expect(await new Study(files).run(['matrix', ...args])).toMatchObject(expected);
}

describe('casewright matrix', () => {
  it('prints the contract’s CSV: one row a case in path order, the value, else the verdict', () =>
    check(['--show', 'finding', '--format', 'csv'], {
      code: 0,
      stdout: 'case,T1,T2,T3,T4,T5,T6,T7\r\nalfa,gradual,,,,,,\r\nbeta,from-outset,,,,,,\r\n',
      stderr: '',
    }));
  it('groups by a field or a finding', async () => {
    await check(['--show', 'finding', '--by', 'firm.country'], { code: 0, stdout: expect.stringMatching(/DK \(1\)\n {2}alfa.*\nEE \(1\)\n {2}beta/) });
    await check(['--show', 'finding', '--by', 'T1'], { code: 0, stdout: expect.stringMatching(/from-outset \(1\)\n {2}beta.*\ngradual \(1\)\n {2}alfa/) });
  });
  it('sorts by a field', () => check(['--show', 'finding', '--sort', 'T1', '--format', 'csv'], { stdout: expect.stringMatching(/\r\nbeta,.*\r\nalfa,/) }));
  it('shows which theories fit', () => check(['--show', 'fit'], { code: 0, stdout: expect.stringMatching(/alfa +1\/0\/6 +0\/1\/6/) }));
  it('shows the author’s summaries', () => check(['--show', 'summary'], { code: 0, stdout: expect.stringContaining('alfa\n  T1: It waited\n') }));
  it('neutralizes formulas', () => check(['--show', 'summary', '--format', 'csv'], { stdout: expect.stringContaining("beta,'=1+1,") }));
  it('prints a workbook that can be opened', async () => {
    const study = new Study(STUDY);
    const { code } = await study.run(['matrix', '--show', 'finding', '--out', 'm.xlsx']);
    const parts = unzipSync(readFileSync(path.join(study.folder, 'm.xlsx')));
    expect(code).toBe(0);
    expect(Object.entries(parts).some(([name, bytes]) => name.startsWith('xl/') && strFromU8(bytes).includes('from-outset'))).toBe(true);
  });
  it('prints JSON of the published form', async () => {
    const { stdout } = await new Study(STUDY).run(['matrix', '--show', 'fit', '--by', 'firm.country', '--format', 'json']);
    const report = matrixReportSchema.parse(JSON.parse(stdout));
    expect(report.rows.map(({ path: file, case: id, group }) => [file, id, group])).toEqual([
      ['cases/a.md', 'alfa', 'DK'],
      ['cases/b.md', 'beta', 'EE'],
    ]);
  });
  it('takes a single framework', () =>
    check(['--framework', 'policy-themes', '--format', 'csv'], { code: 0, stdout: expect.stringMatching(/^case,T1,T2,T3,T4,T5,T6,T7\r\n/) }));
});

describe('casewright matrix on bad input', () => {
  it('writes over an earlier export but never over a case', async () => {
    const study = new Study({ ...STUDY, 'm.md': 'old' });
    expect((await study.run(['matrix', 'cases', '--out', 'm.md'])).code).toBe(0);
    expect(study.read('m.md')).toContain('| alfa |');
    expect(await study.run(['matrix', '--out', 'cases/a.md'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a case, and nothing was written'),
    });
    expect((await study.run(['matrix', 'cases/b.md', '--out', 'cases/a.md'])).code).toBe(2);
    expect(study.read('cases/a.md')).toBe(STUDY['cases/a.md']);
  });
  it('keeps an earlier export where there is no case', async () => {
    const study = new Study({ 'm.csv': 'old' });
    expect(await study.run(['matrix', '--out', 'm.csv'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('No case found') });
    expect(study.read('m.csv')).toBe('old');
  });
  it('shows a broken case as broken, says so, and ends with 2', async () => {
    const files = { ...STUDY, 'cases/b.md': '---\ncase: beta\nfindings: {T1: {value\n---\n' };
    await check(
      ['--show', 'finding', '--format', 'csv'],
      { code: 2, stdout: expect.stringContaining('beta,broken,'), stderr: expect.stringContaining('cases/b.md: The front matter') },
      files,
    );
    await check(['--show', 'finding'], { code: 2, stdout: expect.stringMatching(/beta +!/) }, files);
  });
  it('ends with 2 where a case names a framework that does not exist: its items are not there', () =>
    check(
      ['--show', 'finding', '--format', 'csv'],
      { code: 2, stderr: expect.stringContaining('c.md: This case names a framework “policy-theme” that cannot be used') },
      { ...STUDY, 'c.md': '---\ncase: gamma\nframeworks: [policy-themes, policy-theme]\n---\n' },
    ));
  it('reports two cases of one name, both of them', () =>
    check(
      ['--show', 'finding', '--format', 'csv'],
      {
        stdout: expect.stringMatching(/alfa,gradual.*\r\nalfa,gradual/),
        stderr: expect.stringMatching(/cases\/a\.md: .*cases\/c\.md[^]*cases\/c\.md: .*cases\/a\.md/),
      },
      { 'cases/a.md': STUDY['cases/a.md'], 'cases/c.md': STUDY['cases/a.md'] },
    ));
  it.each([
    ['a key that no case has', ['--by', 'firm.contry'], 'Did you mean “firm.country”?'],
    ['a key that holds others', ['--by', 'firm'], 'name one of them: firm.country.'],
    ['something that cannot be shown', ['--show', 'findings'], 'Did you mean “finding”?'],
    ['a framework that no case uses', ['--framework', 'policy-theme'], 'Did you mean “policy-themes”?'],
    ['a format that does not exist', ['--format', 'xls'], 'Did you mean'],
    ['a file of which no format is known', ['--out', 'm.xls'], 'name one that ends in .txt, .csv, .md, .html, .json or .xlsx'],
  ])('says what is wrong with %s', (_, args, said) => check(args, { code: 2, stdout: '', stderr: expect.stringContaining(said) }));
  it('points to a prediction that no finding can take', async () => {
    const pack = `id: own\ntitle: Own\nsource: {authors: [Me], year: 2020, title: T}\nkind: themes\nperspectives: [{id: a, label: A}]\nitems:\n  - {id: X1, label: One, statement: S, at: p. 1, values: [x, z], predictions: {a: y}}\n`;
    const files = { 'casewright.yaml': 'frameworks: [./own.yaml]\n', 'own.yaml': pack, 'a.md': '---\ncase: a\n---\n' };
    await check([], { code: 2, stderr: expect.stringMatching(/own\.yaml:7:\d+: “y” is predicted for X1, but no finding could say so/) }, files);
  });
});

describe('the fourteen Danish firms', () => {
  it('are side by side with the thesis’ groups', async () => {
    const { stdout, code } = await runCli([
      'matrix',
      DANISH,
      '--show',
      'finding',
      '--by',
      'P7',
      '--format',
      'csv',
      '--framework',
      'internationalization-capacity',
    ]);
    const rows = stdout
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','));
    expect(code).toBe(0);
    expect(rows).toHaveLength(14);
    expect(
      Object.fromEntries(
        ['network-led', 'absorptive-capacity-led', 'serendipity-led', 'balanced'].map((group) => [group, rows.filter((row) => row[1] === group).length]),
      ),
    ).toEqual({
      'network-led': 5,
      'absorptive-capacity-led': 3,
      'serendipity-led': 2,
      balanced: 4,
    });
  });
});
