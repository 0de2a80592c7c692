import path from 'node:path';
import picomatch from 'picomatch';

/** The Markdown files of a folder and below. */
export const ALL_MARKDOWN = '**/*.md';

/** File names differ by case on this machine only where its file system makes a difference. */
const nocase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Tests paths relative to the folder that the patterns are meant for. A pattern with `!` before it excludes; one
 * without wildcards names a file, or a folder with all its Markdown files.
 */
export function matcher(patterns: readonly string[]): (relativePath: string) => boolean {
  const plain = patterns.map((pattern) => pattern.replaceAll(path.sep, '/').replace(/^(!?)(?:\.\/)+/, '$1'));
  const wanted = plain.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => (isPattern(pattern) ? [pattern] : [pattern, inFolder(pattern)]));
  const unwanted = plain.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => [pattern.slice(1), `${pattern.slice(1)}/**`]);
  const isWanted = picomatch(wanted, { nocase });
  const isUnwanted = picomatch(unwanted, { nocase });
  return (relativePath) => {
    const tested = relativePath.replaceAll(path.sep, '/');
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
  const { base, glob, isGlob } = picomatch.scan(pattern.replaceAll(path.sep, '/'));
  return isGlob ? { folder: base || '.', rest: glob } : { folder: path.dirname(pattern), rest: path.basename(pattern) };
}

function inFolder(folder: string): string {
  return folder === '.' || folder === '' ? ALL_MARKDOWN : `${folder.replace(/\/+$/, '')}/${ALL_MARKDOWN}`;
}
