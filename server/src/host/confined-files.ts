import type { FileState } from '../core/workspace/file-state.ts';
import { folderOf } from '../core/workspace/uri.ts';
import type { FileSystem } from './file-system.ts';

/** What a host that has links knows of them. */
export interface Links {
  /** Where a file or folder lies when all links on the way are followed; the URI itself where there is none. */
  realUri(uri: string): Promise<string>;
  /** The same as reading a file, if it is there and is no link itself; else undefined. Links among the folders on the way are followed. */
  readUnlinked(uri: string): Promise<FileState | undefined>;
}

const LEADS_OUT: FileState = { kind: 'unreadable', reason: 'it is a link that leads out of the folder that is open, and nothing is read there' };

/** After so many reads of files in a folder it is looked again where the folder lies. */
const MOST_READS = 50;

/** Where a folder was found to lie, for as long as files in it are being read. */
interface FolderCheck {
  readonly isInside: Promise<boolean>;
  reads: number;
  underWay: number;
}

/**
 * The files of some folders and no others, wherever links lead: a study that somebody sends must not make Casewright show
 * what else is on the reader's disk. What URIs name outside of the folders is refused earlier, where settings are read.
 *
 * Of thousands of files, where each lies need not be found out: a file that is no link lies where its folder does. So the
 * folder is looked at once for files that are read one behind the other, and the file is opened in a way that fails for
 * links. That a folder is exchanged for a link in between can be prevented in no way that Node has, so such a link can be
 * followed for as long as it takes to read 50 files at most; and nobody can do so by what is in a study, but only who can
 * run programs on the reader's disk.
 */
export class ConfinedFiles implements FileSystem {
  readonly #files: FileSystem;
  readonly #links: Links;
  readonly #folders: () => readonly string[];
  readonly #checks = new Map<string, FolderCheck>();

  /** @param folders the folders as they are now, without a slash at their end */
  constructor(files: FileSystem, links: Links, folders: () => readonly string[]) {
    this.#files = files;
    this.#links = links;
    this.#folders = folders;
  }

  async read(uri: string): Promise<FileState> {
    const state = await this.#ifInside(folderOf(uri), () => this.#links.readUnlinked(uri));
    if (state) return state;
    return (await this.#isInside(uri)) ? this.#files.read(uri) : LEADS_OUT;
  }

  /** Reads something in a folder, provided that the folder lies inside. */
  async #ifInside(folder: string, read: () => Promise<FileState | undefined>): Promise<FileState | undefined> {
    const check = this.#checkOf(folder);
    check.reads += 1;
    check.underWay += 1;
    try {
      return (await check.isInside) ? await read() : undefined;
    } finally {
      check.underWay -= 1;
      if (check.underWay === 0 && this.#checks.get(folder) === check) this.#checks.delete(folder);
    }
  }

  #checkOf(folder: string): FolderCheck {
    const known = this.#checks.get(folder);
    if (known && known.reads < MOST_READS) return known;
    const check = { isInside: this.#isInside(folder), reads: 0, underWay: 0 };
    this.#checks.set(folder, check);
    return check;
  }

  /** Whether a file or folder lies inside. Without a folder there is nothing to lead out of: a single file is open, and its neighbours are its study. */
  async #isInside(uri: string): Promise<boolean> {
    const real = await this.#links.realUri(uri);
    const folders = this.#folders();
    if (real === uri || folders.length === 0) return true;
    const roots = await Promise.all(folders.map((folder) => this.#links.realUri(folder)));
    return roots.some((root) => `${real}/`.startsWith(`${root.replace(/\/$/, '')}/`));
  }
}
