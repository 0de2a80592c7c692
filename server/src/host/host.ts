import type { Builtins } from '../core/workspace/file-state.ts';
import type { Links } from './confined-files.ts';
import type { FileSystem } from './file-system.ts';

/** What the language server needs from the machine or browser it runs on. */
export interface Host {
  readonly files: FileSystem;
  /** Only hosts that have links have this. */
  readonly links?: Links;
  readonly builtins: Builtins;
  /**
   * The Markdown files of a folder, subfolders included, that match one of the patterns (relative to the folder).
   * Folders that hold no manuscripts (node_modules, hidden ones) are left out. Each URI is written in the one way in which
   * the server writes them (as vscode-uri does). Never throws.
   */
  findDocuments(folder: string, patterns: readonly string[]): Promise<readonly string[]>;
  /** Where the pages of the rules are, to which `area/what.md` is added; a client may name a better place. */
  readonly rulePages: string;
}
