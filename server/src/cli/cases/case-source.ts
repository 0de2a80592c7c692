import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Study } from '../open-study.ts';
import type { FactsOf, ViewName, ViewRequest } from '../views/all-views.ts';
import { CaseReader } from './case-reader.ts';
import { CaseWorkers } from './case-workers.ts';
import type { CaseSource } from './reading.ts';

/**
 * For fewer files each, workers cost more than they save: every thread starts, and gets fast, by itself. A thousand cases in
 * two threads take a quarter more work than in one.
 */
const WORTH_A_WORKER = 600;
/** More would mostly wait for the disk, and each takes some 50 MB. */
const MOST_WORKERS = 4;

/** The program that is started, and the code of it that runs: see scripts/lib/bundles.mjs. */
export const PROGRAM = { start: fileURLToPath(new URL('cli.cjs', import.meta.url)), code: fileURLToPath(import.meta.url) } as const;

/** Who is to read so many files: this thread as long as they are few. */
export function sourceFor<Name extends ViewName>(count: number, study: Study, request: ViewRequest<Name>, cwd: string): CaseSource<FactsOf<Name>> {
  const workers = Math.min(MOST_WORKERS, os.availableParallelism(), Math.floor(count / WORTH_A_WORKER));
  return workers < 2 ? new CaseReader(study.workspace, study.files, request, cwd) : new CaseWorkers(PROGRAM.start, { request, cwd }, workers);
}
