import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';

/**
 * A file that was changed so recently, in milliseconds, could be changed again and show the same times: some file systems
 * count in steps of two seconds.
 */
const TOO_YOUNG = 2000;

/** The size of a file, its times, and where it lies on the disk: as long as all are the same, so is what is in it. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Whether the stamp of a file can stand for its content, as in git's index.
 * @param now when the file was looked at, in milliseconds since 1970
 */
export function isTelling({ mtimeMs, ctimeMs }: Stats, now: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < now - TOO_YOUNG;
}

/** A short name for a content: no two contents have the same. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}
