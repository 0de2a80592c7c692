// The language servers that are measured: ours, two that do nothing, and peers.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { scratchFolder } from '../../scripts/lib/scratch.mjs';
import { bundleFloor } from './product.mjs';

/** @typedef {import('./session.mjs').Server} Server */

const inBench = (/** @type {string[]} */ ...parts) => inRoot('bench', ...parts);

/** Where the peers are installed. */
export const peerModules = inBench('node_modules');

/** The program of rumdl for this system, without the script in Node that npm puts before it. */
export const rumdlProgram = () => path.join(peerModules, '@rumdl', `cli-${process.platform}-${process.arch}`, 'rumdl');

/**
 * @param {string} product  the folder of a built Casewright
 * @param {readonly string[]} [nodeOptions]
 * @returns {Server[]} sent its diagnostics unasked, as the peers are; and asked for them, as VS Code does
 */
export function ownServers(product, nodeOptions = []) {
  const env = { XDG_CACHE_HOME: scratchFolder('bench-cache') }; // not the user's: what is there already would be measured, too
  const command = [process.execPath, ...nodeOptions, path.join(product, 'dist/server.cjs'), '--stdio'];
  return [
    { name: 'casewright', command, env },
    { name: 'casewright, asked', command, env, pulls: true },
  ];
}

/** @returns {Promise<Server[]>} two servers that do nothing */
export async function floorServers() {
  const bundle = path.join(scratchFolder('bench-floors'), 'library.cjs');
  await bundleFloor('bench/floors/library.mjs', bundle);
  return [
    { name: 'nothing', command: [process.execPath, bundle, '--stdio'] },
    { name: 'nothing, plain Node', command: [process.execPath, inBench('floors/plain.mjs')] },
  ];
}

/** @returns {Promise<Server[]>} which must be installed */
export async function peerServers() {
  const { markdownClient, markdownSettings } = await import(pathToFileURL(inBench('peers/markdown-client.mjs')).href); // it needs packages of the bench
  return [
    { name: 'rumdl', command: [rumdlProgram(), 'server'] },
    {
      name: 'vscode-markdown',
      command: [process.execPath, path.join(peerModules, 'vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
      pulls: true,
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: markdownSettings,
      handlers: markdownClient,
    },
    { name: 'remark', command: [process.execPath, inBench('peers/remark-server.mjs'), '--stdio'] },
  ];
}
