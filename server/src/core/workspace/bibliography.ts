import { NO_BIBLIOGRAPHY, readBibliography, type Bibliography } from '../bibliography/bibliography.ts';
import type { LookUpFile } from './file-state.ts';

/** The entries of all files, one after the other; files that cannot be read add nothing. */
export function readBibliographies(files: readonly string[], lookUp: LookUpFile): Bibliography {
  const read = files.map((file) => {
    const state = lookUp(file);
    return state.kind === 'text' ? readBibliography(file, state) : NO_BIBLIOGRAPHY;
  });
  return { sources: read.flatMap(({ sources }) => sources), problems: read.flatMap(({ problems }) => problems) };
}
