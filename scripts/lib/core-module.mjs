// Gives scripts what the core exports, from the sources as they are now.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, root } from './paths.mjs';

/**
 * Bundles the named exports of core files and imports the result. Packages stay outside, so that they are those of
 * node_modules.
 * @param {string} name                       of the bundle in .cache/
 * @param {Record<string, string[]>} exports  a file under server/src/core -> what it exports
 * @returns {Promise<Record<string, any>>}
 */
export async function importCore(name, exports) {
  const { build } = await import('esbuild');
  const lines = Object.entries(exports).map(([file, names]) => `export { ${names.join(', ')} } from './server/src/core/${file}';`);
  const outfile = path.join(cache, `${name}.${process.pid}.mjs`); // two runs at once do not meet
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(outfile, { force: true });
  }
}
