import assert from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { EXAMPLES } from '../../grammar/examples.ts';
import { coloured, loadGrammar } from '../../grammar/tokenize.ts';
import { EXTENSION } from '../support.ts';

suite('Colours, on top of the Markdown grammar of this VS Code', () => {
  const ours = vscode.extensions.getExtension(EXTENSION)!.extensionPath;
  const markdown = vscode.extensions.getExtension('vscode.markdown')!.extensionPath;
  const grammar = loadGrammar({
    markdown: path.join(markdown, 'syntaxes/markdown.tmLanguage.json'),
    syntaxes: path.join(ours, 'syntaxes'),
    wasm: path.join(ours, 'node_modules/vscode-oniguruma/release/onig.wasm'),
  });

  for (const { what, text, expected } of EXAMPLES) {
    test(`colours ${what}`, async () => {
      assert.deepStrictEqual(coloured(await grammar, text), expected);
    });
  }
});
