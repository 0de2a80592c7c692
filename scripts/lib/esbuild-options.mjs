// How a bundle is made, by where it runs.
import fs from 'node:fs';
import path from 'node:path';
import { builtinsPlugin } from './builtins-plugin.mjs';
import { dist, inRoot, root } from './paths.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */

/** @type {Record<Bundle['runs'], import('esbuild').BuildOptions>} */
const byPlace = {
  node: {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'], // the ES builds of the protocol libraries can be tree-shaken
    define: { 'import.meta.url': '__importMetaUrl' }, // CommonJS has none of its own
  },
  browser: { platform: 'browser', format: 'iife', target: 'es2022' },
  // A worker has no document: packages with a `worker` condition must not be given their DOM variant.
  worker: { platform: 'browser', format: 'iife', target: 'es2022', conditions: ['worker', 'module'] },
  // It is in a worker, too, and VS Code asks it for what it exports.
  'web extension': { platform: 'browser', format: 'cjs', target: 'es2022', conditions: ['worker', 'module'] },
};

/** Around a program that server/src/node/compiled-code.ts runs: what Node puts around a module. Put there by the build, no megabyte has to be copied for it. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) {', '})'];

/**
 * @param {Bundle} bundle
 * @returns {string}
 */
function banner(bundle) {
  if (bundle.runs !== 'node') return '';
  const ownHashbang = bundle.entries.some((e) => fs.readFileSync(inRoot(e), 'utf8').startsWith('#!'));
  const hashbang = bundle.executable && !ownHashbang ? '#!/usr/bin/env node\n' : '';
  return `${hashbang}const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;
}

/**
 * @param {Bundle} bundle
 * @param {{ production: boolean }} options
 * @returns {import('esbuild').BuildOptions}
 */
export function esbuildOptions(bundle, { production }) {
  const target = path.join(dist, bundle.out);
  return {
    ...byPlace[bundle.runs],
    absWorkingDir: root,
    entryPoints: bundle.entries,
    ...(bundle.out.endsWith('/') ? { outdir: target, outExtension: { '.js': '.cjs' }, entryNames: '[name]' } : { outfile: target }),
    bundle: true,
    plugins: [builtinsPlugin],
    minify: production,
    keepNames: false,
    legalComments: production ? 'none' : 'inline',
    sourcemap: production ? false : 'linked',
    external: bundle.external ?? [],
    alias: bundle.alias ?? {},
    loader: { '.yaml': 'text', '.svg': 'text' },
    banner: { js: `${bundle.isKept ? WRAPPER[0] : ''}${banner(bundle)}` },
    ...(bundle.isKept ? { footer: { js: WRAPPER[1] } } : {}),
    logLevel: 'silent', // build.mjs prints what goes wrong, once
  };
}
