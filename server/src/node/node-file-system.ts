import { lstat, readFile, stat } from 'node:fs/promises';
import type { FileState } from '../core/workspace/file-state.ts';
import { decodeText } from '../host/decode-text.ts';
import type { FileSystem } from '../host/file-system.ts';
import { pathOf } from './file-uri.ts';
import { DANGLING, isAbsence, whyNoText } from './read-now.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** The files of this machine. */
export class NodeFileSystem implements FileSystem {
  async read(uri: string): Promise<FileState> {
    try {
      const path = pathOf(uri);
      const reason = whyNoText(await stat(path));
      if (reason !== undefined) return { kind: 'unreadable', reason };
      return decodeText(await readFile(path));
    } catch (error) {
      if (!isAbsence(error)) return { kind: 'unreadable', reason: whyUnreadable(error) };
      return (await isLink(uri)) ? DANGLING : { kind: 'absent' };
    }
  }
}

async function isLink(uri: string): Promise<boolean> {
  try {
    return (await lstat(pathOf(uri))).isSymbolicLink();
  } catch {
    return false;
  }
}
