// What gets bundled from what. A new entry point is one line here.
import fs from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} name      what messages call it
 * @property {string[]} entries from the checkout; several only when `out` is a folder
 * @property {string} out       under dist/, a file or (with several entries) a folder
 * @property {'node' | 'browser' | 'worker' | 'web extension'} runs  where the result runs
 * @property {string[]} [external]
 * @property {boolean} [executable]  starts as a program
 * @property {boolean} [isKept]  run by server/src/node/compiled-code.ts, which keeps what has been compiled of it
 * @property {boolean} [testsOnly]   left out of a production build
 * @property {Record<string, string>} [alias]  what is imported instead of what
 */

const suite = 'test/vscode/suite';
const suites = fs.existsSync(inRoot(suite)) ? fs.readdirSync(inRoot(suite)).filter((f) => f.endsWith('.test.ts')) : [];

/** @type {Bundle[]} */
const all = [
  { name: 'extension', entries: ['client/src/extension.node.ts'], out: 'client.cjs', runs: 'node', external: ['vscode'] },
  // A program is two bundles: a small one that is started, and the code, of which it keeps what has been compiled.
  { name: 'start of the language server', entries: ['server/src/node/start.ts'], out: 'server.cjs', runs: 'node', executable: true },
  { name: 'language server', entries: ['server/src/node/main.ts'], out: 'server-main.cjs', runs: 'node', isKept: true },
  // The server has bundles of its own: `casewright check` must not pay for the protocol library.
  { name: 'start of the command line', entries: ['server/src/cli/start.ts'], out: 'cli.cjs', runs: 'node', executable: true },
  { name: 'command line', entries: ['server/src/cli/main.ts'], out: 'cli-main.cjs', runs: 'node', isKept: true, external: ['./server.cjs'] },
  { name: 'extension for the web', entries: ['client/src/extension.web.ts'], out: 'client.web.cjs', runs: 'web extension', external: ['vscode'] },
  { name: 'worker server', entries: ['server/src/browser/main.ts'], out: 'server.worker.js', runs: 'worker' },
  { name: 'panel', entries: ['client/panel/main.ts'], out: 'panel.js', runs: 'browser' },
  { name: 'panel style', entries: ['client/panel/panel.css'], out: 'panel.css', runs: 'browser' },
  { name: 'matrix', entries: ['client/matrix/main.ts'], out: 'matrix.js', runs: 'browser' },
  { name: 'matrix style', entries: ['client/matrix/matrix.css'], out: 'matrix.css', runs: 'browser' },
  {
    name: 'VS Code tests',
    entries: ['test/vscode/index.ts', ...suites.map((f) => `${suite}/${f}`)],
    out: 'test/vscode/',
    runs: 'node',
    external: ['vscode', 'mocha'],
    testsOnly: true,
  },
  {
    name: 'VS Code tests for the web',
    entries: ['test/web/suite.ts'],
    out: 'test/web/suite.cjs',
    runs: 'web extension',
    external: ['vscode'],
    alias: { 'node:assert': './test/web/assert.ts' },
    testsOnly: true,
  },
  {
    name: 'virtual folder for tests',
    entries: ['test/web/virtual-folder.ts'],
    out: 'test/web/virtual-folder.cjs',
    runs: 'web extension',
    external: ['vscode'],
    testsOnly: true,
  },
];

/**
 * @param {{ production: boolean }} options
 * @returns {Bundle[]}
 */
export const bundles = ({ production }) => all.filter((b) => !(production && b.testsOnly));
