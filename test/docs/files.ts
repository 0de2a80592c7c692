import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../support/workspace.ts';

/** A file of the project, with its path from the root, `/` between the steps. */
export interface ProjectFile {
  readonly file: string;
  readonly text: string;
}

/** The text of a file of the project. */
export function read(file: string): string {
  return readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
}

/** The files with these endings in a folder of the project and below it, or the file itself; none when there is no such place. */
export function filesIn(place: string, ...endings: readonly string[]): ProjectFile[] {
  const root = path.join(PROJECT_ROOT, place);
  const names = statSync(root).isDirectory() ? readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name}`) : [place];
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((file) => ({ file, text: read(file) }));
}

/** Every page that people read. */
export function pages(): ProjectFile[] {
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs', 'examples', 'media'].flatMap((place) => filesIn(place, '.md'));
}
