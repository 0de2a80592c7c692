// What a process costs: processor time and memory, as Linux counts them. Elsewhere there is no such count, and it is NaN.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** Whether this system counts what other processes cost. */
export const isCounted = fs.existsSync('/proc/self/stat');

/** Milliseconds in a tick of /proc: 10 on every Linux in use. */
const TICK = isCounted ? 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : NaN;

/**
 * Fields of /proc/PID/stat from the third on: what is before may hold spaces.
 * @param {number | 'self'} pid
 */
function statOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // gone, or not Linux
  }
}

/**
 * Processor time that a process has taken in all its threads, in milliseconds, to a tick of 10.
 * @param {number} pid
 */
export function cpuTime(pid) {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * TICK; // user and system
}

/** Processor time of all children of this process that have ended, and of theirs, in milliseconds. */
export function endedChildrenTime() {
  const fields = statOf('self');
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

/**
 * Memory that a process holds, in MB: now, and the most that it ever did.
 * @param {number} pid
 */
export function memory(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (/** @type {RegExp} */ field) => Number(field.exec(status)?.[1] ?? NaN) / 1024;
    return { now: megabytes(/^VmRSS:\s+(\d+)/m), peak: megabytes(/^VmHWM:\s+(\d+)/m) };
  } catch {
    return { now: NaN, peak: NaN };
  }
}

/**
 * The most that a process and all that it started ever held, in MB, as far as they are still there.
 * @param {number} pid
 * @returns {number}
 */
export function peakOfTree(pid) {
  const own = memory(pid).peak;
  return childrenOf(pid).reduce((sum, child) => sum + (peakOfTree(child) || 0), own);
}

/** @param {number} pid */
function childrenOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
