// The built-in frameworks as the core's loader reads them, made when bundles are: reading their YAML takes longer than all
// else when a server or the command line starts.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { importCore } from './core-module.mjs';
import { dist, inRoot } from './paths.mjs';

const FILE = path.join(dist, 'frameworks.json');

/**
 * The frameworks that can be used, by file name, each with the hash of the text it was read from.
 * @returns {Promise<Record<string, { sha256: string, pack: unknown }>>}
 */
export async function loadedPacks() {
  const { loadPack } = await importCore('packs', { 'frameworks/load-pack.ts': ['loadPack'] });
  const names = fs.readdirSync(inRoot('frameworks')).filter((name) => name.endsWith('.yaml'));
  const entries = names.sort().flatMap((name) => {
    const text = fs.readFileSync(inRoot('frameworks', name), 'utf8');
    const { pack } = loadPack(name, text);
    return pack ? [[name, { sha256: createHash('sha256').update(text).digest('hex'), pack }]] : [];
  });
  return Object.fromEntries(entries);
}

/** Whether the file that server/src/node/builtins.ts looks for is there. */
export const hasLoadedPacks = () => fs.existsSync(FILE);

/** Writes it. */
export async function writeLoadedPacks() {
  fs.writeFileSync(FILE, JSON.stringify(await loadedPacks()));
}
