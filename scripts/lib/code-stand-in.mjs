#!/usr/bin/env node
// Stands in for the desktop program `code` where there is none: takes the arguments that @vscode/test-electron gives to it and
// runs the same test module in the extension host of a real VS Code, with the workbench in a headless browser.
//   code-stand-in.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--user-data-dir=DIR] [FOLDER | --folder-uri=URI]
// Of the user-data-dir it reads User/settings.json; other arguments are ignored.
// Exit code: 0 all tests passed; 1 tests failed; 2 no verdict (no server, no browser, a crash, too long).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openWorkbench } from './workbench.mjs';
import { main, Problem } from './problem.mjs';
import { scratchFolder } from './scratch.mjs';
import { printLog } from './test-log.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'folder-uri': { type: 'string' },
  },
});
const seconds = Number(process.env.CASEWRIGHT_TEST_TIMEOUT ?? 300);
const wrapper = fileURLToPath(new URL('verdict.cjs', import.meta.url));

/** @returns {Record<string, unknown>} */
function settings() {
  const dir = values['user-data-dir'];
  const file = typeof dir === 'string' ? path.join(dir, 'User/settings.json') : '';
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}

await main(async () => {
  const extensions = (values.extensionDevelopmentPath ?? []).map(String);
  if (!extensions.length || typeof values.extensionTestsPath !== 'string') {
    throw new Problem('--extensionDevelopmentPath and --extensionTestsPath are needed.');
  }
  const tests = createRequire(import.meta.url).resolve(path.resolve(values.extensionTestsPath)); // with or without .js
  const verdictFile = path.join(scratchFolder('verdict'), 'verdict.json');
  const workbench = await openWorkbench({
    workspace: positionals[0],
    ...(typeof values['folder-uri'] === 'string' ? { folderUri: values['folder-uri'] } : {}),
    extensions,
    tests: wrapper,
    settings: settings(),
    env: { CASEWRIGHT_TEST_MODULE: tests, CASEWRIGHT_TEST_VERDICT: verdictFile },
    onLog: printLog,
  });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLate = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no result after ${seconds} s`)), seconds * 1000)));
  try {
    const exitCode = await Promise.race([workbench.exited, workbench.broken, tooLate]);
    if (!fs.existsSync(verdictFile)) throw new Error(`the extension host ended in the middle of the tests (exit code ${exitCode})`);
    const verdict = JSON.parse(fs.readFileSync(verdictFile, 'utf8'));
    return verdict.passed && exitCode === 0 ? 0 : 1;
  } catch (error) {
    console.error(`\nVS Code gave no verdict: ${error instanceof Error ? error.message : error}`);
    console.error(`The end of its log:\n${fs.readFileSync(workbench.log, 'utf8').slice(-3000)}`);
    return 2;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
});
process.exit();
