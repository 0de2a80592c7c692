import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, whyUnreadable } from './why-unreadable.ts';
import { matcher, startOf } from './path-patterns.ts';

/** A file or folder that could not be read; `reason` completes "… could not be read: …". */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundFiles {
  /** Absolute paths, each once, sorted. */
  readonly files: readonly string[];
  /** What stands where a file should: pipes, sockets, and links, unless they lead to a folder or to a file that is found itself. */
  readonly others: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * The files whose path from `folder` matches the patterns. Folders below that hold no manuscripts (node_modules, hidden
 * ones) are left out. Links are not followed, but those that lead to a file elsewhere, or to nothing, are named. Never throws.
 * @param folder absolute
 */
export async function findFiles(folder: string, patterns: readonly string[]): Promise<FoundFiles> {
  const matches = matcher(folder, patterns);
  const files = new Set<string>();
  const others: string[] = [];
  const unreadable: Unreadable[] = [];
  const visit = async (current: string): Promise<void> => {
    try {
      for (const entry of await readdir(current, { withFileTypes: true })) {
        const file = path.join(current, entry.name);
        if (entry.isDirectory()) {
          if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await visit(file);
        } else if (matches(file)) {
          if (entry.isFile()) files.add(file);
          else others.push(file);
        }
      }
    } catch (error) {
      // A folder that is not there, or no longer, holds nothing.
      if (errorCode(error) !== 'ENOENT') unreadable.push({ path: current, reason: whyUnreadable(error) });
    }
  };
  const starts = new Set(patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => startOf(folder, pattern)));
  for (const start of outermost([...starts])) await visit(start);
  const worthNaming = await Promise.all(others.map((other) => isWorthNaming(other, files)));
  return { files: [...files].sort(), others: others.filter((_, index) => worthNaming[index]).sort(), unreadable };
}

async function isWorthNaming(other: string, files: ReadonlySet<string>): Promise<boolean> {
  try {
    const target = await realpath(other);
    return !files.has(target) && !(await stat(target)).isDirectory();
  } catch {
    return true;
  }
}

/** Of several folders, those that lie in none of the others. */
function outermost(folders: readonly string[]): string[] {
  const isIn = (inner: string, outer: string): boolean => inner !== outer && inner.startsWith(outer.endsWith(path.sep) ? outer : outer + path.sep);
  return folders.filter((folder) => !folders.some((other) => isIn(folder, other)));
}
