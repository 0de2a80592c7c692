import assert from 'node:assert';
import * as vscode from 'vscode';
import { EXTENSION, open, until } from '../support.ts';

suite('The extension', () => {
  test('starts by itself when a Markdown file is opened', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'it is not installed');
    const [file] = await vscode.workspace.findFiles('**/*.md', null, 1);
    assert.ok(file, 'the examples have no Markdown file');
    await open(vscode.workspace.asRelativePath(file));
    await until('the extension to start', () => extension.isActive || undefined);
    await extension.activate(); // VS Code calls one that failed to start active too; this tells
  });
});
