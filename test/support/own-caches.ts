import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cachesIn } from '../../scripts/lib/own-caches.mjs';

/**
 * What Casewright keeps from one run to the next, it keeps in a folder of the tests while they run: they neither use nor
 * push out what the developer's own runs have kept.
 * @returns what removes the folder
 */
export function setup(): () => void {
  const caches = mkdtempSync(path.join(os.tmpdir(), 'casewright-caches-'));
  Object.assign(process.env, cachesIn(caches));
  return () => {
    rmSync(caches, { recursive: true, force: true });
  };
}
