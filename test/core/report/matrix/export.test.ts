import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportMatrix, type MatrixFormat } from '../../../../server/src/core/report/matrix/export-matrix.ts';
import { matrixReportSchema } from '../../../../server/src/core/report/matrix/matrix-report.ts';
import { matrixText } from '../../../../server/src/core/report/matrix/matrix-text.ts';
import type { MatrixOptions } from '../../../../server/src/core/report/matrix/arrange-matrix.ts';
import { writeWorkbook } from '../../../../server/src/host/write-workbook.ts';
import { released } from '../../../support/released.ts';
import { matrixOf, ownCase } from './matrix.ts';

const FILES = {
  'a.md': ownCase('alfa', 'firm: {country: DK}\nfindings: {X1: {value: late, because: "It waited, then left"}}\n'),
  'b.md': ownCase('beta', 'firm: {country: EE}\nfindings: {X1: {value: early, because: "=HYPERLINK(1)"}, X2: {verdict: supported}}\n'),
};
const HOSTILE = {
  'a.md': ownCase('alfa', 'title: "<b>x</b>"\nfindings: {X1: {value: "<img src=x onerror=alert(1)>", because: "-1+2"}, X2: {value: "@SUM(A1)"}}\n'),
};

async function exported(files: Readonly<Record<string, string>>, format: MatrixFormat, options: Partial<MatrixOptions>): Promise<string | Uint8Array> {
  return exportMatrix(released(await matrixOf(files, options)), format, writeWorkbook);
}

/** Checks a matrix as text of a format. */
async function check(
  format: MatrixFormat,
  options: Partial<MatrixOptions>,
  expected: string,
  files = FILES as Readonly<Record<string, string>>,
): Promise<void> {
  expect(await exported(files, format, options)).toBe(expected);
}

describe('as CSV, a matrix', () => {
  it('has a header and a row for each case', () => check('csv', { show: 'finding' }, 'case,X1,X2\r\nalfa,late,\r\nbeta,early,supported\r\n'));
  it('says by what the cases are grouped in its second column', () =>
    check('csv', { show: 'finding', by: 'firm.country' }, 'case,firm.country,X1,X2\r\nalfa,DK,late,\r\nbeta,EE,early,supported\r\n'));
  it('has three numbers for each theory', () =>
    check(
      'csv',
      { show: 'fit' },
      'case,stage agrees,stage contradicts,stage silent,learning agrees,learning contradicts,learning silent\r\nalfa,1,0,1,0,1,1\r\nbeta,0,1,1,1,0,1\r\n',
    ));
  it('holds nothing that a spreadsheet would run', () =>
    check('csv', { show: 'summary' }, 'case,X1,X2\r\nalfa,"It waited, then left",\r\nbeta,\'=HYPERLINK(1),\r\n'));
  it('says of a case that cannot be read that it is broken', () =>
    check('csv', { show: 'finding' }, 'case,X1,X2\r\nalfa,late,\r\nbeta,broken,broken\r\n', {
      'a.md': FILES['a.md'],
      'b.md': '---\ncase: beta\nfindings: {X1: {value\n---\n',
    }));
});

