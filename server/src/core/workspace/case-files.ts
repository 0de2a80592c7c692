import type { CaseHeader, Source } from '../model/case-model.ts';
import { entryOf, itemsOf, textOf } from '../syntax/yaml-node.ts';
import { readBibliographies } from './bibliography.ts';
import type { FileProblem } from './file-problem.ts';
import { whyUnread, type FileState, type LookUpFile } from './file-state.ts';
import { folderOf, resolvePath } from './uri.ts';

/** A file that a case names. */
export interface CaseFile {
  readonly uri: string;
  /** The same object until the file changes: what is made of it can be remembered by it. */
  readonly state: FileState;
}

/** The text file of what was said that a source names. */
export type TranscriptFile = CaseFile;

/** What a case names of files by itself, besides what its project names for all cases. */
export interface CaseFiles {
  /** What its own bibliography files add to the project's. */
  readonly bibliography: readonly Source[];
  /** These files, as far as they cannot be read. */
  readonly unreadBibliography: readonly CaseFile[];
  /** What is wrong in the others. */
  readonly problems: readonly FileProblem[];
  /** By the ids of the sources that have one. */
  readonly transcripts: ReadonlyMap<string, TranscriptFile>;
  /** Its own list of real names; undefined when it names none. */
  readonly pseudonyms: CaseFile | undefined;
}

/** Which files a case names. */
export interface NamedFiles {
  readonly bibliography: readonly string[];
  /** By the ids of sources. */
  readonly transcripts: readonly (readonly [id: string, uri: string])[];
  readonly pseudonyms: string | undefined;
}

/** The files of a case that names none. */
export const NO_CASE_FILES: CaseFiles = { bibliography: [], unreadBibliography: [], problems: [], transcripts: new Map(), pseudonyms: undefined };

/** The URIs of the files that a case names: under its own `bibliography`, where Pandoc looks, too, as `transcript` of a source, and as `pseudonyms`. */
export function filesNamedBy(uri: string, model: CaseHeader): NamedFiles {
  const folder = folderOf(uri);
  const paths = itemsOf(entryOf(model.fields, 'bibliography')?.value).flatMap((node) => textOf(node) ?? []);
  const transcripts = model.sources.flatMap(({ id, transcript }) => (transcript === undefined ? [] : [[id, resolvePath(folder, transcript.path)] as const]));
  const pseudonyms = textOf(entryOf(model.fields, 'pseudonyms')?.value);
  return {
    bibliography: paths.map((path) => resolvePath(folder, path)),
    transcripts,
    pseudonyms: pseudonyms?.trim() ? resolvePath(folder, pseudonyms) : undefined,
  };
}

/** The same text for cases of one folder that name the same files. */
export function keyOfFiles(uri: string, named: NamedFiles): string {
  return JSON.stringify([folderOf(uri), named]);
}

/** Reads the files that a case names. Of two sources with one id the first counts. */
export function readCaseFiles({ bibliography, transcripts, pseudonyms }: NamedFiles, lookUp: LookUpFile): CaseFiles {
  const entries = [...transcripts].reverse().map(([id, uri]) => [id, { uri, state: lookUp(uri) }] as const);
  const { sources, problems } = readBibliographies(bibliography, lookUp);
  return {
    bibliography: sources,
    unreadBibliography: bibliography.map((uri) => ({ uri, state: lookUp(uri) })).filter(({ state }) => whyUnread(state) !== undefined),
    problems,
    transcripts: new Map(entries),
    pseudonyms: pseudonyms === undefined ? undefined : { uri: pseudonyms, state: lookUp(pseudonyms) },
  };
}
