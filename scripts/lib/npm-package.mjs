// One package from npm, unpacked, without its dependencies and without running anything of it.
import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { npm } from './npm.mjs';
import { Problem } from './problem.mjs';

const execute = promisify(execFile);

/** @typedef {{ name: string, version: string, integrity: string }} Pinned  integrity: the registry's sha512, as in a lock file */

/**
 * @param {Pinned} wanted
 * @param {string} dir  made, and filled with the package's files
 * @param {string[]} [only]  paths in the package; none: all
 */
export async function unpackNpmPackage({ name, version, integrity }, dir, only = []) {
  fs.mkdirSync(dir, { recursive: true });
  const printed = await npm(['pack', `${name}@${version}`, '--pack-destination', dir], dir);
  const archive = path.join(dir, printed.trim().split('\n').at(-1) ?? '');
  const found = `sha512-${crypto.createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Problem(`${name}@${version} from the npm registry is not the file that this project was tested with; it was not used.`);
  await untar(archive, dir, ['--strip-components=1', ...only.map((file) => `package/${file}`)]);
  fs.rmSync(archive);
}

/**
 * @param {string} archive
 * @param {string} dir
 * @param {string[]} [more]
 */
export async function untar(archive, dir, more = []) {
  fs.mkdirSync(dir, { recursive: true });
  try {
    await execute('tar', ['-xf', archive, '-C', dir, '--no-same-owner', ...more]);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw code === 'ENOENT' ? new Problem('The program `tar` is needed: install it (`apt install tar`), then run this again.') : error;
  }
}
