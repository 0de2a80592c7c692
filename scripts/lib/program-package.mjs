// The package for npm: the command line and the language server for other editors, with what they read, and nothing to install.
import fs from 'node:fs';
import path from 'node:path';
import { NOTICES } from './notices.mjs';
import { npm } from './npm.mjs';
import { inRoot } from './paths.mjs';

/** What the package consists of besides its package.json. */
export const programFiles = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  NOTICES,
  'dist/cli.cjs',
  'dist/cli-main.cjs',
  'dist/server.cjs',
  'dist/server-main.cjs',
  'dist/builtins.jsonl',
  'frameworks',
  'templates',
  'schemas',
  'docs/rules',
  'docs/templates.md',
  'docs/editors.md',
];

/** Of the extension's manifest, what says something of the programs. The packages it names are in the bundles. */
const KEPT = ['name', 'version', 'description', 'license', 'type', 'engines', 'keywords', 'bin'];

/**
 * Writes the package as an archive. The bundles have to be there.
 * @param {string} folder  where it is put together
 * @returns {Promise<string>} the archive
 */
export async function packPrograms(folder) {
  const manifest = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  const own = Object.fromEntries(KEPT.map((key) => [key, key === 'engines' ? { node: manifest.engines.node } : manifest[key]]));
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  for (const file of programFiles) fs.cpSync(inRoot(file), path.join(folder, file), { recursive: true });
  const [{ filename }] = JSON.parse(await npm(['pack', '--json', '--ignore-scripts'], folder));
  return path.join(folder, filename);
}
