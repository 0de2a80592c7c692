import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { listed } from '../core/rules/wording.ts';
import type { UnreadFile } from '../core/report/matrix/matrix-rows.ts';
import type { FileProblem } from '../core/workspace/file-problem.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { settle } from '../host/settle.ts';
import { pathOf, uriOf } from '../node/file-uri.ts';
import type { Output } from './output.ts';
import { openStudy, type Study } from './open-study.ts';
import { selectFiles, selectMatching, shownPath, type Selection } from './select-files.ts';

/** The cases that a command is about. */
export interface LoadedCases {
  /** In the order of their paths. */
  readonly cases: readonly CaseAnalysis[];
  /** Files that were asked for and could not be read. */
  readonly unread: readonly UnreadFile[];
  /** How a file is named in reports: relative to the current folder, with forward slashes. */
  readonly pathOf: (uri: string) => string;
  /** Whether all that was asked for could be read and used; what could not has been said. */
  readonly isComplete: boolean;
}

/** How many files are read at a time: enough to keep the disk busy, few enough for every machine's limit. */
const AT_ONCE = 16;

/**
 * Reads and analyses the cases that PATHS name; without any, those that the configuration of the current folder names.
 * Whatever cannot be read or used is said on standard error, and the rest is still analysed.
 */
export async function loadCases(paths: readonly string[], output: Output): Promise<LoadedCases> {
  const { cwd } = output;
  const study = await openStudy(cwd);
  const { workspace, files } = study;
  const selection = paths.length > 0 ? await selectFiles(paths, cwd) : await selectMatching(study.folder, study.patterns, cwd);
  const unread = await readDocuments(study, selection.files, output);
  output.progress('Comparing the cases with their frameworks …');
  await settle(workspace, files);
  const pathOfUri = (uri: string): string => shownPath(pathOf(uri), cwd);
  // In the order of the paths as people write them, whatever URIs make of their letters.
  const cases = selection.files.flatMap((file) => workspace.analyse(uriOf(file)) ?? []);

  const ofStudy = paths.length > 0 ? [] : study.project.problems;
  const problems = problemLines([...ofStudy, ...workspace.fileProblems()], workspace, cwd);
  const failures = [...selection.failures, ...[...unread].map(([file, why]) => `${shownPath(file, cwd)} could not be read: ${why}.`)];
  if (cases.length === 0 && failures.length === 0) failures.push(noCaseFound(paths, study));
  for (const line of [...problems, ...failures]) output.note(line);
  if (cases.length > 0) for (const line of notCases(selection, unread, workspace, cwd)) output.note(line);
  return {
    cases,
    unread: [...unread].map(([file, reason]) => ({ uri: uriOf(file), reason })),
    pathOf: pathOfUri,
    isComplete: failures.length === 0 && problems.length === 0,
  };
}

/** The cases of a study, as far as they can be read, for a command that is about something else. */
export async function casesOfStudy(study: Study, output: Output): Promise<CaseAnalysis[]> {
  const { files } = await selectMatching(study.folder, study.patterns, output.cwd);
  await readDocuments(study, files, output);
  await settle(study.workspace, study.files);
  return files.flatMap((file) => study.workspace.analyse(uriOf(file)) ?? []);
}

/** Gives the texts of the files to the workspace. Returns why it could not, for each file of which that is true. */
async function readDocuments({ workspace, files }: Study, paths: readonly string[], output: Output): Promise<Map<string, string>> {
  const unread = new Map<string, string>();
  for (let done = 0; done < paths.length; done += AT_ONCE) {
    output.progress(`Reading ${done} of ${paths.length} files …`);
    const states = paths.slice(done, done + AT_ONCE).map(async (file) => ({ file, state: await files.read(uriOf(file)) }));
    for (const { file, state } of await Promise.all(states)) {
      if (state.kind === 'text') workspace.setDocument(uriOf(file), state.text);
      else unread.set(file, state.kind === 'unreadable' ? state.reason : 'it is no longer there');
    }
  }
  return unread;
}

/** `casewright.yaml:3:5: …`, each once. */
export function problemLines(problems: readonly FileProblem[], workspace: Workspace, cwd: string): string[] {
  const lines = problems.map(({ uri, span, message }) => {
    const at = workspace.linesOf(uri)?.positionAt(span.start);
    return `${shownPath(pathOf(uri), cwd)}:${at ? `${at.line + 1}:${at.character + 1}:` : ''} ${message}`;
  });
  return [...new Set(lines)];
}

function noCaseFound(paths: readonly string[], { patterns }: Study): string {
  const where = paths.length > 0 ? listed(paths) : `the current folder’s study (files ${listed(patterns, 'or')})`;
  return `No case found in ${where}. A case is a Markdown file whose front matter has the key “case”; “casewright new” writes one.`;
}

/** The files that were named one by one and turned out to be no cases. */
function notCases({ files, named }: Selection, unread: ReadonlyMap<string, string>, workspace: Workspace, cwd: string): string[] {
  const others = files.filter((file) => named.has(file) && !unread.has(file) && !workspace.analyse(uriOf(file)));
  return others.map((file) => `${shownPath(file, cwd)} is not a case (its front matter has no key “case”) and was left out.`);
}
