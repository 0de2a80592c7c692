import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../support.ts';
import { casewright, cleanUp, openNew, rangeOf } from './study.ts';

const CASE = `---
case: draft
title: A draft
frameworks: [internationalization-capacity]
sources:
  - {id: int-boss, kind: interview, informant: CEO}
---

## Networks

Offices came :P3[before agents [@int-boss]]{supports}.
`;

suite('Finding one’s way', () => {
  let editor: vscode.TextEditor;

  setup(async () => {
    await casewright();
    editor = await openNew('draft.md', CASE);
  });

  teardown(() => cleanUp('draft.md'));

  const ask = <Answer>(what: string, at: string, ...more: unknown[]): Thenable<Answer> =>
    vscode.commands.executeCommand<Answer>(what, editor.document.uri, rangeOf(editor, at).end, ...more);

  test('a mark leads to the item, which cannot be changed, and the item to the marks of all cases', async () => {
    const [link] = await until('a definition', async () => {
      const found = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', 'P3');
      return found.length > 0 ? found : undefined;
    });
    assert.ok(link);
    const pack = await vscode.window.showTextDocument(link.targetUri);
    assert.strictEqual(pack.document.getText(link.targetSelectionRange), 'P3');
    assert.match(pack.document.uri.path, /\/frameworks\/internationalization-capacity\.yaml$/);
    assert.strictEqual((await vscode.workspace.fs.stat(link.targetUri)).permissions, vscode.FilePermission.Readonly);

    const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'P3');
    const names = places.map(({ uri }) => uri.path.split('/').at(-1));
    for (const name of ['draft.md', 'brodersen.md']) assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
  });

  test('a source is renamed wherever it is named, and what ships with Casewright is not', async () => {
    const edit = await until('a rename', () => ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', '[@int-boss', 'int-ceo'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.strictEqual(editor.document.getText(), CASE.replaceAll('int-boss', 'int-ceo'));
    await assert.rejects(async () => ask('vscode.executeDocumentRenameProvider', 'P3', 'P9'), /ships with Casewright/);
  });

  test('cases, items and sources are found by their names', async () => {
    const find = async (query: string): Promise<string[]> =>
      (await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)).map(({ name }) => name);
    await until('the source', async () => (await find('int-boss')).includes('int-boss · CEO') || undefined);
    assert.ok((await find('draft')).includes('draft · A draft'));
    assert.ok((await find('P3')).some((name) => name.startsWith('P3 · ')));
  });
});
