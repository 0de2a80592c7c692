import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { CasesTreeNode } from '../../../client/src/tree/cases-tree.ts';
import { open, until } from '../support.ts';
import { casewright, cleanUp, openNew, replace, root } from './study.ts';

const EMPTY = '---\ncase: empty\ntitle: Nothing yet\nframeworks: [policy-themes]\n---\n\nNo word on it.\n';
const ON_DISK = EMPTY.replace('case: empty', 'case: on-disk');
const ENOUGH = `:T5[${'They were helped by others '.repeat(12)}]`;

suite('The view Cases, the status bar and the summary', () => {
  teardown(() => cleanUp('empty.md'));

  test('the tree has the cases, their frameworks, and the status of each item in words', async () => {
    const { tree } = await casewright();
    const nupo = await row((node) => node.kind === 'case' && node.of.case === 'nupo');
    const frameworks = await children(nupo);
    assert.deepStrictEqual(
      frameworks.map((node) => node.kind === 'framework' && node.framework.id),
      ['policy-themes', 'internationalization-capacity'],
    );
    const items = await children(frameworks[0]);
    assert.strictEqual(items.length, 7);
    const first = await tree.getTreeItem(items[0]!);
    assert.strictEqual(first.label, 'T1 Timing of internationalization');
    assert.match(String(first.description), /^(missing|thin|addressed|evidenced|triangulated|not applicable)( · \d+ sources?)?$/);
    assert.strictEqual(new Set(await Promise.all([nupo, ...frameworks, ...items].map(async (node) => (await tree.getTreeItem(node)).id))).size, 10);
  });

  test('a click on an item goes to its text', async () => {
    const { tree } = await casewright();
    const nupo = await row((node) => node.kind === 'case' && node.of.case === 'nupo');
    const item = (await children((await children(nupo))[0]))[2]!;
    const { command } = await tree.getTreeItem(item);
    assert.ok(command && item.kind === 'item');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.fileName ?? '', /nupo\.md$/);
    assert.strictEqual(editor?.selection.active.line, item.item.range.start.line);
    assert.ok(editor.selection.isEmpty, 'the text is selected, and the next key would replace it');
  });

  test('the status bar follows the case in the active editor', async () => {
    const api = await casewright();
    const editor = await openNew('empty.md', EMPTY);
    await until('the status bar', () => api.statusBar() === '$(checklist) 0/7 addressed' || undefined);
    await replace(editor, 'No word on it.', ENOUGH);
    await until('the status bar to change', () => api.statusBar() === '$(checklist) 1/7 addressed' || undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the status bar is empty where there is no case', async () => {
    const api = await casewright();
    await open('danish-smes/dge.md');
    await until('the status bar', () => api.statusBar() !== undefined || undefined);
    const other = await vscode.workspace.openTextDocument({ content: 'plain' });
    await vscode.window.showTextDocument(other);
    await until('the status bar to go', () => api.statusBar() === undefined || undefined);
  });

  test('the summary opens beside the case, follows the typing and the active case', async () => {
    const api = await casewright();
    const editor = await openNew('empty.md', EMPTY);
    await vscode.commands.executeCommand('casewright.openSummary');
    await until('the summary', () => api.summary()?.case === 'empty' || undefined);
    await until('the summary beside the editor', () => vscode.window.tabGroups.all.length > 1 || undefined);
    assert.strictEqual(api.summary()?.frameworks[0]?.items[4]?.status, 'missing');

    await replace(editor, 'No word on it.', ENOUGH);
    await until('the summary to follow', () => api.summary()?.frameworks[0]?.items[4]?.status === 'addressed' || undefined);

    await open('danish-smes/brodersen.md');
    await until('the other case', () => api.summary()?.case === 'brodersen' || undefined);
  });

  test('the summary says so when the case is no case any more', async () => {
    const api = await casewright();
    const editor = await openNew('empty.md', EMPTY);
    await vscode.commands.executeCommand('casewright.openSummary');
    await until('the summary', () => api.summary()?.case === 'empty' || undefined);
    await replace(editor, 'case: empty', 'cas: empty');
    await until('no summary', () => api.summary() === null || undefined);
  });

  test('a case that is created, changed or deleted on disk shows in the tree', async () => {
    const api = await casewright();
    const title = (): string | null | undefined => api.cases().find((overview) => overview.case === 'on-disk')?.title;
    // Not the file of the other tests: VS Code may hold that open still.
    const uri = vscode.Uri.joinPath(root(), 'on-disk.md');
    const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(ON_DISK);
    await until('the new case', () => title() === 'Nothing yet' || undefined);
    await write(ON_DISK.replace('Nothing yet', 'Something'));
    await until('the changed case', () => title() === 'Something' || undefined);
    await vscode.workspace.fs.delete(uri);
    await until('the case to go', () => title() === undefined || undefined);
  });
});

async function children(node: CasesTreeNode | undefined): Promise<CasesTreeNode[]> {
  return (await (await casewright()).tree.getChildren(node)) ?? [];
}

function row(wanted: (node: CasesTreeNode) => boolean): Promise<CasesTreeNode> {
  return until('the row', async () => (await children(undefined)).find(wanted));
}
