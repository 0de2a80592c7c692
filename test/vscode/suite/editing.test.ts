import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../support.ts';
import { casewright, cleanUp, finding, noFinding, openNew, rangeOf } from './study.ts';

const CASE = `---
case: draft
title: A draft
frameworks: [internationalization-capacity]
sources:
  - {id: int-ceo, kind: interview, informant: CEO}
---

## Networks

:::P3{supports}
${'Embassies open closed markets. '.repeat(12)}[@int-ceo].
:::

Offices came before agents :P77[in most markets].
`;

suite('Editing a case', () => {
  let editor: vscode.TextEditor;

  setup(async () => {
    await casewright();
    editor = await openNew('draft.md', CASE);
  });

  teardown(() => cleanUp('draft.md'));

  test('a slip is in the Problems view, at its place, with a link to what the rule is about', async () => {
    const slip = await finding(editor.document.uri, 'framework/unknown-item');
    assert.strictEqual(editor.document.getText(slip.range), 'P77');
    assert.ok(typeof slip.code === 'object');
    assert.match(slip.code.target.toString(), /docs\/rules\/framework\/unknown-item\.md$/);
    await vscode.workspace.fs.stat(slip.code.target);
  });

  test('a quick fix corrects it, and the finding goes', async () => {
    const slip = await finding(editor.document.uri, 'framework/unknown-item');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, slip.range, 'quickfix');
    const fix = actions.find((action) => action.isPreferred && action.edit);
    assert.ok(fix?.edit, `no fix among ${actions.map((action) => action.title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    await noFinding(editor.document.uri, 'framework/unknown-item');
  });

  test('a colon offers the items of the frameworks, and accepting one writes it', async () => {
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => {
      edit.insert(end, '\nMore on this :');
    });
    const cursor = editor.document.positionAt(editor.document.getText().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, cursor, ':');
    const offered = list.items.map(labelOf);
    assert.ok(offered.includes(':P4'), `:P4 is not among ${offered.join(', ')}`);

    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until('the completion to be accepted', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion'); // does nothing until the list is there
      return /More on this :P\d/.test(editor.document.getText()) || undefined;
    });
  });

  test('resting on a mark tells what the item is about', async () => {
    const place = rangeOf(editor, 'P3').start;
    const hovers = await until('a hover', async () => {
      const list = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, place);
      return list.length > 0 ? list : undefined;
    });
    const text = hovers.flatMap((hover) => hover.contents).map((content) => (content instanceof vscode.MarkdownString ? content.value : ''));
    assert.match(text.join('\n'), /P3[\s\S]*Knowledge acquisition/);
  });

  test('the outline has the sections and marks with their statuses', async () => {
    const symbols = await until('the outline', () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', editor.document.uri),
    );
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap((symbol) => [`${symbol.name} ${symbol.detail}`, ...names(symbol.children)]);
    assert.ok(
      names(symbols).some((name) => name.includes('Networks')),
      names(symbols).join('; '),
    );
    assert.ok(
      names(symbols).some((name) => name.includes('P3')),
      names(symbols).join('; '),
    );
  });

  test('a lens above a mark says where its item stands, and a click opens the summary there', async () => {
    const lenses = await until('lenses', async () => {
      const list = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 20);
      return list.length > 0 ? list : undefined;
    });
    const command = lenses.find((lens) => lens.command?.title.startsWith('P3'))?.command;
    assert.match(command?.title ?? '', /^P3 · evidenced · 1 source$/);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const api = await casewright();
    await until('the summary', () => api.summary()?.case === 'draft' || undefined);
  });

  test('a marked block folds', async () => {
    const line = rangeOf(editor, ':::P3').start.line;
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor.document.uri);
    assert.ok(folds.some((fold) => fold.start === line));
  });

  test('a Markdown file that is no case has no findings', async () => {
    const readme = await openNew('notes.md', '# Notes\n\nOn :P77[this] [@nobody].\n');
    await finding(editor.document.uri, 'framework/unknown-item'); // the server is at work
    assert.deepStrictEqual(vscode.languages.getDiagnostics(readme.document.uri), []);
    await cleanUp('notes.md');
  });
});

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
