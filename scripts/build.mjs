// Bundles the extension, the server, the command line and the tests into dist/.
//   node scripts/build.mjs [--production] [--sizes] [--force]
// What has not changed since the last run is not made again.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundles } from './lib/bundles.mjs';
import { esbuildOptions } from './lib/esbuild-options.mjs';
import { isFresh, readRecords, recordOf, writeRecords } from './lib/freshness.mjs';
import { builtinFiles, hasLoadedBuiltins, writeLoadedBuiltins } from './lib/loaded-builtins.mjs';
import { dist } from './lib/paths.mjs';

const { values: flags } = parseArgs({
  options: { production: { type: 'boolean' }, sizes: { type: 'boolean' }, force: { type: 'boolean' } },
});
const production = flags.production ?? false;
const started = performance.now();
const records = readRecords();
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} kB`;

/**
 * @param {import('./lib/bundles.mjs').Bundle} bundle
 * @returns {Promise<'made' | 'fresh'>}
 */
async function make(bundle) {
  const mode = JSON.stringify([production, bundle.entries, builtinFiles()]);
  if (!flags.force && isFresh(records[bundle.out], mode)) return 'fresh';
  if (bundle.out.endsWith('/')) fs.rmSync(path.join(dist, bundle.out), { recursive: true, force: true }); // what a renamed entry left
  const esbuild = await import('esbuild'); // only now: a run with nothing to do stays instant
  const { metafile, warnings } = await esbuild.build({ ...esbuildOptions(bundle, { production }), metafile: true });
  for (const text of await esbuild.formatMessages(warnings, { kind: 'warning', color: process.stdout.isTTY })) console.warn(text);
  if (bundle.executable) fs.chmodSync(path.join(dist, bundle.out), 0o755);
  if (production) fs.rmSync(`${path.join(dist, bundle.out)}.map`, { force: true });
  if (production && bundle.runs === 'node') escapeOthers(path.join(dist, bundle.out));
  records[bundle.out] = recordOf(bundle.name, mode, metafile);
  return 'made';
}

/**
 * Writes characters of a program that are not ASCII as escapes, as esbuild does but for those in patterns: a single one makes
 * V8 hold the whole program with two bytes a character. In patterns, strings and templates an escape is the same character,
 * and in a raw template that becomes a pattern, too.
 * @param {string} file
 */
function escapeOthers(file) {
  const code = fs.readFileSync(file, 'utf8');
  const escaped = code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== code) fs.writeFileSync(file, escaped);
}

try {
  const list = bundles({ production });
  const results = await Promise.allSettled(list.map(make));
  writeRecords(records);
  const failed = results.filter((r) => r.status === 'rejected');
  for (const { reason } of failed) console.error(await explain(reason));
  if (failed.length) process.exit(1);
  // The worker holds the frameworks, the templates and their loaders, so it is made anew whenever they change.
  const isWorkerNew = results.some((r, index) => r.status === 'fulfilled' && r.value === 'made' && list[index]?.runs === 'worker');
  if (isWorkerNew || !hasLoadedBuiltins()) await writeLoadedBuiltins();
  const made = results.filter((r) => r.status === 'fulfilled' && r.value === 'made').length;
  if (flags.sizes) {
    for (const bundle of list) {
      const record = records[bundle.out];
      if (record) console.log(`  ${kilobytes(record.bytes).padStart(10)}  dist/${bundle.out}`);
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(made ? `Built ${made} of ${list.length} bundles in ${seconds} s.` : 'Nothing to build: all bundles are up to date.');
} catch (error) {
  console.error(`The build could not run: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/**
 * @param {any} reason
 * @returns {Promise<string>}
 */
async function explain(reason) {
  if (!Array.isArray(reason?.errors)) return String(reason?.stack ?? reason);
  const { formatMessages } = await import('esbuild');
  return (await formatMessages(reason.errors, { kind: 'error', color: process.stdout.isTTY })).join('');
}
