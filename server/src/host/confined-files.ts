import type { FileState } from '../core/workspace/file-state.ts';
import type { FileSystem } from './file-system.ts';

const LEADS_OUT: FileState = { kind: 'unreadable', reason: 'it is a link that leads out of the folder that is open, and nothing is read there' };

/**
 * The files of some folders and no others, wherever links lead: a study that somebody sends must not make Casewright show
 * what else is on the reader's disk. What URIs name outside of the folders is refused earlier, where settings are read.
 */
export class ConfinedFiles implements FileSystem {
  readonly #files: FileSystem;
  readonly #realUri: (uri: string) => Promise<string>;
  readonly #folders: () => readonly string[];

  /**
   * @param realUri where a file lies when all links on the way are followed; the URI itself where there is none
   * @param folders the folders as they are now, without a slash at their end
   */
  constructor(files: FileSystem, realUri: (uri: string) => Promise<string>, folders: () => readonly string[]) {
    this.#files = files;
    this.#realUri = realUri;
    this.#folders = folders;
  }

  async read(uri: string): Promise<FileState> {
    const real = await this.#realUri(uri);
    if (real !== uri && !(await this.#isInside(real))) return LEADS_OUT;
    return this.#files.read(uri);
  }

  /** Without a folder there is nothing to lead out of: a single file is open, and its neighbours are its study. */
  async #isInside(real: string): Promise<boolean> {
    const folders = this.#folders();
    if (folders.length === 0) return true;
    const roots = await Promise.all(folders.map((folder) => this.#realUri(folder)));
    return roots.some((root) => real.startsWith(`${root.replace(/\/$/, '')}/`));
  }
}
