import { lstat, readFile, stat } from 'node:fs/promises';
import type { FileState } from '../core/workspace/file-state.ts';
import { decodeText } from '../host/decode-text.ts';
import type { FileSystem } from '../host/file-system.ts';
import { pathOf } from './file-uri.ts';
import { errorCode, whyUnreadable } from './why-unreadable.ts';

/** Where there is no such file, or no place on this machine that the URI could name. */
const ABSENT: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ERR_INVALID_FILE_URL_PATH',
  'ERR_INVALID_FILE_URL_HOST',
  'ERR_INVALID_URL_SCHEME',
  'ERR_INVALID_URL',
  'ERR_INVALID_ARG_VALUE',
]);

/** The files of this machine. */
export class NodeFileSystem implements FileSystem {
  async read(uri: string): Promise<FileState> {
    try {
      const path = pathOf(uri);
      const found = await stat(path);
      if (found.isDirectory()) return { kind: 'unreadable', reason: 'it is a folder' };
      if (!found.isFile()) return { kind: 'unreadable', reason: 'it is not a file but a pipe or a device' }; // reading it could wait for ever
      return decodeText(await readFile(path));
    } catch (error) {
      if (!ABSENT.has(errorCode(error) ?? '')) return { kind: 'unreadable', reason: whyUnreadable(error) };
      return (await isLink(uri)) ? { kind: 'unreadable', reason: 'it is a link to a file that does not exist' } : { kind: 'absent' };
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
