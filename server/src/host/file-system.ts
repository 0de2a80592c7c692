import type { FileState } from '../core/workspace/file-state.ts';

/** How Casewright reaches files. Every method answers; what cannot be read is part of the answer. */
export interface FileSystem {
  /** The text of a file (UTF-8, byte order mark removed), or why it cannot be had. Never `unknown`. */
  read(uri: string): Promise<FileState>;
}
