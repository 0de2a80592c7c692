import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, whyUnreadable } from './why-unreadable.ts';
import { matcher, splitPattern } from './path-patterns.ts';

/** A file or folder that could not be read; `reason` completes "… could not be read: …". */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundFiles {
  /** Absolute paths, each once, sorted. */
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * The files whose path from `folder` matches the patterns. Folders below that hold no manuscripts (node_modules, hidden
 * ones) are left out. Links are not followed: what they lead to is either found itself or lies outside. Never throws.
 * @param folder absolute
 */
export async function findFiles(folder: string, patterns: readonly string[]): Promise<FoundFiles> {
  const matches = matcher(patterns);
  const files = new Set<string>();
  const unreadable: Unreadable[] = [];
  const visit = async (current: string): Promise<void> => {
    try {
      for (const entry of await readdir(current, { withFileTypes: true })) {
        const file = path.join(current, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') await visit(file);
        else if (entry.isFile() && matches(path.relative(folder, file))) files.add(file);
      }
    } catch (error) {
      // A folder that is not there, or no longer, holds nothing.
      if (errorCode(error) !== 'ENOENT') unreadable.push({ path: current, reason: whyUnreadable(error) });
    }
  };
  const starts = new Set(patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => path.resolve(folder, splitPattern(pattern).folder)));
  for (const start of outermost([...starts])) await visit(start);
  return { files: [...files].sort(), unreadable };
}

/** Of several folders, those that lie in none of the others. */
function outermost(folders: readonly string[]): string[] {
  const isIn = (inner: string, outer: string): boolean => inner !== outer && inner.startsWith(outer.endsWith(path.sep) ? outer : outer + path.sep);
  return folders.filter((folder) => !folders.some((other) => isIn(folder, other)));
}
