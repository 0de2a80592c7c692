// The command lines that are measured: ours, and peers.
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { peerModules, rumdlProgram } from './servers.mjs';

/**
 * @typedef {object} Program
 * @property {string} name  as tables call it
 * @property {boolean} keeps  whether it keeps anything for its next run
 * @property {readonly number[]} codes  the exit codes of a run that did what was asked
 * @property {(kept: string) => { command: readonly string[], env?: Record<string, string> }} prepare
 *   how it is run in the folder of a study, with an own folder for what it keeps
 */

/**
 * @param {string} product  the folder of a built Casewright
 * @param {readonly string[]} [nodeOptions]
 * @returns {Program}
 */
export const ownProgram = (product, nodeOptions = []) => ({
  name: 'casewright',
  keeps: true,
  codes: [0, 1],
  prepare: (kept) => ({ command: [process.execPath, ...nodeOptions, path.join(product, 'dist/cli.cjs'), 'check'], env: { XDG_CACHE_HOME: kept } }),
});

/** @returns {Program[]} which must be installed */
export function peerPrograms() {
  const module = (/** @type {string} */ file) => [process.execPath, path.join(peerModules, file)];
  const rc = inRoot('bench/peers/remarkrc.mjs');
  return [
    { name: 'rumdl', keeps: true, codes: [0, 1], prepare: (kept) => ({ command: [rumdlProgram(), 'check', '--cache-dir', kept, '.'] }) },
    {
      name: 'markdownlint',
      keeps: false,
      codes: [0, 1],
      prepare: () => ({ command: [...module('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'] }),
    },
    {
      name: 'remark',
      keeps: false,
      codes: [0, 1],
      prepare: () => ({ command: [...module('remark-cli/cli.js'), '--no-config', '--no-stdout', '--quiet', '--rc-path', rc, '.'] }),
    },
  ];
}
