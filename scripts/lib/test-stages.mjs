// What `npm test` runs, in order. A check counts only when it fails: the sum at the end is a number of tests.
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { noCounts, vitestCounts, vscodeCounts } from './counts.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';
import { scratchFolder } from './scratch.mjs';
import { installVSCodeServer } from './vscode-server.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ group: 'checks' | 'unit' | 'panel' | 'vscode', title: string, run: () => Promise<Counts> }} Stage */

/**
 * @param {string} title
 * @param {string[][]} commands  each a script with its arguments; they run beside each other, since none needs more than one core
 * @returns {Stage}
 */
const check = (title, ...commands) => ({
  group: 'checks',
  title,
  run: async () => {
    const exitCodes = await Promise.all(commands.map(([script = '', ...args]) => runNode(script, args)));
    const failures = exitCodes.flatMap((exitCode, index) => (exitCode === 0 ? [] : [`${commands[index]?.[0]}: exit code ${exitCode}`]));
    return { ...noCounts, failed: failures.length, failures };
  },
});

/** @param {string[]} args */
async function vitest(args) {
  const file = path.join(scratchFolder('vitest'), 'result.json');
  const reporters = [...(process.stdout.isTTY ? [] : ['--no-color']), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return vitestCounts(file, await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args]));
}

/**
 * Tests with a configuration of their own, that drive a browser.
 * @param {Stage['group']} group
 * @param {string} title
 * @param {string} config
 * @returns {Stage[]} none while there are no such tests
 */
function inBrowser(group, title, config) {
  if (!fs.existsSync(inRoot(config))) return [];
  const run = async () => {
    await (group === 'vscode' ? Promise.all([installVSCodeServer(), findBrowser()]) : findBrowser()); // said here, not amid the tests
    return vitest(['--config', config]);
  };
  return [{ group, title, run }];
}

/**
 * The suite of the extension, run inside VS Code.
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @returns {Stage}
 */
const inVSCode = (title, script, ...args) => ({
  group: 'vscode',
  title,
  run: async () => {
    if (!args.includes('--desktop')) await Promise.all([installVSCodeServer(), findBrowser()]); // said here, not amid the tests
    const file = path.join(scratchFolder('vscode-result'), 'result.json');
    return vscodeCounts(file, await runNode(script, args, { env: { CASEWRIGHT_TEST_RESULT: file } }));
  },
});

/**
 * @param {{ desktop: boolean }} options
 * @returns {Stage[]}
 */
export function stages({ desktop }) {
  /** @type {Stage[]} */
  const all = [
    check(
      'Types and lint',
      ['node_modules/typescript/bin/tsc', '-b', '.', 'scripts', 'bench'],
      ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
    ),
  ];
  if (fs.existsSync(inRoot('scripts/generate.mjs'))) all.push(check('Generated files are up to date', ['scripts/generate.mjs', '--check']));
  all.push({ group: 'unit', title: 'Core, server and command line', run: () => vitest([]) });
  all.push({ group: 'unit', title: 'Strength', run: () => vitest(['--config', 'test/strength/vitest.config.ts']) });
  all.push({ ...check('Speed, coarsely', ['bench/guard.mjs']), group: 'unit' }); // what was built for the tests before is measured
  all.push(...inBrowser('panel', 'Panel in a browser', 'test/panel/vitest.config.ts'));
  const desktopOnly = desktop ? ['--desktop'] : [];
  all.push(inVSCode(`Extension in VS Code (${desktop ? 'desktop' : 'from npm'})`, 'test/vscode/run.mjs', ...desktopOnly));
  all.push(inVSCode('Extension in VS Code, on a folder that is on no disk', 'test/vscode/run.mjs', '--virtual', ...desktopOnly));
  if (!desktop) all.push(inVSCode('Extension in VS Code for the Web', 'test/web/run.mjs'));
  if (!desktop) all.push(...inBrowser('vscode', 'VS Code as its user sees it', 'test/workbench/vitest.config.ts'));
  return all;
}
