import { URI } from 'vscode-uri';
import type { Project } from '../core/workspace/project.ts';
import { isBelow } from '../core/workspace/uri.ts';
import type { Host } from '../host/host.ts';
import { normalise } from './normalise.ts';

/** Files looked at when no configuration says otherwise. */
const DEFAULT_CASES = ['**/*.md'];

const NOTHING: ReadonlySet<string> = new Set();

/** Which files of the open folders belong to the study: those that the folders' configurations name. */
export class StudyFolders {
  readonly #host: Pick<Host, 'findDocuments'>;
  readonly #projectOf: (uri: string) => Promise<Project>;
  #folders: readonly string[] = [];
  /** By folder, what was last found in it. */
  readonly #found = new Map<string, ReadonlySet<string>>();
  /** Folders whose configuration says which files are cases. */
  readonly #explicit = new Set<string>();
  /** Looks through folders that are under way, so that of many new files not each asks for one. */
  readonly #listings = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(host: Pick<Host, 'findDocuments'>, projectOf: (uri: string) => Promise<Project>) {
    this.#host = host;
    this.#projectOf = projectOf;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((folder) => normalise(folder).replace(/\/$/, ''));
    for (const folder of this.#found.keys()) if (!this.#folders.includes(folder)) this.#found.delete(folder);
  }

  /** Looks through all folders. */
  async list(): Promise<void> {
    for (const folder of this.#folders) await this.#listIn(folder);
  }

  /** The files of the study as they were last seen. */
  *all(): Generator<string> {
    for (const files of this.#found.values()) yield* files;
  }

  has(uri: string): boolean {
    return [...this.#found.values()].some((files) => files.has(uri));
  }

  /** Whether a file is one of the study. Of a new one, that is found out here. */
  async includes(uri: string): Promise<boolean> {
    if (this.has(uri)) return true;
    const folder = this.#folderOf(uri);
    if (folder === undefined || !/\.(?:md|markdown)$/i.test(uri)) return false;
    const listing = this.#listings.get(folder) ?? this.#listIn(folder).finally(() => this.#listings.delete(folder));
    this.#listings.set(folder, listing);
    return (await listing).has(uri);
  }

  /** Whether a configuration says that a file is a case, and not only that it is Markdown. */
  isMeantAsCase(uri: string): boolean {
    return [...this.#explicit].some((folder) => this.#found.get(folder)?.has(uri));
  }

  /** How a file is named for readers: relative to the folder that is open; with several open, that folder's name comes first. */
  nameOf(uri: string): string {
    const folder = this.#folderOf(uri);
    if (folder === undefined) return URI.parse(uri).path;
    const inside = URI.parse(uri).path.slice(URI.parse(folder).path.length + 1);
    return this.#folders.length === 1 ? inside : `${folder.slice(folder.lastIndexOf('/') + 1)}/${inside}`;
  }

  #folderOf(uri: string): string | undefined {
    return this.#folders.find((candidate) => isBelow(uri, candidate));
  }

  async #listIn(folder: string): Promise<ReadonlySet<string>> {
    const { config } = await this.#projectOf(`${folder}/case.md`);
    const found = new Set(await this.#host.findDocuments(folder, config.cases ?? DEFAULT_CASES));
    if (!this.#folders.includes(folder)) return NOTHING; // it was taken from the workspace meanwhile
    this.#found.set(folder, found);
    if (config.cases) this.#explicit.add(folder);
    else this.#explicit.delete(folder);
    return found;
  }
}
