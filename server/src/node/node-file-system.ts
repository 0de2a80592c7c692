import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileState } from '../core/workspace/file-state.ts';
import type { FileSystem } from '../host/file-system.ts';

/** The files of this machine. */
export class NodeFileSystem implements FileSystem {
  async read(uri: string): Promise<FileState> {
    try {
      return decode(await readFile(fileURLToPath(uri)));
    } catch (error) {
      return explain(error as NodeJS.ErrnoException);
    }
  }
}

/** Text files are UTF-8. Anything else is named as what it is, instead of being shown as garbage. */
function decode(bytes: Uint8Array): FileState {
  if (bytes.subarray(0, 8000).includes(0)) return { kind: 'unreadable', reason: 'it is not a text file' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'it is not saved as UTF-8; save it again with the encoding UTF-8' };
  }
}

function explain(error: NodeJS.ErrnoException): FileState {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'absent' };
    case 'EISDIR':
      return { kind: 'unreadable', reason: 'it is a folder' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: 'you have no permission to read it' };
    case 'ELOOP':
      return { kind: 'unreadable', reason: 'it is a link that leads back to itself' };
    default:
      return { kind: 'unreadable', reason: error.message };
  }
}
