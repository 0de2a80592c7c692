// The packages of package-lock.json, installed when they are not, or not those.
import fs from 'node:fs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';
import { assertWritable, Problem } from './problem.mjs';
import { step } from './steps.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return undefined; // not there, or half written
  }
}

/** npm writes the list of what it installed last of all, so that a broken installation has none. */
export function dependenciesAreInstalled() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
    if (name === '') return true;
    const found = installed[name];
    return found ? found.version === version && found.integrity === integrity : Boolean(optional);
  });
}

export async function installDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Problem(`Node ${process.versions.node} is too old: install Node.js 20 or later from https://nodejs.org.`);
  assertWritable(root);
  if (dependenciesAreInstalled()) return;
  await step('Installing the packages (about 20 s, 300 MB)', () => npm(['ci', '--include=dev', '--ignore-scripts'], root));
}
