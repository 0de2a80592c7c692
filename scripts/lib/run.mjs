// Runs a program, shows what it prints, and ends it with this process.
import { spawn } from 'node:child_process';
import { onEnd } from './cleanup.mjs';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env]  more variables
 * @property {number} [minutes]  after which it is ended, with all that it started
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, { env = {}, minutes } = {}) {
  return new Promise((resolve, reject) => {
    const leadsGroup = minutes !== undefined && process.platform !== 'win32';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env }, detached: leadsGroup });
    const ended = onEnd(() => (leadsGroup ? endGroup(child.pid) : child.kill()));
    const limit = minutes === undefined ? undefined : setTimeout(ended, minutes * 60_000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      ended();
      resolve(code ?? 1);
    });
  });
}

/** Ends the processes of a group; one that hangs would not do so when it is asked to. */
function endGroup(/** @type {number | undefined} */ leader) {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // They have ended.
  }
}

/**
 * A script of the checkout or of one of its packages, run by this Node: `npx` would cost half a second each time.
 * @param {string} script  from the checkout
 * @param {string[]} [args]
 * @param {RunOptions} [options]
 */
export const runNode = (script, args = [], options) => run(process.execPath, [script, ...args], options);
