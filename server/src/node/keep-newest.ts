import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** How much of a folder is kept. */
export interface Bounds {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes the files of a cache's folder that have not been written or used for longest, until what is left is within bounds.
 * Never throws: other processes may be at the same folder, and what is too much now is removed the next time.
 */
export function keepNewest(folder: string, { files, bytes }: Bounds): void {
  try {
    const found = readdirSync(folder).flatMap((name) => {
      const file = path.join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats?.isFile() ? [{ file, size: stats.size, used: stats.mtimeMs }] : [];
    });
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
