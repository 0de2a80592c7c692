// Runs the suite in a real VS Code through @vscode/test-electron, on a copy of the example cases:
//   node test/vscode/run.mjs             with the VS Code from npm
//   node test/vscode/run.mjs --desktop   with a desktop VS Code, which it downloads
// CASEWRIGHT_TEST_RESULT names a file for the counts (index.ts writes it).
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/problem.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { quietSettings, writeSettings } from '../../scripts/lib/workbench-settings.mjs';

const desktop = process.argv.includes('--desktop');

await main(async () => {
  const scratch = scratchFolder('suite');
  const workspace = path.join(scratch, 'examples');
  fs.cpSync(inRoot('examples'), workspace, { recursive: true });
  const userData = path.join(scratch, 'user-data');
  writeSettings(path.join(userData, 'User/settings.json'), quietSettings);
  try {
    await runTests({
      ...(desktop ? { cachePath: inRoot('.cache/vscode-desktop') } : { vscodeExecutablePath: inRoot('scripts/lib/code-stand-in.mjs') }),
      extensionDevelopmentPath: root,
      extensionTestsPath: inRoot('dist/test/vscode/index.cjs'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, '--disable-extensions'],
    });
    return 0;
  } catch (error) {
    console.error(String(error));
    return 1;
  }
});
process.exit();
