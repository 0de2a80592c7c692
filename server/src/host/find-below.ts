import { pathMatcher, splitPattern, withSlashes } from './match-paths.ts';

/** What a folder holds. Links count as `other`, wherever they lead. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * The files of a folder whose paths match the patterns, as paths relative to it, sorted. What patterns name outside of
 * the folder is left out, and so are folders that hold no manuscripts (node_modules, hidden ones) and links.
 * @param folder     its path from the root, with slashes; patterns are relative to it
 * @param readFolder tells what is in a folder, whose path is relative to `folder` and empty for that folder itself; nothing where there is none
 */
export async function findBelow(
  folder: string,
  patterns: readonly string[],
  readFolder: (path: string) => Promise<readonly FolderEntry[]>,
): Promise<readonly string[]> {
  const own = patterns.flatMap((pattern) => within(folder, pattern) ?? []);
  const matches = pathMatcher(own, { nocase: false });
  const found = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    const visits = (await readFolder(path)).map(async ({ name, kind }) => {
      const inner = path === '' ? name : `${path}/${name}`;
      if (kind === 'file' && matches(inner)) found.add(inner);
      else if (kind === 'folder' && !name.startsWith('.') && name !== 'node_modules') await visit(inner);
    });
    await Promise.all(visits);
  };
  await Promise.all(outermost(own.filter((pattern) => !pattern.startsWith('!')).map(startOf)).map(visit));
  return [...found].sort();
}

/** A pattern as one that is relative to the folder, however it was written: in `/study`, `/study/a/*.md` and `../study/a/*.md` are `a/*.md`. */
function within(folder: string, pattern: string): string | undefined {
  const excludes = pattern.startsWith('!') ? '!' : '';
  const wanted = withSlashes(pattern.slice(excludes.length));
  const base = stepsOf(folder);
  const steps = wanted.startsWith('/') ? [] : [...base];
  for (const step of stepsOf(wanted)) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  if (!base.every((step, at) => steps[at] === step)) return undefined;
  return excludes + (steps.slice(base.length).join('/') || '.');
}

/** The folder below which everything lies that a pattern can match. */
function startOf(pattern: string): string {
  const { folder } = splitPattern(pattern);
  return folder === '.' ? '' : folder;
}

/** Of several folders, each once, those that lie in none of the others. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => folder === '' || !all.some((other) => other === '' || folder.startsWith(`${other}/`)));
}

function stepsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
