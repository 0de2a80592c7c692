import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { EXTENSION, open, until } from '../support.ts';

suite('The extension', () => {
  test('starts by itself when a Markdown file is opened', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'it is not installed');
    await open('danish-smes/nupo.md');
    await until('the extension to start', () => extension.isActive || undefined);
    await extension.activate(); // VS Code calls one that failed to start active too; this tells
  });
});
