import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isUsablePattern } from '../core/config/file-pattern.ts';
import { ALL_MARKDOWN, isPattern, splitPattern } from '../host/match-paths.ts';
import { findFiles } from '../node/find-files.ts';
import { errorCode, whyUnreadable } from '../node/why-unreadable.ts';

/** The files that a command is to look at. */
export interface Selection {
  /** Absolute paths, each once, sorted. */
  readonly files: readonly string[];
  /** Those that were named one by one: it is worth saying when such a file is not a case. */
  readonly named: ReadonlySet<string>;
  /** What could not be looked at, as sentences. */
  readonly failures: readonly string[];
}

/** The files that PATHS stand for: files, folders (their Markdown files) and patterns. */
export async function selectFiles(paths: readonly string[], cwd: string): Promise<Selection> {
  const parts = await Promise.all(paths.map((given) => selectPath(given, cwd)));
  return {
    files: [...new Set(parts.flatMap((part) => part.files))].sort(),
    named: new Set(parts.flatMap((part) => [...part.named])),
    failures: parts.flatMap((part) => part.failures),
  };
}

/** The files in a folder that match patterns, as a selection. */
export async function selectMatching(folder: string, patterns: readonly string[], cwd: string): Promise<Selection> {
  const { files, others, unreadable } = await findFiles(folder, patterns);
  const failures = unreadable.map((place) => `${shownPath(place.path, cwd)} could not be read: ${place.reason}.`);
  return { files: [...files, ...others].sort(), named: new Set(), failures };
}

/** A path as people write it in the folder `cwd`, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file) || '.';
  return relative.replaceAll(path.sep, '/');
}

async function selectPath(given: string, cwd: string): Promise<Selection> {
  const absolute = path.resolve(cwd, given);
  try {
    const found = await stat(absolute);
    if (found.isDirectory()) return await selectMatching(absolute, [ALL_MARKDOWN], cwd);
    return { files: [absolute], named: new Set([absolute]), failures: [] };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && isPattern(given)) return selectPattern(given, cwd);
    const why = errorCode(error) === 'ENOENT' ? 'does not exist' : `could not be read: ${whyUnreadable(error)}`;
    return { files: [], named: new Set(), failures: [`${given} ${why}.`] };
  }
}

async function selectPattern(pattern: string, cwd: string): Promise<Selection> {
  if (!isUsablePattern(pattern))
    return { files: [], named: new Set(), failures: [`“${pattern}” has too many wildcards to be looked for. Name a folder instead.`] };
  const { folder, rest } = splitPattern(pattern);
  const selection = await selectMatching(path.resolve(cwd, folder), [rest], cwd);
  return selection.files.length > 0 ? selection : { ...selection, failures: [...selection.failures, `No file matches “${pattern}”.`] };
}
