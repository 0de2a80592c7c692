import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { EXAMPLES } from './examples.ts';
import { coloured, loadGrammar } from './tokenize.ts';

const grammar = await loadGrammar({
  markdown: path.join(import.meta.dirname, 'stub.tmLanguage.json'),
  syntaxes: path.join(PROJECT_ROOT, 'syntaxes'),
  wasm: path.join(PROJECT_ROOT, 'node_modules/vscode-oniguruma/release/onig.wasm'),
});

test.each(EXAMPLES)('colours $what', ({ text, expected }) => {
  expect(coloured(grammar, text)).toEqual(expected);
});
