import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { PARTIAL } from './write-whole.ts';

/** How much of a folder is kept. */
export interface Bounds {
  readonly files: number;
  readonly bytes: number;
}

/** Milliseconds: nothing is being written for so long. What is not whole then was left by a program that was stopped. */
const LONGEST_WRITING = 600_000;

/**
 * Removes the files of a cache's folder that have not been written or used for longest, until what is left is within bounds.
 * Files that were begun and never finished go, too.
 * Never throws: other processes may be at the same folder, and what is too much now is removed the next time.
 */
export function keepNewest(folder: string, { files, bytes }: Bounds): void {
  try {
    const found: { readonly file: string; readonly size: number; readonly used: number }[] = [];
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      if (!stats?.isFile()) continue;
      if (name.endsWith(PARTIAL) && stats.mtimeMs < Date.now() - LONGEST_WRITING) rmSync(file, { force: true });
      else found.push({ file, size: stats.size, used: stats.mtimeMs });
    }
    let sum = 0;
    found
      .sort((a, b) => b.used - a.used)
      .forEach(({ file, size }, index) => {
        sum += size;
        if (index >= files || sum > bytes) rmSync(file, { force: true });
      });
  } catch {
    // Somebody else is at it.
  }
}
