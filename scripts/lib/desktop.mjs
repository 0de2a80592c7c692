// The VS Code that is installed on this machine.
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];
const macApp = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/** @returns {string} its command-line program */
export function findDesktop() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const found = [...names.flatMap((name) => onPath.map((dir) => path.join(dir, name))), macApp].find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Problem(
    'No VS Code was found on this machine: install it from https://code.visualstudio.com so that the command `code` works ' +
      '(in VS Code: "Shell Command: Install \'code\' command in PATH"), or run `npm start` without --desktop.',
  );
}
