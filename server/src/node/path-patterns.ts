import path from 'node:path';
import picomatch from 'picomatch';

/** The Markdown files of a folder and below. */
export const ALL_MARKDOWN = '**/*.md';

/** File names differ by case on this machine only where its file system makes a difference. */
const nocase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Tests absolute paths of files. A pattern with `!` before it excludes; one without wildcards names a file, or a folder
 * with all its Markdown files.
 * @param folder what the patterns are relative to, absolute
 */
export function matcher(folder: string, patterns: readonly string[]): (file: string) => boolean {
  const plain = patterns.map((pattern) => relativePattern(folder, pattern));
  const wanted = plain.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => (isPattern(pattern) ? [pattern] : [pattern, inFolder(pattern)]));
  const unwanted = plain.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => [pattern.slice(1), `${pattern.slice(1)}/**`]);
  const isWanted = picomatch(wanted, { nocase });
  const isUnwanted = picomatch(unwanted, { nocase });
  return (file) => {
    const tested = withSlashes(path.relative(folder, file));
    return isWanted(tested) && !isUnwanted(tested);
  };
}

/** Whether a path has wildcards. */
export function isPattern(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob;
}

/**
 * A pattern in two: the folder in which everything lies that it can match (what it says before its first wildcard), and
 * the rest.
 */
export function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const plain = withSlashes(pattern);
  const { base, glob, isGlob } = picomatch.scan(plain);
  return isGlob ? { folder: base || '.', rest: glob } : { folder: path.dirname(plain), rest: path.basename(plain) };
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

/** One study is read on all systems, so a backslash in a pattern is a slash on all of them. */
function withSlashes(pattern: string): string {
  return pattern.replaceAll('\\', '/');
}

function inFolder(folder: string): string {
  return folder === '.' || folder === '' ? ALL_MARKDOWN : `${folder.replace(/\/+$/, '')}/${ALL_MARKDOWN}`;
}
