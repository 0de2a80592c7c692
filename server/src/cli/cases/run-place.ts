import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../node/cache-folder.ts';
import { digestOf } from '../../node/file-stamp.ts';
import { packageRoot } from '../../node/package-root.ts';
import type { ViewName, ViewRequest } from '../views/all-views.ts';

/** What is kept of all runs together. Each of a study of 10,000 cases takes some 10 MB. */
export const KEPT_RUNS = { files: 64, bytes: 512 * 1024 * 1024 } as const;

/** What was asked for, and where. */
export interface Asked {
  readonly request: ViewRequest<ViewName>;
  readonly cwd: string;
  readonly paths: readonly string[];
}

/**
 * The file in which a run is kept. Its name says all on which the result depends, besides the files that the run looks
 * at: what was asked for, and every version of the program and of what ships with it.
 * @param program the file of the running program
 * @returns undefined where nothing is to be kept
 */
export function placeOfRun({ request, cwd, paths }: Asked, program: string): string | undefined {
  const caches = cacheFolder();
  if (caches === undefined) return undefined;
  const name = digestOf(JSON.stringify([versionOf(program), request, cwd, paths]));
  return path.join(caches, 'runs', name);
}

function versionOf(program: string): string[] {
  const root = packageRoot();
  const inFolder = (folder: string, ending: string): string[] =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => path.join(root, folder, name));
  const files = [program, ...inFolder('frameworks', '.yaml'), ...inFolder('templates', '.yaml'), ...inFolder('dist', '.json')];
  return [process.version, ...files.map((file) => digestOf(readFileSync(file)))];
}
