import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../support.ts';
import { casewright, cleanUp, openNew, rangeOf, root } from './study.ts';

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

const PACK = `id: small
title: A small framework
source: {authors: [Doe], year: 2020, title: On small things}
kind: themes
items:
  - id: A1
    label: Timing
    statement: Firms go abroad early.
    at: p. 1
`;

suite('Finding one’s way', () => {
  let editor: vscode.TextEditor;

  setup(async () => {
    await casewright();
    editor = await openNew('draft.md', CASE);
  });

  teardown(() => cleanUp('draft.md', 'own/case.md', 'own/small.yaml', 'own/casewright.yaml'));

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

    assert.ok(link.targetSelectionRange);
    const [mark, item] = [rangeOf(editor, 'P3').end, link.targetSelectionRange.start];
    for (const [uri, position] of [[editor.document.uri, mark] as const, [pack.document.uri, item] as const]) {
      const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
      const names = places.map((place) => place.uri.path.split('/').at(-1));
      for (const name of ['draft.md', 'brodersen.md']) assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
    }
  });

  // Who asks for symbols asks all extensions. VS Code's own for Markdown looks for files then, which in a folder of a kind that
  // nobody can search never comes to an end: `findFiles` waits there for somebody who can.
  const withSearch = root().scheme === 'virtual' ? () => undefined : test;
  withSearch('cases, items and sources are found by their names', async () => {
    for (const [query, name] of [
      ['a draft', 'draft · A draft'],
      ['brodersen', 'brodersen · Brodersen Controls A/S'],
      ['int-boss', 'int-boss · CEO'],
    ] as const) {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
      assert.ok(
        found.some((symbol) => symbol.name === name),
        `${name} is not among ${found.map((symbol) => symbol.name).join(', ')}`,
      );
    }
  });

  test('a source is renamed wherever it is named, and what ships with Casewright is not', async () => {
    const edit = await until('a rename', () => ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', '[@int-boss', 'int-ceo'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.strictEqual(editor.document.getText(), CASE.replaceAll('int-boss', 'int-ceo'));
    assert.match(await refusal(ask('vscode.executeDocumentRenameProvider', 'P3', 'P9')), /ships with Casewright/);
  });

  test('an item of the team’s own is renamed in all files, also in one that is not saved', async () => {
    const file = (name: string): vscode.Uri => vscode.Uri.joinPath(root(), 'own', name);
    await vscode.workspace.fs.writeFile(file('casewright.yaml'), new TextEncoder().encode('frameworks: [./small.yaml]\n'));
    await vscode.workspace.fs.writeFile(file('small.yaml'), new TextEncoder().encode(PACK));
    editor = await openNew('own/case.md', '---\ncase: own\n---\n\nText :A1[on it].\n');
    const rename = (): Thenable<vscode.WorkspaceEdit> => ask('vscode.executeDocumentRenameProvider', 'A1', 'B1');

    const pack = await vscode.workspace.openTextDocument(file('small.yaml'));
    const unsaved = new vscode.WorkspaceEdit();
    unsaved.insert(pack.uri, new vscode.Position(0, 0), '# A note\n');
    await vscode.workspace.applyEdit(unsaved);
    const edit = await until('a rename', async () => ((await rename()).get(pack.uri)[0]?.range.start.line === 6 ? rename() : undefined));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.strictEqual(pack.getText(), `# A note\n${PACK.replace('A1', 'B1')}`);
    assert.match(editor.document.getText(), /:B1\[on it\]/);
  });
});

/** Why something is refused. */
async function refusal(asked: Thenable<unknown>): Promise<string> {
  return asked.then(
    () => 'it was not refused',
    (error: unknown) => String(error),
  );
}
