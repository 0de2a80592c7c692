import type { UnreadFile } from '../core/report/matrix/matrix-rows.ts';
import { listed } from '../core/rules/wording.ts';
import { pathOf, uriOf } from '../node/file-uri.ts';
import type { Arguments } from './arguments.ts';
import { readCases, type CasesRead, type ReadCase } from './cases/read-cases.ts';
import type { Output } from './output.ts';
import type { Study } from './open-study.ts';
import { shownPath } from './select-files.ts';
import type { FactsOf, ViewName, ViewRequest } from './views/all-views.ts';
import type { PathOf } from './views/case-view.ts';

/** What is to be known of the cases that a command is about, besides the cases. */
export interface LoadedCases {
  readonly study: Study;
  readonly count: number;
  /** Files that were asked for and could not be read. */
  readonly unread: readonly UnreadFile[];
  readonly pathOf: PathOf;
  /** Whether all that was asked for could be read and used; what could not has been said. */
  readonly isComplete: boolean;
  /** Whether something is wrong in other files than cases that kept nothing from being read and used; it has been said, too. */
  readonly hasFileWarnings: boolean;
}

/** The option of every command that reads cases. */
export const NO_CACHE_OPTION = { 'no-cache': { help: 'Read every case anew, and keep nothing that would make the next run faster.' } } as const;

/**
 * Reads the cases that were asked for on the command line. Whatever cannot be read or used is said on standard error, and
 * the rest is still read.
 * @param take is given each case, in the order of the paths
 */
export async function loadCases<Name extends ViewName>(
  given: Arguments,
  request: ViewRequest<Name>,
  output: Output,
  take: (one: ReadCase<FactsOf<Name>>) => void | Promise<void>,
): Promise<LoadedCases> {
  const { cwd } = output;
  const read = await readCases({ paths: given.words, request, usesCache: !given.has('no-cache') }, output, take);
  const { study, count, unread, problems, selection } = read;
  const failures = [...selection.failures, ...[...unread].map(([file, why]) => `${shownPath(file, cwd)} could not be read: ${why}.`)];
  if (count === 0 && failures.length === 0) failures.push(noCaseFound(given.words, study));
  for (const line of [...problems.map((problem) => problem.line), ...failures]) output.note(line);
  if (count > 0) for (const line of notCases(read, cwd)) output.note(line);
  return {
    study,
    count,
    unread: [...unread].map(([file, reason]) => ({ uri: uriOf(file), reason })),
    pathOf: (uri) => shownPath(pathOf(uri), cwd),
    isComplete: failures.length === 0 && problems.every(({ isWarning }) => isWarning),
    hasFileWarnings: problems.some(({ isWarning }) => isWarning),
  };
}

function noCaseFound(paths: readonly string[], { patterns }: Study): string {
  const where = paths.length > 0 ? listed(paths) : `the current folder’s study (files ${listed(patterns, 'or')})`;
  return `No case found in ${where}. A case is a Markdown file whose front matter has the key “case”; “casewright new” writes one.`;
}

/** The files that were named one by one and turned out to be no cases. */
function notCases({ others, selection }: CasesRead, cwd: string): string[] {
  const named = others.filter((file) => selection.named.has(file));
  return named.map((file) => `${shownPath(file, cwd)} is not a case (its front matter has no key “case”) and was left out.`);
}
