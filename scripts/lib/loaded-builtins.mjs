// The built-in frameworks and templates as the core's loaders read them, made when bundles are: reading their YAML takes
// longer than all else when a server or the command line starts.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { importCore } from './core-module.mjs';
import { dist, inRoot } from './paths.mjs';

const FILE = path.join(dist, 'builtins.jsonl');

/** The files that ship as data, from the checkout: a bundle that holds them is out of date when one comes or goes. */
export const builtinFiles = () =>
  ['frameworks', 'templates'].flatMap((folder) =>
    fs
      .readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );

/** @typedef {{ file: string, id: string, sha256: string, json: string }} LoadedBuiltin  sha256: of the text; json: what was read */

/**
 * Those that can be used without a problem.
 * @returns {Promise<LoadedBuiltin[]>}
 */
export async function loadedBuiltins() {
  const { loadPack, loadTemplate } = await importCore('builtins', {
    'frameworks/load-pack.ts': ['loadPack'],
    'config/load-template.ts': ['loadTemplate'],
  });
  return builtinFiles().flatMap((file) => {
    const text = fs.readFileSync(inRoot(file), 'utf8');
    const { pack, value = pack, problems } = file.startsWith('frameworks/') ? loadPack(file, text) : loadTemplate(file, text);
    if (!value || problems.length > 0) return [];
    return [{ file, id: value.id, sha256: createHash('sha256').update(text).digest('hex'), json: JSON.stringify(value) }];
  });
}

/** Whether the file that server/src/node/builtins.ts looks for is there. */
export const hasLoadedBuiltins = () => fs.existsSync(FILE);

/** Writes it: a line that names the files, then a line for each, so that only those have to be read that are needed. */
export async function writeLoadedBuiltins() {
  const loaded = await loadedBuiltins();
  const names = loaded.map(({ file, id, sha256, json }) => ({ file, id, sha256, length: json.length }));
  fs.writeFileSync(FILE, [JSON.stringify(names), ...loaded.map(({ json }) => json), ''].join('\n'));
}
