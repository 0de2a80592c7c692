// Runs the suite in a real VS Code through @vscode/test-electron, on a copy of the example cases:
//   node test/vscode/run.mjs             with the VS Code from npm
//   node test/vscode/run.mjs --desktop   with a desktop VS Code, which it downloads
//   node test/vscode/run.mjs --virtual   on a copy that is on no disk
// CASEWRIGHT_TEST_RESULT names a file for the counts (index.ts writes it).
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cachesIn } from '../../scripts/lib/own-caches.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { main, Problem } from '../../scripts/lib/problem.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { filesOf, virtualFolder } from '../../scripts/lib/virtual-folder.mjs';
import { quietSettings, writeSettings } from '../../scripts/lib/workbench-settings.mjs';

const desktop = process.argv.includes('--desktop');
const virtual = process.argv.includes('--virtual');

await main(async () => {
  const scratch = scratchFolder('suite');
  const workspace = path.join(scratch, 'examples');
  fs.cpSync(inRoot('examples'), workspace, { recursive: true });
  const folder = virtual ? virtualFolder(filesOf(workspace)) : undefined;
  const userData = path.join(scratch, 'user-data');
  writeSettings(path.join(userData, 'User/settings.json'), quietSettings);
  try {
    await runTests({
      ...(desktop ? { cachePath: inRoot('.cache/vscode-desktop') } : { vscodeExecutablePath: inRoot('scripts/lib/code-stand-in.mjs') }),
      extensionDevelopmentPath: [root, ...(folder ? [folder.extension] : [])],
      extensionTestsPath: inRoot('dist/test/vscode/index.cjs'),
      extensionTestsEnv: cachesIn(path.join(scratch, 'caches')),
      launchArgs: [folder ? `--folder-uri=${folder.uri}` : workspace, `--user-data-dir=${userData}`, '--disable-extensions'],
    });
    return 0;
  } catch (error) {
    if (desktop && /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT/.test(String(error))) {
      throw new Problem('The desktop VS Code could not be downloaded: check the network connection, or run `npm test`, which needs no desktop.');
    }
    if (desktop && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
      throw new Problem('The desktop VS Code needs a display: run `xvfb-run npm run test:desktop` (install xvfb), or `npm test`, which needs none.');
    }
    console.error(String(error));
    return 1;
  }
});
process.exit();
