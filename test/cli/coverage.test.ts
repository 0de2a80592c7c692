import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageReportSchema, type CoverageReport } from '../../server/src/core/report/coverage-report.ts';
import { LineIndex } from '../../server/src/core/text/line-index.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { caseText, EXAMPLES, runCli, Study } from './study.ts';

async function coverageOf(files: Readonly<Record<string, string>>): Promise<CoverageReport> {
  const { stdout } = await new Study(files).run(['coverage', '--format', 'json']);
  return coverageReportSchema.parse(JSON.parse(stdout));
}

it('coverage says which frameworks it cannot show, and ends with 2', async () => {
  const text = caseText('nordlys').replace('frameworks: [', 'frameworks: [nobody, ');
  expect(await new Study({ 'a.md': text }).run(['coverage'])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('internationalization-capacity: 6 missing, 1 triangulated'),
    stderr: 'a.md: This case names a framework “nobody” that cannot be used, so its items are not shown.\n',
  });
});

describe('coverage --format json', () => {
  it('says of every item its status, words, sources, stances, finding and marks', async () => {
    const text = caseText('nordlys').replace('sources:', 'findings: {P1: {value: hired-manager, because: "Insiders run it"}}\nsources:');
    const report = await coverageOf({ 'a.md': text });
    const [covered] = report.cases;
    expect(covered).toMatchObject({ path: 'a.md', case: 'nordlys', title: 'nordlys A/S' });
    const [first, second] = covered?.frameworks[0]?.items ?? [];
    expect(first).toEqual({
      id: 'P1',
      label: 'Investment in organizational capabilities',
      status: 'triangulated',
      words: 60,
      sources: ['int-ceo', 'report'],
      stances: { supports: 1, contradicts: 0, qualifies: 0, rival: 0 },
      finding: { value: 'hired-manager', verdict: null, because: 'Insiders run it' },
      marks: [{ start: { line: 11, character: 0 }, end: { line: 13, character: expect.any(Number) } }],
    });
    expect(second).toMatchObject({ id: 'P2', status: 'missing', words: 0, sources: [], finding: null, marks: [] });
  });

  it('leads from every mark to its text in the examples', async () => {
    const run = await runCli(['coverage', EXAMPLES, '--format=json']);
    const report = coverageReportSchema.parse(JSON.parse(run.stdout));
    const seen = report.cases.flatMap(({ path: file, frameworks }) => {
      const text = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
      const lines = new LineIndex(text);
      const marks = frameworks.flatMap((framework) => framework.items.flatMap((item) => item.marks));
      return marks.map(({ start, end }) => {
        const span = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
        expect(lines.rangeOf(span)).toEqual({ start, end });
        return text.slice(span.start, span.end).trim();
      });
    });
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.filter((text) => text === '')).toEqual([]);
  });

  it('is an empty list where there is no case', async () => {
    const { code, stdout, stderr } = await new Study().run(['coverage', '--format', 'json']);
    expect([code, JSON.parse(stdout)]).toEqual([2, { version: 1, cases: [] }]);
    expect(stderr).toMatch(/^No case found/);
  });
});

describe('coverage for reading', () => {
  it('shows one case item by item', async () => {
    const { stdout, code } = await new Study({ 'a.md': caseText('nordlys') }).run(['coverage']);
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'nordlys A/S  a.md',
      '',
      'internationalization-capacity: 6 missing, 1 triangulated',
      '                                                                        words  sources',
      '  P1  Investment in organizational capabilities       ● triangulated       60        2',
      '  P2  Influence of prior international experience     ○ missing',
    ]);
    expect(code).toBe(0);
  });

  it('shows several cases as a matrix, with what the signs mean and what is still open', async () => {
    const { stdout } = await new Study({ 'a.md': caseText('nordlys'), 'b.md': caseText('b', { framework: 'policy-themes' }) }).run(['coverage']);
    expect(stdout).toContain(
      ['internationalization-capacity', '          P1 P2 P3 P4 P5 P6 P7     ○  ◔  ◑  ◕  ●  –', '  nordlys  ●  ○  ○  ○  ○  ○  ○     6  ·  ·  ·  1  ·', ''].join(
        '\n',
      ),
    );
    expect(stdout).toContain('○ missing  ◔ thin  ◑ addressed  ◕ evidenced  ● triangulated  – not applicable\n\nStill open:\n  nordlys: P2 Influence');
  });

  it('is a table in CSV, which no spreadsheet takes for a formula', async () => {
    const text = caseText('nordlys').replace('title: nordlys A/S', 'title: "=1+1, \\"quoted\\""');
    const { stdout } = await new Study({ 'a.md': text }).run(['coverage', '--format', 'csv']);
    const [head, first, second] = stdout.split('\r\n');
    expect(head).toBe('path,case,title,framework,item,label,status,words,sources,supports,contradicts,qualifies,rival,value,verdict,because');
    expect(first).toBe(
      `a.md,nordlys,"'=1+1, ""quoted""",internationalization-capacity,P1,Investment in organizational capabilities,triangulated,60,int-ceo report,1,0,0,0,,,`,
    );
    expect(second).toMatch(/,P2,.*,missing,0,,0,0,0,0,,,$/);
  });

  it('is a table in Markdown', async () => {
    const text = caseText('nordlys').replace('title: nordlys A/S', 'title: A | B');
    const { stdout } = await new Study({ 'a.md': text }).run(['coverage', '--format', 'md']);
    expect(stdout).toContain('## A \\| B (a.md)\n\n### internationalization-capacity\n\n| Item | Status | Words | Sources | Finding |\n');
    expect(stdout).toContain('| P1 Investment in organizational capabilities | ● triangulated | 60 | int-ceo, report |  |\n');
  });
});
