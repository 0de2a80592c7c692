import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { EXAMPLES } from './examples.ts';
import { coloured, loadGrammar } from './tokenize.ts';

const grammar = await loadGrammar({
  own: (file) => readFile(path.join(PROJECT_ROOT, file)),
  markdown: () => readFile(path.join(import.meta.dirname, 'stub.tmLanguage.json')),
});

test.each(EXAMPLES)('colours $what', ({ text, expected }) => {
  expect(coloured(grammar, text)).toEqual(expected);
});
