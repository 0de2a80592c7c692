import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { EXAMPLES } from '../../grammar/examples.ts';
import { coloured, loadGrammar } from '../../grammar/tokenize.ts';
import { EXTENSION } from '../support.ts';

suite('Colours, on top of the Markdown grammar of this VS Code', () => {
  const read = (extension: string, file: string): Promise<Uint8Array> => {
    const { extensionUri } = vscode.extensions.getExtension(extension)!;
    return Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, file)));
  };
  const grammar = loadGrammar({
    own: (file) => read(EXTENSION, file),
    markdown: () => read('vscode.markdown', 'syntaxes/markdown.tmLanguage.json'),
  });

  for (const { what, text, expected } of EXAMPLES) {
    test(`colours ${what}`, async () => {
      assert.deepStrictEqual(coloured(await grammar, text), expected);
    });
  }
});
