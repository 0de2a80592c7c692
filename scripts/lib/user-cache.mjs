// Big things that every checkout of this user can share: ~/.cache/casewright, or CASEWRIGHT_CACHE.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onEnd } from './cleanup.mjs';
import { assertWritable, Problem } from './problem.mjs';
import { took } from './steps.mjs';

const { CASEWRIGHT_CACHE, XDG_CACHE_HOME } = process.env;
export const userCache = CASEWRIGHT_CACHE
  ? path.resolve(CASEWRIGHT_CACHE)
  : path.join(XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(os.homedir(), '.cache'), 'casewright');

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Half-made folders of processes that were killed. */
function sweep() {
  for (const name of fs.readdirSync(userCache)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) fs.rmSync(path.join(userCache, name), { recursive: true, force: true });
  }
}

/** @param {string} dir */
function megabytes(dir) {
  let bytes = 0;
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += fs.lstatSync(path.join(entry.parentPath ?? entry.path, entry.name)).size;
  }
  return Math.round(bytes / 1e6);
}

/**
 * The folder `name`, made whole or not at all: it is made beside its place and renamed, so that a killed or a second process
 * does no harm.
 * @param {string} name     with the versions in it: another version is another folder
 * @param {string} message  what is installed, and about how long and how big it is
 * @param {(dir: string) => Promise<void>} make
 * @returns {Promise<string>}
 */
export async function installOnce(name, message, make) {
  const dir = path.join(userCache, name);
  if (fs.existsSync(dir)) return dir;
  try {
    assertWritable(userCache);
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error} Name a folder of your own in CASEWRIGHT_CACHE.`);
  }
  const started = performance.now();
  console.log(`> ${message}`);
  const partial = `${dir}.partial-${process.pid}`;
  const discard = onEnd(() => fs.rmSync(partial, { recursive: true, force: true }));
  try {
    fs.mkdirSync(userCache, { recursive: true });
    sweep();
    fs.mkdirSync(partial);
    await make(partial);
    try {
      fs.renameSync(partial, dir);
    } catch (error) {
      if (!fs.existsSync(dir)) throw error; // else another process was quicker, and its folder is as good
    }
  } finally {
    discard();
  }
  console.log(`  done in ${took(started)}: ${megabytes(dir)} MB in ${dir}`);
  return dir;
}
