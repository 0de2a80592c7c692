// Shows the example cases in a real VS Code with the extension, on this machine only.
//   npm start [-- --port N]      VS Code from npm, in any browser; files are edited on disk
//   npm start -- --desktop       the installed VS Code
// Exit code: 0 stopped by the user; 2 could not start.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stoppingIsSuccess } from './lib/cleanup.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { findDesktop } from './lib/desktop.mjs';
import { cache, inRoot, root } from './lib/paths.mjs';
import { choosePort } from './lib/port.mjs';
import { main, Problem } from './lib/problem.mjs';
import { run, runNode } from './lib/run.mjs';
import { alreadyRunning, rememberRunning } from './lib/running.mjs';
import { startServer } from './lib/server-process.mjs';
import { installExtension } from './lib/shipped.mjs';
import { step } from './lib/steps.mjs';
import { installVSCodeServer } from './lib/vscode-server.mjs';
import { quietSettings, writeSettings } from './lib/workbench-settings.mjs';

const examples = inRoot('examples');
const state = path.join(cache, 'start'); // settings and layout outlive a restart

function options() {
  try {
    // --no-open is what scripts say out of habit; nothing is opened anyway.
    return parseArgs({ options: { port: { type: 'string' }, desktop: { type: 'boolean' }, 'no-open': { type: 'boolean' } } }).values;
  } catch {
    throw new Problem('Usage: npm start [-- --port N | --desktop]');
  }
}

async function build() {
  const code = await step('Building (about 2 s)', () => runNode('scripts/build.mjs'));
  if (code !== 0) throw new Problem('The extension could not be built: see above.');
}

async function showCoverage() {
  if (!fs.existsSync(inRoot('dist/cli.cjs'))) return;
  console.log('\nWhat the example cases cover (node dist/cli.cjs coverage examples):\n');
  await runNode('dist/cli.cjs', ['coverage', 'examples']);
}

/** @param {string} url */
function showAddress(url) {
  console.log(`\nThe example cases are open in VS Code, with Casewright, at\n\n${url}\n
Open that address in any browser on this machine. Your edits go to the files in examples/.
Stop with Ctrl+C. To use a VS Code that is installed on this machine: npm start -- --desktop`);
}

await main(async () => {
  const { port, desktop } = options();
  const code = desktop ? findDesktop() : '';
  const running = desktop ? undefined : await alreadyRunning(state);
  const wanted = running ? 0 : await choosePort(port);
  await installDependencies();
  await build();
  if (desktop) {
    console.log(`> Opening examples/ in ${code}`);
    return run(code, [`--extensionDevelopmentPath=${root}`, examples]);
  }
  if (running) {
    await showCoverage();
    console.log('\nIt is running already, in another terminal: reload the page there to see the new build.');
    return showAddress(running);
  }
  await installVSCodeServer();
  installExtension(path.join(state, 'extensions'));
  // The first thing a newcomer sees is what to look at, not an empty window.
  writeSettings(path.join(state, 'server/data/User/settings.json'), { ...quietSettings, 'workbench.startupEditor': 'readme' });
  stoppingIsSuccess();
  const server = await step('Starting VS Code (about 2 s)', () =>
    startServer({ dataDir: path.join(state, 'server'), port: wanted, args: ['--extensions-dir', path.join(state, 'extensions')] }),
  );
  await showCoverage();
  const url = server.url({ folder: examples });
  rememberRunning(state, url);
  showAddress(url);
  await server.broken.catch((error) => {
    throw new Problem(`VS Code stopped by itself (${error.message}); its log is ${server.log}`);
  });
});
process.exit();
