import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder } from './cache-folder.ts';
import { keepNewest } from './keep-newest.ts';
import { writeWhole } from './write-whole.ts';

/** How the code that an earlier run compiled is kept and used. */
export interface KeepingOptions {
  /** What the program is started for. Each use runs, and so compiles, another part of the code, and has a file of its own. */
  readonly use: string;
  /** Asked when the program ends: whether this run is one to learn from. */
  readonly isTypical?: () => boolean;
}

/** After this time a program that goes on has compiled what it needs to start, and is likely to be idle. Milliseconds. */
const STARTED = 3000;
/** What is kept for all versions of Casewright and of Node together: each file is two megabytes at most. */
const KEPT_CODE = { files: 16, bytes: 32 * 1024 * 1024 } as const;
const DIGEST_BYTES = 32;

/**
 * Runs a bundle as `require` would. The build has made a function of it, as `require` does when it loads a module, so that
 * the text need not be held a second time. Compiling takes most of the time in which a program starts, so what the first run
 * has compiled is kept in the user's cache folder, and later runs begin with that. Whatever is wrong with what was kept
 * makes no difference but the time: then the bundle is compiled.
 * @param file the bundle, absolute
 */
export function runCompiled(file: string, { use, isTypical }: KeepingOptions): void {
  const source = readFileSync(file, 'utf8');
  const place = placeFor(source, use);
  const kept = place === undefined ? undefined : readKept(place);
  const script = new Script(source, { filename: file, ...(kept ? { cachedData: kept } : {}) });
  if (place !== undefined && (!kept || script.cachedDataRejected === true)) keepOnce(script, place, isTypical);
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
}

/** A name that says all that compiled code depends on. Undefined where nothing can be kept, or where others could have put something. */
function placeFor(source: string, use: string): string | undefined {
  const caches = cacheFolder();
  if (caches === undefined) return undefined;
  const folder = path.join(caches, 'compiled');
  const key = digest(source, `${process.version} ${process.versions.v8} ${process.arch} ${cachedDataVersionTag()} ${use}`).toString('hex');
  return isOpenToOthers(folder) ? undefined : path.join(folder, key);
}

/** Compiled code is run as it is, so a folder into which another user could write is not used. */
function isOpenToOthers(folder: string): boolean {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (!found || process.getuid === undefined) return false;
    return found.uid !== process.getuid() || (found.mode & 0o022) !== 0;
  } catch {
    return true;
  }
}

/** V8 checks versions and lengths by itself; but code of which a single byte is wrong it takes, and then crashes. */
function readKept(place: string): Uint8Array | undefined {
  try {
    const content = readFileSync(place);
    const code = content.subarray(DIGEST_BYTES);
    return content.subarray(0, DIGEST_BYTES).equals(digest(path.basename(place), code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what has been compiled by the time that the program has started, or ends: functions are compiled when they are first called. */
function keepOnce(script: Script, place: string, isTypical: () => boolean = () => true): void {
  const keep = (): void => {
    clearTimeout(timer);
    process.off('exit', keep);
    if (!isTypical()) return;
    const code = script.createCachedData();
    if (writeWhole(place, Buffer.concat([digest(path.basename(place), code), code]))) keepNewest(path.dirname(place), KEPT_CODE);
  };
  const timer = setTimeout(keep, STARTED).unref();
  process.once('exit', keep);
}

function digest(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
