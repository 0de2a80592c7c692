import { constants, type Stats } from 'node:fs';
import { lstat, readFile, stat } from 'node:fs/promises';
import type { FileState } from '../core/workspace/file-state.ts';
import { decodeText } from '../host/decode-text.ts';
import type { FileSystem } from '../host/file-system.ts';
import { pathOf } from './file-uri.ts';
import { DANGLING, isAbsence, whyNoText } from './read-now.ts';
import { errorCode, whyUnreadable } from './why-unreadable.ts';

/** Opens no link. Windows has no such flag; there it was looked a moment before whether it is one. */
const NO_LINK = constants.O_RDONLY | constants.O_NOFOLLOW;

/** The files of this machine. */
export class NodeFileSystem implements FileSystem {
  async read(uri: string): Promise<FileState> {
    try {
      const path = pathOf(uri);
      return await textOf(path, await stat(path), constants.O_RDONLY);
    } catch (error) {
      if (!isAbsence(error)) return { kind: 'unreadable', reason: whyUnreadable(error) };
      return (await isLink(uri)) ? DANGLING : { kind: 'absent' };
    }
  }

  /** As the host's `links` want it. */
  async readUnlinked(uri: string): Promise<FileState | undefined> {
    try {
      const path = pathOf(uri);
      const found = await lstat(path);
      return found.isSymbolicLink() ? undefined : await textOf(path, found, NO_LINK);
    } catch (error) {
      const isLinkOrNothing = isAbsence(error) || errorCode(error) === 'ELOOP';
      return isLinkOrNothing ? undefined : { kind: 'unreadable', reason: whyUnreadable(error) };
    }
  }
}

async function textOf(path: string, found: Stats, flag: number): Promise<FileState> {
  const reason = whyNoText(found);
  return reason === undefined ? decodeText(await readFile(path, { flag })) : { kind: 'unreadable', reason };
}

async function isLink(uri: string): Promise<boolean> {
  try {
    return (await lstat(pathOf(uri))).isSymbolicLink();
  } catch {
    return false;
  }
}
