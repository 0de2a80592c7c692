// Says whether anything that a bundle was made from has changed since, without reading it: size and time of every input.
import fs from 'node:fs';
import path from 'node:path';
import { cache, inRoot, root } from './paths.mjs';

/** @typedef {Record<string, string>} Marks  a file from the checkout -> its mark */
/** @typedef {{ name: string, mode: string, inputs: Marks, outputs: string[], bytes: number }} Record_ */

const file = path.join(cache, 'build.json');

/** The recipe: when one of these changes, everything is made again. */
const recipe = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/lib/bundles.mjs',
  'scripts/lib/esbuild-options.mjs',
  'scripts/lib/freshness.mjs',
];

/**
 * @param {string} name a file from the checkout
 * @returns {string}
 */
function mark(name) {
  const stat = fs.statSync(inRoot(name), { throwIfNoEntry: false });
  return stat ? `${stat.size}:${stat.mtimeMs}` : 'none';
}

/** @returns {Record<string, Record_>} */
export function readRecords() {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return {}; // first run, or another version's file
  }
}

/** @param {Record<string, Record_>} records */
export function writeRecords(records) {
  fs.mkdirSync(cache, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, JSON.stringify(records, null, 1));
  fs.renameSync(temporary, file); // two builds at once leave one whole record
}

/**
 * @param {Record_ | undefined} record
 * @param {string} mode    anything else the result depends on
 * @returns {boolean}
 */
export function isFresh(record, mode) {
  if (!record || record.mode !== mode) return false;
  if (!record.outputs.every((output) => fs.existsSync(inRoot(output)))) return false;
  return Object.entries(record.inputs).every(([name, was]) => mark(name) === was);
}

/**
 * @param {string} name
 * @param {string} mode
 * @param {import('esbuild').Metafile} metafile
 * @returns {Record_}
 */
export function recordOf(name, mode, metafile) {
  // Packages are covered by the lock file in `recipe`: thousands of their files need no look.
  const own = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
  const inputs = Object.fromEntries([...own, ...recipe].map((input) => [input, mark(input)]));
  const bytes = Object.entries(metafile.outputs)
    .filter(([output]) => !output.endsWith('.map'))
    .reduce((sum, [, output]) => sum + output.bytes, 0);
  return { name, mode, inputs, outputs: Object.keys(metafile.outputs).map((o) => path.relative(root, inRoot(o))), bytes };
}
