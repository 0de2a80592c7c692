// Runs the suite of test/vscode in VS Code for the Web: in a web worker, on example cases that are on no disk.
//   node test/web/run.mjs
// CASEWRIGHT_TEST_RESULT names a file for the counts.
import fs from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/problem.mjs';
import { printLog } from '../../scripts/lib/test-log.mjs';
import { filesOf } from '../../scripts/lib/virtual-folder.mjs';
import { openWebWorkbench } from '../../scripts/lib/web-workbench.mjs';

const seconds = Number(process.env.CASEWRIGHT_TEST_TIMEOUT ?? 300);

await main(async () => {
  let result = '{}';
  const workbench = await openWebWorkbench({
    files: filesOf(inRoot('examples')),
    tests: 'dist/test/web/suite.cjs',
    onLog: printLog,
    onResult: (body) => {
      result = body;
      if (process.env.CASEWRIGHT_TEST_RESULT) fs.writeFileSync(process.env.CASEWRIGHT_TEST_RESULT, body);
    },
  });
  const tooLate = new Promise((_, reject) => setTimeout(() => reject(new Error(`no result after ${seconds} s`)), seconds * 1000).unref());
  try {
    const exitCode = await Promise.race([workbench.exited, workbench.broken, tooLate]);
    // The workbench says 0 when its extension host ended in the middle of the tests, too.
    return exitCode === 0 && JSON.parse(result).finished ? 0 : 1;
  } catch (error) {
    console.error(`\nVS Code gave no verdict: ${error instanceof Error ? error.message : error}`);
    return 2;
  } finally {
    await workbench.close();
  }
});
process.exit();
