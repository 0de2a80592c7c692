import type { FileState } from '../core/workspace/file-state.ts';
import type { FileSystem } from './file-system.ts';

/** Files that exist only in memory, for tests and for hosts that have no disk. */
export class MemoryFileSystem implements FileSystem {
  readonly files = new Map<string, string>();
  /** Every URI that was read, in order: tests assert how often. */
  readonly reads: string[] = [];

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [uri, text] of Object.entries(files)) this.files.set(uri, text);
  }

  read(uri: string): Promise<FileState> {
    this.reads.push(uri);
    const text = this.files.get(uri);
    return Promise.resolve(text === undefined ? { kind: 'absent' } : { kind: 'text', text });
  }
}
