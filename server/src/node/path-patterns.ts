import path from 'node:path';
import { pathMatcher, splitPattern, withSlashes } from '../host/match-paths.ts';

/** File names differ by case on this machine only where its file system makes a difference. */
const nocase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Tests absolute paths of files. A pattern with `!` before it excludes; one without wildcards names a file, or a folder
 * with all its Markdown files.
 * @param folder what the patterns are relative to, absolute
 */
export function matcher(folder: string, patterns: readonly string[]): (file: string) => boolean {
  const matches = pathMatcher(
    patterns.map((pattern) => relativePattern(folder, pattern)),
    { nocase },
  );
  return (file) => matches(withSlashes(path.relative(folder, file)));
}

/** The folder below which everything lies that a pattern can match, absolute. */
export function startOf(folder: string, pattern: string): string {
  return path.resolve(folder, splitPattern(pattern).folder);
}

/** Whether all that a pattern can match lies in the folder. */
export function staysIn(folder: string, pattern: string): boolean {
  const way = path.relative(folder, startOf(folder, pattern));
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

/** A pattern as one that begins at the folder, however it was written: `/study/cases/*.md` and `../study/cases/*.md` are `cases/*.md`. */
function relativePattern(folder: string, pattern: string): string {
  const excludes = pattern.startsWith('!') ? '!' : '';
  const wanted = pattern.slice(excludes.length);
  return excludes + path.posix.join(withSlashes(path.relative(folder, startOf(folder, wanted))), splitPattern(wanted).rest);
}
