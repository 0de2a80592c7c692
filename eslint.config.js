import tseslint from 'typescript-eslint';

/** Imports that a part of the house must not have, as a lint rule. The walls are drawn in docs/ARCHITECTURE.md. */
function wall(files, patterns, { ignores = [], globals = [] } = {}) {
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-globals': ['error', ...globals],
    },
  };
}

const NODE = { regex: '^node:', message: 'Only node/, cli/ and the scripts know Node.' };
const LSP = { regex: '^vscode-(?:languageserver|languageclient|jsonrpc)', message: 'Only lsp/ (and protocol.ts and the client) know the protocol.' };
const VSCODE = { regex: '^vscode$', message: 'Only client/ knows VS Code.' };
const SERVER = {
  regex: '/server/src/(?!protocol|host/)',
  message: 'The client shows what the server says and reads files for it: it imports protocol.ts and host/ only.',
};
/** Parts of the core that the ones in a wall must not know. */
const notKnowing = (...parts) => ({
  regex: `/(?:${parts.join('|')})/`,
  message: 'What a case says is found out first; rules judge it, reports and features show it. docs/ARCHITECTURE.md has the order.',
});
const OUTER = { regex: '/(?:lsp|node|browser|cli|host)/', message: 'The core knows nothing of what is around it.' };

const CORE_GLOBALS = { globals: ['process', 'Buffer', 'console', 'setTimeout', 'Date', 'fetch', 'performance'] };

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'test-results/', '**/*.cjs'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        {
          selector: "ImportDeclaration[source.value='zod'][importKind='value'] > ImportSpecifier",
          message: "Write import * as z from 'zod': the named import brings all its translations into every bundle.",
        },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['{scripts,bench}/**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
  { files: ['*.config.ts', 'test/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  wall(['server/src/core/**/*.ts'], [NODE, LSP, VSCODE, OUTER], CORE_GLOBALS),
  wall(
    ['server/src/core/{text,syntax,claims,model,frameworks,coverage,bibliography,quotes,confidentiality,mentions,memory}/**/*.ts'],
    [NODE, LSP, VSCODE, OUTER, notKnowing('rules', 'report', 'features')],
    CORE_GLOBALS,
  ),
  wall(['server/src/core/{rules,workspace,config}/**/*.ts'], [NODE, LSP, VSCODE, OUTER, notKnowing('report', 'features')], CORE_GLOBALS),
  wall(['server/src/core/report/**/*.ts'], [NODE, LSP, VSCODE, OUTER, notKnowing('features')], CORE_GLOBALS),
  wall(['server/src/host/**/*.ts'], [NODE, LSP, VSCODE]),
  wall(['server/src/lsp/**/*.ts'], [NODE, VSCODE]),
  wall(['server/src/{node,cli}/**/*.ts'], [VSCODE]),
  wall(['server/src/cli/**/*.ts', 'server/src/node/*-*.ts'], [LSP, VSCODE]),
  wall(['server/src/browser/**/*.ts'], [NODE, VSCODE]),
  wall(['client/src/**/*.ts'], [NODE, SERVER, { regex: '^vscode-languageclient/', message: 'Only the two entries know where the extension runs.' }], {
    ignores: ['client/src/extension.*.ts'],
  }),
  wall(['client/src/extension.*.ts'], [NODE, SERVER]),
  wall(
    ['client/src/preview/**/*.ts'],
    [
      NODE,
      LSP,
      VSCODE,
      {
        regex: '/server/src/(?!protocol|core/(?:syntax|text|model/vocabulary))',
        message: 'The preview reads Markdown by the grammar of the core, at once and without the server; it knows no more of it.',
      },
    ],
  ),
  wall(
    ['client/{page,panel,matrix}/**/*.ts'],
    [
      NODE,
      LSP,
      VSCODE,
      { regex: '/server/src/(?!core/(?:report/|text/shown-text))', message: 'A page knows the view models, and how text is shown.', allowTypeImports: true },
    ],
  ),
);
