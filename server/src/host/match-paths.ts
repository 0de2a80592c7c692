import picomatch from 'picomatch';

/** The Markdown files of a folder and below. */
export const ALL_MARKDOWN = '**/*.md';

/**
 * Tests paths of files, relative to a folder and with slashes. A pattern with `!` before it excludes; one without
 * wildcards names a file, or a folder with all its Markdown files.
 * @param patterns relative to the same folder, without `.` and `..`
 */
export function pathMatcher(patterns: readonly string[], { nocase }: { readonly nocase: boolean }): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => (isPattern(pattern) ? [pattern] : [pattern, inFolder(pattern)]));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => [pattern.slice(1), `${pattern.slice(1)}/**`]);
  const isWanted = picomatch(wanted, { nocase });
  const isUnwanted = picomatch(unwanted, { nocase });
  return (path) => isWanted(path) && !isUnwanted(path);
}

/** Whether a path has wildcards. */
export function isPattern(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob;
}

/**
 * A pattern in two: the folder in which everything lies that it can match (what it says before its first wildcard), and
 * the rest. The folder `.` is the one that the pattern is relative to.
 */
export function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const plain = withSlashes(pattern);
  const { base, glob, isGlob } = picomatch.scan(plain);
  if (isGlob) return { folder: base || '.', rest: glob };
  const name = plain.lastIndexOf('/') + 1;
  return { folder: plain.slice(0, name).replace(/(?<=.)\/+$/, '') || '.', rest: plain.slice(name) };
}

/** One study is read on all systems, so a backslash in a pattern is a slash on all of them. */
export function withSlashes(pattern: string): string {
  return pattern.replaceAll('\\', '/');
}

function inFolder(folder: string): string {
  return folder === '.' || folder === '' ? ALL_MARKDOWN : `${folder.replace(/\/+$/, '')}/${ALL_MARKDOWN}`;
}
