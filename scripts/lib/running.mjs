// Knows whether this checkout's VS Code is running already.
import fs from 'node:fs';
import path from 'node:path';
import { onEnd } from './cleanup.mjs';

const fileIn = (/** @type {string} */ state) => path.join(state, 'running');

/**
 * @param {string} state  the folder that a start keeps
 * @returns {Promise<string | undefined>} its address
 */
export async function alreadyRunning(state) {
  try {
    const url = fs.readFileSync(fileIn(state), 'utf8');
    const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(3000) });
    return status === 302 ? url : undefined; // our token was accepted: it is ours
  } catch {
    return undefined; // not running, or killed
  }
}

/**
 * @param {string} state
 * @param {string} url
 */
export function rememberRunning(state, url) {
  fs.writeFileSync(fileIn(state), url, { mode: 0o600 });
  onEnd(() => fs.rmSync(fileIn(state), { force: true }));
}
