// The peers from npm, installed beside the bench when they are not, or not those of the lock file.
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../../scripts/lib/npm.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { step } from '../../scripts/lib/steps.mjs';

const folder = inRoot('bench');

/** The versions that a lock file names, of the packages for this system or those that are installed. @param {string} file */
function versionsIn(file) {
  try {
    /** @type {{ packages: Record<string, { version: string, optional?: boolean }> }} */
    const { packages } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    return new Map(Object.entries(packages).flatMap(([name, { version, optional }]) => (name === '' || optional ? [] : [[name, version]])));
  } catch {
    return undefined; // not there, or half written
  }
}

export async function installPeers() {
  const wanted = versionsIn('package-lock.json');
  const installed = versionsIn('node_modules/.package-lock.json');
  if (wanted && installed && [...wanted].every(([name, version]) => installed.get(name) === version)) return;
  await step('Installing the peers (about 20 s, 60 MB)', () => npm(['ci', '--ignore-scripts'], folder));
}

/** @returns {string[]} the peers with their versions, for a report */
export function peerVersions() {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
}
