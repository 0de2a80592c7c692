import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { USUAL_OPTIONS } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { MatrixExportRequest, MatrixRequest, MatrixRowsRequest } from '../../server/src/protocol.ts';
import { lspStudies } from '../support/lsp-study.ts';

function caseText(id: string, value: string): string {
  return `---\ncase: ${id}\nframeworks: [policy-themes]\nfindings:\n  T1: {value: ${value}, because: "Seen"}\n---\n\n:T1[Sold abroad at once.]\n`;
}

const start = lspStudies();
const STUDY = {
  'cases/b.md': caseText('beta', 'gradual'),
  'cases/a.md': caseText('alfa', 'from-outset'),
  'cases/c.md': '---\ncase: gamma\nfirm: {country\n---\n',
};

describe('the matrix that a client asks for', () => {
  it('has a row for each case in the order of their paths, with cells, places and what is broken', async () => {
    const { client } = await start(STUDY);
    const { frameworks, rows } = await client.connection.sendRequest(MatrixRequest);
    expect(frameworks.map(({ id, perspectives }) => `${id} ${perspectives.length}`)).toEqual(['policy-themes 5']);
    expect(rows.map(({ path, case: id, broken }) => [path, id, broken !== null])).toEqual([
      ['cases/a.md', 'alfa', false],
      ['cases/b.md', 'beta', false],
      ['cases/c.md', 'gamma', true],
    ]);
    expect(rows[0]?.cells['policy-themes/T1']).toMatchObject({
      status: 'thin',
      value: 'from-outset',
      marks: [{ start: { line: 7, character: 4 } }],
      findingAt: { start: { line: 4 } },
    });
  });

  it('sends only the rows that changed after an edit', async () => {
    const { client, study } = await start(STUDY);
    await client.connection.sendRequest(MatrixRequest);
    await client.open(study.uri('cases/a.md'), STUDY['cases/a.md']);
    await client.change(study.uri('cases/a.md'), 2, caseText('alfa', 'gradual'));
    const change = await client.connection.sendRequest(MatrixRowsRequest, { uris: [study.uri('cases/a.md'), study.uri('cases/gone.md')] });
    expect(change.rows.map((row) => row.cells['policy-themes/T1']?.value)).toEqual(['gradual']);
    expect([change.frameworks, change.uris]).toEqual([null, null]);
  });

  it('is made into a file, as text or as bytes', async () => {
    const { client } = await start(STUDY);
    const options = { ...USUAL_OPTIONS, show: 'finding', by: 'T1' } as const;
    const csv = await client.connection.sendRequest(MatrixExportRequest, { options, format: 'csv' });
    expect(csv).toMatchObject({ base64: null, cases: 3, columns: 7, text: expect.stringContaining('alfa,from-outset,from-outset,') });
    const workbook = await client.connection.sendRequest(MatrixExportRequest, { options, format: 'xlsx' });
    const parts = unzipSync(Buffer.from('base64' in workbook ? (workbook.base64 ?? '') : '', 'base64'));
    expect(Object.values(parts).some((bytes) => strFromU8(bytes).includes('from-outset'))).toBe(true);
  });

  it('is not made into a file while it shows a confidential name, and says where', async () => {
    const names = { 'casewright.yaml': 'confidential: {terms_file: names.txt}\n', 'names.txt': 'Lars Holm = the founder\n' };
    const { client, study } = await start({ ...STUDY, ...names, 'cases/b.md': caseText('beta', 'gradual').replace('Seen', 'Lars Holm said so') });
    const refused = await client.connection.sendRequest(MatrixExportRequest, { options: USUAL_OPTIONS, format: 'csv' });
    expect(refused).toMatchObject({ withheld: { uri: study.uri('cases/b.md'), path: 'cases/b.md', at: { start: { line: 4, character: 33 } } } });
    expect(JSON.stringify(refused)).not.toContain('Holm');
    const others = await client.connection.sendRequest(MatrixExportRequest, { options: { ...USUAL_OPTIONS, cases: 'alfa' }, format: 'csv' });
    expect(others).toMatchObject({ cases: 1 });
  });
});
