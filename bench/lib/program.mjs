// A program run to its end, with what it cost.
import { spawn } from 'node:child_process';
import { onEnd } from '../../scripts/lib/cleanup.mjs';
import { endedChildrenTime, peakOfTree } from './process-meter.mjs';

/** How often memory is looked at, in milliseconds. The kernel keeps the peak, so only the very end can be missed. */
const LOOK = 10;

/**
 * @typedef {object} Cost
 * @property {number} wall  milliseconds
 * @property {number} cpu  milliseconds of processor time, with that of the processes it started
 * @property {number} peak  MB
 * @property {number | null} code  its exit code; null when a signal ended it
 */

/**
 * Runs one program; no other child of this process may end meanwhile, or its time is counted, too.
 * @param {readonly string[]} command
 * @param {{ cwd: string, env?: Record<string, string>, limit: number }} options  limit: milliseconds after which it is ended
 * @returns {Promise<Cost>}
 */
export async function runProgram([file = '', ...args], { cwd, env = {}, limit }) {
  const before = endedChildrenTime();
  const started = performance.now();
  const child = spawn(file, args, { cwd, stdio: 'ignore', env: { ...process.env, ...env } });
  const ended = onEnd(() => child.kill('SIGKILL'));
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, peakOfTree(child.pid ?? 0) || 0)), LOOK);
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  try {
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
    const wall = performance.now() - started;
    if (wall >= limit) throw new Error(`no end within ${limit / 1000} s`);
    return { wall, cpu: endedChildrenTime() - before, peak, code };
  } finally {
    clearInterval(look);
    clearTimeout(timer);
    ended();
  }
}
