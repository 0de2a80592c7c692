import type { FileState } from '../core/workspace/file-state.ts';
import type { FileSystem } from './file-system.ts';

/**
 * Files that may change while they are read: of several reads of one file that are under way at a time, each gives what
 * the last one finds, so that nobody puts an old text in the place of a new one, in whatever order they end.
 */
export class NewestReads implements FileSystem {
  readonly #files: FileSystem;
  readonly #underWay = new Map<string, { newest: Promise<FileState>; count: number }>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  async read(uri: string): Promise<FileState> {
    const reading = this.#files.read(uri);
    const reads = this.#underWay.get(uri) ?? { newest: reading, count: 0 };
    reads.newest = reading;
    reads.count += 1;
    this.#underWay.set(uri, reads);
    try {
      for (let newest: Promise<FileState> | undefined; ;) {
        newest = reads.newest;
        const state = await newest;
        if (newest === reads.newest) return state;
      }
    } finally {
      reads.count -= 1;
      if (reads.count === 0) this.#underWay.delete(uri);
    }
  }
}
