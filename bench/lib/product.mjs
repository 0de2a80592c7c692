// Casewright as it ships, out of the way of whoever builds or tests in this checkout meanwhile.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { esbuildOptions } from '../../scripts/lib/esbuild-options.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { Problem } from '../../scripts/lib/problem.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';

/** What the programs need beside themselves. */
const PARTS = ['package.json', 'dist', 'frameworks', 'templates', 'schemas', 'docs/rules'];

/**
 * Builds for production and copies the result.
 * @returns {string} the folder, which is gone when this process is
 */
export function buildProduct() {
  const result = spawnSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) throw new Problem('Casewright could not be built, so there is nothing to measure: see above.');
  const folder = copyProduct();
  if (fs.readFileSync(path.join(folder, 'dist/server.cjs'), 'utf8').includes('sourceMappingURL=')) {
    throw new Problem('Somebody else built in this checkout at the same moment: run this again.');
  }
  return folder;
}

/**
 * Copies what is built, however it was.
 * @returns {string} the folder, which is gone when this process is
 */
export function copyProduct() {
  const folder = scratchFolder('bench-product');
  const filter = (/** @type {string} */ file) => !file.endsWith('.map') && !file.startsWith(inRoot('dist/test'));
  for (const part of PARTS) fs.cpSync(inRoot(part), path.join(folder, part), { recursive: true, filter });
  return folder;
}

/**
 * Bundles a server of the bench as ours are.
 * @param {string} entry  from the checkout
 * @param {string} out
 */
export async function bundleFloor(entry, out) {
  const options = esbuildOptions({ name: entry, entries: [entry], out: path.basename(out), runs: 'node' }, { production: true });
  await build({ ...options, outfile: out });
}
