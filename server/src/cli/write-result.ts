import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, whyUnreadable } from '../node/why-unreadable.ts';
import { UsageError } from './exit-codes.ts';
import { shownPath } from './select-files.ts';

export interface WriteOptions {
  /** The folder in which the program runs, for messages. */
  readonly cwd: string;
  /** Whether a file that exists is kept, and its being there an error. */
  readonly isNew: boolean;
  /** Completes "… exists already, and nothing was written; …". */
  readonly otherwise?: string;
}

/** Writes what a command made, with the folders it takes. Throws a {@link UsageError} that says why it could not. */
export async function writeResult(file: string, content: string | Uint8Array, { cwd, isNew, otherwise = 'name another file' }: WriteOptions): Promise<void> {
  const shown = shownPath(file, cwd);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && isNew) throw new UsageError(`${shown} exists already, and nothing was written; ${otherwise}.`);
    throw new UsageError(`${shown} could not be written: ${whyUnreadable(error).replace('permission to read it', 'permission to write there')}.`);
  }
}
