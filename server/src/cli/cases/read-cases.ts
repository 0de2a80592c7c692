import { folderOf } from '../../core/workspace/uri.ts';
import { uriOf } from '../../node/file-uri.ts';
import { openStudy, projectOf, type Study } from '../open-study.ts';
import type { Output } from '../output.ts';
import { eachOnce, problemLines, type ProblemLine } from '../problem-lines.ts';
import { selectFiles, selectMatching, type Selection } from '../select-files.ts';
import { comparesNames, type FactsOf, type ViewName, type ViewRequest } from '../views/all-views.ts';
import { PROGRAM, sourceFor } from './case-source.ts';
import { comparedByName } from './compare-names.ts';
import { earlierRun, Keeping, markUsed } from './earlier-run.ts';
import { carriedOut, planOf, type Found } from './plan.ts';
import type { CaseSource } from './reading.ts';
import { placeOfRun } from './run-place.ts';

/** Which cases are to be read, and what is to be made of them. */
export interface Asked<Name extends ViewName> {
  /** Files, folders and patterns; none means the cases that the configuration names. */
  readonly paths: readonly string[];
  readonly request: ViewRequest<Name>;
  /** Whether results of earlier runs may be used, and this run's be kept. */
  readonly usesCache: boolean;
}

/** A case, with what was made of it. */
export interface ReadCase<Facts> {
  readonly uri: string;
  readonly facts: Facts;
  readonly part: Uint8Array;
}

/** What there is to be said when all cases have been read. */
export interface CasesRead {
  readonly study: Study;
  readonly selection: Selection;
  /** How many cases there are. */
  readonly count: number;
  /** By absolute path, why a file could not be read. */
  readonly unread: ReadonlyMap<string, string>;
  /** The files that are no cases. */
  readonly others: readonly string[];
  /** What is wrong in configuration, frameworks, templates and bibliographies, each problem once. */
  readonly problems: readonly ProblemLine[];
}

/**
 * Reads the cases that PATHS name; without any, those that the configuration of the current folder names. Of each, only what
 * the command makes of it is kept, and as far as an earlier run knows it already, it is not read at all.
 * @param take is given each case, in the order of the paths
 */
export async function readCases<Name extends ViewName>(
  { paths, request, usesCache }: Asked<Name>,
  output: Output,
  take: (one: ReadCase<FactsOf<Name>>) => void | Promise<void>,
): Promise<CasesRead> {
  const { cwd } = output;
  const study = openStudy(cwd);
  const selection = paths.length > 0 ? await selectFiles(paths, cwd) : await selectMatching(study.folder, study.patterns, cwd);
  const place = usesCache ? placeOfRun({ request, cwd, paths }, PROGRAM.code) : undefined;
  const earlier = place === undefined ? undefined : earlierRun(place);
  const plan = planOf(selection.files, earlier);
  const tasks = plan.flatMap(({ task }) => task ?? []);
  const source = sourceFor(tasks.length, study, request, cwd);
  const isAsBefore = earlier?.files.size === plan.length && tasks.length === 0;
  const keeping = place === undefined || isAsBefore ? undefined : new Keeping(place);
  try {
    const found = withProgress(carriedOut(plan, source.read(tasks), earlier), plan.length, output);
    const unread = new Map<string, string>();
    const others: string[] = [];
    const folders = new Set<string>();
    const ofCases: ProblemLine[] = [];
    let count = 0;
    for await (const one of comparesNames(request.view) ? await named(found, source) : found) {
      keeping?.add(one);
      if (!one.kept) unread.set(one.file, one.unread);
      else if (!one.kept.case) others.push(one.file);
      else {
        const uri = uriOf(one.file);
        folders.add(folderOf(uri));
        ofCases.push(...(one.kept.case.problems ?? []));
        count++;
        // What was kept was made by this very version of the program.
        await take({ uri, facts: one.kept.case.facts as FactsOf<Name>, part: one.part() });
      }
    }
    const learned = await source.close();
    keeping?.end(earlier, learned);
    if (place !== undefined && isAsBefore) markUsed(place);
    const inFolders = [...folders].sort().flatMap((folder) => learned.problems.get(folder) ?? earlier?.problems.get(folder) ?? []);
    return { study, selection, count, unread, others, problems: eachOnce([...problemsAbove(study, paths, cwd), ...inFolders, ...ofCases]) };
  } catch (error) {
    keeping?.discard();
    throw error;
  } finally {
    source.abandon();
    earlier?.close();
  }
}

async function named<Facts>(found: AsyncIterable<Found>, source: CaseSource<Facts>): Promise<readonly Found[]> {
  const all: Found[] = [];
  for await (const one of found) all.push(one);
  return comparedByName(all, source);
}

/** What is wrong where there need be no case: a mistake in a configuration may be the very reason that there is none. */
function problemsAbove({ project, workspace, files }: Study, paths: readonly string[], cwd: string): ProblemLine[] {
  const ofStudy = paths.length > 0 ? [] : project.problems;
  return problemLines([...ofStudy, ...projectOf('file:///case.md', workspace, files).problems], workspace, cwd);
}

const STEP = 50;

async function* withProgress(found: AsyncIterable<Found>, count: number, output: Output): AsyncGenerator<Found> {
  let done = 0;
  for await (const one of found) {
    if (done % STEP === 0) output.progress(`Reading ${done} of ${count} files …`);
    done++;
    yield one;
  }
  output.progress(undefined);
}
