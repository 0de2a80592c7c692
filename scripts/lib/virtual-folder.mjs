// A folder that is on no disk, for tests: an extension that keeps files in memory, as those do that show repositories on the web.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { scratchFolder } from './scratch.mjs';

/**
 * @typedef {object} VirtualFolder
 * @property {string} extension  the folder of the extension that has the files
 * @property {string} uri        what VS Code is to open
 */

/**
 * @param {Record<string, string>} files  path -> text
 * @returns {VirtualFolder}
 */
export function virtualFolder(files) {
  const extension = scratchFolder('virtual');
  const main = 'virtual-folder.cjs';
  const manifest = {
    name: 'virtual-folder',
    publisher: 'casewright-tests',
    version: '0.0.0',
    engines: { vscode: '^1.91.0' },
    main: `./${main}`,
    browser: `./${main}`,
    activationEvents: ['onFileSystem:virtual'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  const listed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/study/${name}`, text]));
  fs.writeFileSync(path.join(extension, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(extension, 'files.json'), JSON.stringify(listed));
  fs.copyFileSync(inRoot('dist/test/web', main), path.join(extension, main));
  return { extension, uri: 'virtual://memory/study' };
}

/**
 * The texts of a folder on disk.
 * @param {string} folder
 * @returns {Record<string, string>} path -> text
 */
export function filesOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name.replaceAll(path.sep, '/'), fs.readFileSync(path.join(folder, name), 'utf8')]));
}
