// Runs a program, shows what it prints, and ends it with this process.
import { spawn } from 'node:child_process';
import { onEnd } from './cleanup.mjs';
import { root } from './paths.mjs';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    const ended = onEnd(() => child.kill());
    child.once('error', reject);
    child.once('close', (code) => {
      ended();
      resolve(code ?? 1);
    });
  });
}

/**
 * A script of the checkout or of one of its packages, run by this Node: `npx` would cost half a second each time.
 * @param {string} script  from the checkout
 * @param {string[]} [args]
 * @param {{ env?: Record<string, string> }} [options]
 */
export const runNode = (script, args = [], options) => run(process.execPath, [script, ...args], options);