describe('as an Excel workbook, a matrix', () => {
  async function sheetsOf(files: Readonly<Record<string, string>>, options: Partial<MatrixOptions>): Promise<string> {
    const parts = unzipSync((await exported(files, 'xlsx', options)) as Uint8Array);
    return Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
      .join('\n');
  }
  it('holds only what can stand in one, also where a long text is cut', async () => {
    const files = { 'a.md': ownCase('alfa', `findings: {X1: {because: "${'x'.repeat(32_766)}🎉"}}\n`) };
    const xml = await sheetsOf(files, { show: 'summary' });
    expect(xml).toContain('xx ');
    expect(xml).not.toContain('\uFFFD');
  });
  it('has its texts and the names of its items', async () => {
    const xml = await sheetsOf(FILES, { show: 'finding' });
    for (const text of ['alfa', 'late', 'early', 'Timing', 'Own framework', 'name="Matrix"', 'name="Items"']) expect(xml).toContain(text);
  });
  it('keeps numbers as numbers', async () => {
    expect(await sheetsOf(FILES, { show: 'fit' })).toMatch(/<c [^>]*><v>1<\/v><\/c>/);
  });
  it('holds every comparison of a finding with a theory, so that each number can be looked up', async () => {
    const xml = await sheetsOf(FILES, { show: 'fit' });
    for (const text of ['name="Comparisons"', 'expected', 'agrees', 'contradicts']) expect(xml).toContain(text);
  });
  it('holds no formula, and neutralizes what looks like one', async () => {
    const xml = await sheetsOf(HOSTILE, { show: 'finding' });
    expect(xml).not.toContain('<f>');
    expect(xml).toMatch(/(?:'|&apos;|&#39;)@SUM\(A1\)/);
  });
});

describe('as Markdown, a matrix', () => {
  it('is a table with totals, groups in rows of their own, and what the columns mean', () =>
    check(
      'md',
      { show: 'finding', by: 'firm.country' },
      '| case | X1 | X2 | total |\n| --- | --- | --- | --- |\n| **DK** (1) |  |  |  |\n| alfa | late |  | 1/2 |\n| **EE** (1) |  |  |  |\n| beta | early | supported | 2/2 |\n| total | 2/2 | 1/2 | 3/4 |\n\ntotal: how many have a finding, out of how many\n\n- X1: Timing\n- X2: Mode\n',
    ));
});

describe('as a page, a matrix', () => {
  it('names the items behind every number of a fit, and says what the totals count', async () => {
    const page = String(await exported(FILES, 'html', { show: 'fit' }));
    expect(page).toContain('<td>1 agrees (X1), 0 contradict, 1 silent (X2)</td>');
    expect(page).toContain('<p>total: agrees/contradicts/silent');
  });
  it('escapes whatever comes from a case, and runs nothing', async () => {
    const page = String(await exported(HOSTILE, 'html', { show: 'finding' }));
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain("default-src 'none'");
  });
  it('is a table with headers for rows, columns and groups', async () => {
    const page = String(await exported(FILES, 'html', { show: 'finding', by: 'firm.country' }));
    expect(page).toContain('<th scope="col" title="Timing">X1</th>');
    expect(page).toContain('<th scope="rowgroup" colspan="4">DK (1)</th>');
    expect(page).toContain('<th scope="row">alfa</th><td>late</td>');
  });
});

describe('as JSON, a matrix', () => {
  it('is of the published form, and holds the arithmetic of each fit', async () => {
    const report = matrixReportSchema.parse(JSON.parse(String(await exported(FILES, 'json', { show: 'fit' }))));
    expect(report.rows[0]?.fit[0]).toMatchObject({ column: 'own/stage', agrees: 1, contradicts: 0, silent: 1 });
    expect(report.rows[0]?.fit[0]?.items[0]).toEqual({
      item: 'X1',
      outcome: 'agrees',
      expected: 'late',
      found: 'late',
      because: 'expects late, and so finds the case',
    });
  });
});

describe('on a terminal, a matrix', () => {
  it('shows the groups, the totals and what the columns mean', async () => {
    const text = matrixText(released(await matrixOf(FILES, { show: 'finding', by: 'firm.country' })), { width: 80, colour: false });
    expect(text).toBe(`2 cases by 2 items:

own: Own framework
         X1     X2         total
DK (1)
  alfa   late              1/2
EE (1)
  beta   early  supported  2/2
  total  2/2    1/2        3/4

X1  Timing
X2  Mode

total: how many have a finding, out of how many
`);
  });
  it('puts the columns that do not fit below the others', async () => {
    const text = matrixText(released(await matrixOf({ 'd.md': '---\ncase: d\nframeworks: [policy-themes]\n---\n' }, { show: 'status' })), {
      width: 44,
      colour: false,
    });
    expect(text.split('\n').every((line) => Array.from(line).length <= 44)).toBe(true);
    expect(text).toMatch(/T1 .*\n.*d .*\n.*total.*\n\n +total\n  d +0\/7\n/);
  });
  it('shows a finding in full where a line has room for it', async () => {
    const value = 'firm-entrepreneur-and-network';
    const files = { 'a.md': `---\ncase: a\nframeworks: [policy-themes]\nfindings: {T6: {value: ${value}, because: B}}\n---\n` };
    const at = async (width: number): Promise<string> => matrixText(released(await matrixOf(files, { show: 'finding' })), { width, colour: false });
    expect(await at(80)).toContain(value);
    expect(await at(Infinity)).toContain(value);
    expect((await at(36)).split('\n').every((line) => Array.from(line).length <= 36)).toBe(true);
  });
  it('tells summaries case by case', async () => {
    const text = matrixText(released(await matrixOf(FILES, { show: 'summary' })), { width: 80, colour: false });
    expect(text).toContain('alfa\n  X1: It waited, then left\n');
  });
  it('says so when no theory expects anything', async () => {
    const text = matrixText(released(await matrixOf({ 'd.md': '---\ncase: d\nframeworks: [internationalization-capacity]\n---\n' }, { show: 'fit' })), {
      width: 80,
      colour: false,
    });
    expect(text).toContain('None of these frameworks says what a theory would expect');
  });
});
