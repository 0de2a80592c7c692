import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeMatrix, isKey, keysOf, rowsOf, SHOWS, USUAL_OPTIONS, type MatrixOptions } from '../../../../server/src/core/report/matrix/arrange-matrix.ts';
import { dataOf, ownCase } from './matrix.ts';

const FILES = {
  'a.md': ownCase('alfa', 'firm: {country: DK, employees: 40}\nfindings: {X1: {value: late, because: Slow}, X2: {value: light, because: Cheap}}\n'),
  'b.md': ownCase('beta', 'title: Beta ApS\nfirm: {country: EE, employees: 7}\nfindings: {X1: {value: early, because: Quick}}\n'),
  'c.md': ownCase('gamma', 'firm: {country: DK, employees: 12}\n'),
  'd.md': '---\ncase: delta\nframeworks: [internationalization-capacity]\n---\n',
};

/** Checks the cases of each group, as `value: case case`, and the columns. */
async function check(
  options: Partial<MatrixOptions>,
  groups: readonly string[],
  columns?: string,
  files: Readonly<Record<string, string>> = FILES,
): Promise<void> {
  const matrix = arrangeMatrix(await dataOf(files), { ...USUAL_OPTIONS, ...options });
  expect(matrix.groups.map(({ value, rows }) => `${value ?? '-'}: ${rows.map((row) => row.case).join(' ')}`)).toEqual(groups);
  if (columns !== undefined) expect(matrix.columns.map((column) => column.heading).join(' ')).toBe(columns);
}

describe('the cases of a matrix', () => {
  it('stand in the order of their paths', () => check({}, ['-: alfa beta gamma delta'], 'X1 X2 P1 P2 P3 P4 P5 P6 P7'));
  it('are grouped by a field of the front matter, those without it last', () => check({ by: 'firm.country' }, ['DK: alfa gamma', 'EE: beta', '-: delta']));
  it('are grouped by a finding, in the order of the framework’s values', () => check({ by: 'X1' }, ['early: beta', 'late: alfa', '-: gamma delta']));
  it('are sorted by number, not by letter', () => check({ sort: 'firm.employees' }, ['-: beta gamma alfa delta']));
  it('are sorted downwards, those without a value still last', () => check({ sort: 'firm.employees', descending: true }, ['-: alfa gamma beta delta']));
  it('are sorted by how many findings agree with a theory, those that cannot be compared last', () =>
    check({ sort: 'learning', descending: true }, ['-: beta alfa gamma delta']));
  it('are sorted within their groups', () => check({ by: 'firm.country', sort: 'firm.employees' }, ['DK: gamma alfa', 'EE: beta', '-: delta']));
  it('can be filtered by any word of their name, title or front matter', async () => {
    await check({ cases: 'aps' }, ['-: beta']);
    await check({ cases: 'DK 40' }, ['-: alfa']);
    await check({ cases: 'nowhere' }, []);
  });
  it('are grouped by year, however it is written', async () => {
    const files = { 'a.md': ownCase('alfa', 'firm: {founded: 2004}\n'), 'b.md': ownCase('beta', 'firm: {founded: "2004"}\n') };
    await check({ by: 'firm.founded' }, ['2004: alfa beta'], undefined, files);
  });
  it('are grouped by the values of a list, in whatever order their authors list them', async () => {
    const files = {
      'a.md': ownCase('alfa', 'internationalization: {modes: [export, agent]}\n'),
      'b.md': ownCase('beta', 'internationalization: {modes: [agent, export]}\n'),
    };
    await check({ by: 'internationalization.modes' }, ['agent, export: alfa beta'], undefined, files);
  });
  it('stay together under a key that nobody has', () => check({ by: 'firm.colour' }, ['-: alfa beta gamma delta']));
});

describe('the columns of a matrix', () => {
  it('are those of the frameworks asked for', () => check({ frameworks: ['own'] }, ['-: alfa beta gamma delta'], 'X1 X2'));
  it('are filtered by id or label', () => check({ items: 'mode' }, ['-: alfa beta gamma delta'], 'X2 P7'));
  it('are perspectives where fit is shown', () => check({ show: 'fit' }, ['-: alfa beta gamma delta'], 'stage learning'));
  it('name their framework where two have an item of one id', async () => {
    const data = await dataOf(FILES);
    const twin = { ...data.frameworks[0]!, id: 'twin' };
    const { columns } = arrangeMatrix({ ...data, frameworks: [...data.frameworks, twin] }, { ...USUAL_OPTIONS, items: 'timing' });
    expect(columns.map((column) => column.heading)).toEqual(['own/X1', 'twin/X1']);
  });
});

describe('what a matrix can be grouped by', () => {
  it('is what the front matter of a case has, and the items with findings', async () => {
    const data = await dataOf(FILES);
    expect(keysOf(data)).toEqual({ fields: ['firm.country', 'firm.employees', 'frameworks'], items: ['X1', 'X2'] });
    expect(['firm.country', 'case', 'X2', 'P7'].filter((key) => !isKey(data, key))).toEqual([]);
    expect(['firm.colour', 'case.colour', 'constructor'].filter((key) => isKey(data, key))).toEqual([]);
  });
  it('takes lists of places as one value for each key', async () => {
    const head = 'internationalization: {markets: [{country: US, mode: export}, {country: DE, mode: export}]}\n';
    const { rows } = await dataOf({ 'a.md': ownCase('alfa', head) });
    expect(rows[0]?.fields).toMatchObject({ 'internationalization.markets.country': 'DE, US', 'internationalization.markets.mode': 'export' });
  });
});

describe('a matrix, however it is laid out,', () => {
  it('shows every case once', async () => {
    const data = await dataOf(FILES);
    const key = fc.constantFrom(null, 'firm.country', 'firm.employees', 'X1', 'P3', 'case', '__proto__', '');
    const options = fc.record({ show: fc.constantFrom(...SHOWS), by: key, sort: key, descending: fc.boolean() });
    fc.assert(
      fc.property(options, (given) => {
        const cases = rowsOf(arrangeMatrix(data, { ...USUAL_OPTIONS, ...given })).map((row) => row.case);
        expect(cases.sort()).toEqual(['alfa', 'beta', 'delta', 'gamma']);
      }),
    );
  });
});
