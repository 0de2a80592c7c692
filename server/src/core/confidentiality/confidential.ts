import type { ConfigFile } from '../config/config-schema.ts';
import type { CaseFiles } from '../workspace/case-files.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import { whyUnread, type FileState } from '../workspace/file-state.ts';
import { nameListIn, type NameList } from './name-list.ts';

/** A list of confidential names, and the file that it is in. */
export interface NamesFile {
  readonly uri: string;
  readonly list: NameList;
  /** Whether the case names it itself. */
  readonly isOwn: boolean;
}

/** What a project says of confidential names: its list, if it could be read, and whether it has one. */
interface NamesOfProject {
  readonly names: NamesFile | undefined;
  readonly config: Pick<ConfigFile, 'confidential'>;
}

/** What a case must not say. */
export interface Confidential {
  /** The lists that could be read: the team's, then the case's own. */
  readonly lists: readonly NamesFile[];
  /** Whether the project names a list that could not be read; that is said where it names it. */
  readonly lacksTeamList: boolean;
  /** Why the case's own list could not be read, as the end of a sentence that begins with the file; undefined where it could, or there is none. */
  readonly ownListMissing: string | undefined;
}

/** The team's list in a file; undefined when its text is not there. */
export function namesFileOf(uri: string, state: FileState): NamesFile | undefined {
  return state.kind === 'text' ? { uri, list: nameListIn(state), isOwn: false } : undefined;
}

/** What is wrong in a list, line by line. */
export function problemsIn(file: NamesFile | undefined): FileProblem[] {
  return file ? file.list.problems.map((problem) => ({ ...problem, uri: file.uri })) : [];
}

/** What a case must not say, by its project and by the file that it names itself. */
export function confidentialIn(project: NamesOfProject, { pseudonyms }: CaseFiles): Confidential {
  const own = pseudonyms && namesFileOf(pseudonyms.uri, pseudonyms.state);
  return {
    lists: [project.names, own && { ...own, isOwn: true }].filter((file) => file !== undefined),
    lacksTeamList: project.config.confidential?.terms_file !== undefined && !project.names,
    ownListMissing: pseudonyms && whyUnread(pseudonyms.state),
  };
}
