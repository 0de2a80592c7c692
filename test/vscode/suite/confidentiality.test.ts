import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { cleanUp, finding, noFinding, openNew, root } from './study.ts';

const RULE = 'confidentiality/real-name';
const CASE = '---\ncase: firm-a\ntitle: Holm Pumps\nframeworks: [policy-themes]\npseudonyms: names.txt\n---\n\nThe firm.\n';

suite('A confidential name', () => {
  teardown(() => cleanUp('firm-a.md', 'names.txt', 'matrix.csv'));

  test('is an error without being repeated, keeps the matrix from being saved, and gives way to the pseudonym', async () => {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root(), 'names.txt'), new TextEncoder().encode('Holm Pumps = Firm A\n'));
    const { document } = await openNew('firm-a.md', CASE);
    const found = await finding(document.uri, RULE);
    assert.strictEqual(document.getText(found.range), 'Holm Pumps');
    assert.strictEqual(found.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(!found.message.includes('Holm'));

    const file = vscode.Uri.joinPath(root(), 'matrix.csv');
    assert.strictEqual(await vscode.commands.executeCommand('casewright.exportMatrix', { format: 'csv', file: file.toString() }), undefined);
    const isThere = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    assert.ok(!isThere);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range, 'quickfix');
    const fix = actions.find(({ title }) => title === 'Put “Firm A”');
    assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    await noFinding(document.uri, RULE);
    assert.ok(await vscode.commands.executeCommand('casewright.exportMatrix', { format: 'csv', file: file.toString() }));
  });
});
