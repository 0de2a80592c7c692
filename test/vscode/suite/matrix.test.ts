import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { USUAL_OPTIONS } from '../../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixData, MatrixRow } from '../../../server/src/core/report/matrix/matrix-data.ts';
import { until } from '../support.ts';
import { casewright, cleanUp, openNew, replace, root } from './study.ts';

const CASE = '---\ncase: empty\ntitle: Nothing yet\nframeworks: [policy-themes]\n---\n\nNo word on it.\n';

suite('The matrix', () => {
  teardown(() => cleanUp('empty.md', 'twin.md', 'matrix.csv', 'matrix.xlsx'));

  test('has every case, and follows the typing', async () => {
    await openNew('empty.md', CASE);
    await shown();
    const editor = await beside('empty.md');
    assert.strictEqual((await row('nupo')).cells['policy-themes/T4']?.status, 'thin');
    await replace(editor, 'No word on it.', ':T5[They were helped.]');
    await until('the row to follow', async () => (await row('empty')).cells['policy-themes/T5']?.status === 'thin' || undefined);
  });

  test('says of two cases with one name that they have, and of a broken one that it is', async () => {
    await openNew('empty.md', CASE);
    await shown();
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root(), 'twin.md'), new TextEncoder().encode(CASE.replace('case: empty', 'case: twin')));
    const twin = await beside('twin.md');
    await until('the new case', async () => (await row('twin')).remarks.length === 0 || undefined);
    await replace(twin, 'case: twin', 'case: empty');
    await until('the remark on both', async () => (await rows('empty')).filter(({ remarks }) => remarks.length === 1).length === 2 || undefined);
    await replace(twin, 'frameworks: [policy-themes]', 'frameworks: [policy-themes');
    await until('the broken case', async () => (await shown()).rows.some(({ broken }) => broken !== null) || undefined);
  });

  test('is saved as it is asked for', async () => {
    await casewright();
    const file = (name: string): string => vscode.Uri.joinPath(root(), name).toString();
    const options = { ...USUAL_OPTIONS, show: 'finding', frameworks: ['internationalization-capacity'], cases: 'nupo' };
    await vscode.commands.executeCommand('casewright.exportMatrix', { format: 'csv', file: file('matrix.csv'), options });
    assert.match(await textOf('matrix.csv'), /^case,P1,P2,P3,P4,P5,P6,P7\r\nnupo,hired-manager,[^\n]*,absorptive-capacity-led\r\n$/);
    await vscode.commands.executeCommand('casewright.exportMatrix', { format: 'xlsx', file: file('matrix.xlsx') });
    assert.match(await textOf('matrix.xlsx'), /^PK/);
  });

  test('never takes the place of a case', async () => {
    await openNew('empty.md', CASE);
    const file = vscode.Uri.joinPath(root(), 'empty.md').toString();
    assert.strictEqual(await vscode.commands.executeCommand('casewright.exportMatrix', { format: 'md', file }), undefined);
    assert.strictEqual(await textOf('empty.md'), CASE);
  });
});

/** Opens the matrix and waits until it shows something. */
async function shown(): Promise<MatrixData> {
  const { matrix } = await casewright();
  if (matrix() === null) await vscode.commands.executeCommand('casewright.openMatrix');
  return until('the matrix', () => matrix() ?? undefined);
}

/** Opens a file where the matrix stays in view. */
function beside(name: string): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.joinPath(root(), name), { viewColumn: vscode.ViewColumn.Two, preview: false });
}

async function rows(name: string): Promise<MatrixRow[]> {
  return (await shown()).rows.filter((candidate) => candidate.case === name);
}

function row(name: string): Promise<MatrixRow> {
  return until(`the case ${name}`, async () => (await rows(name))[0]);
}

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), name)));
}
