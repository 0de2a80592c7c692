import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file of a cache, and its folder where it is not there, whole or not at all: others who read or write it at the
 * same time see the old file or the new one. Only the user can read it, since it may say what is in confidential cases.
 * @returns whether it was written; a cache that cannot be written is only slower
 */
export function writeWhole(file: string, content: string | Uint8Array): boolean {
  const beside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(beside, content, { mode: 0o600 });
    renameSync(beside, file);
    return true;
  } catch {
    discard(beside);
    return false;
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never there, or cannot be removed either.
  }
}
