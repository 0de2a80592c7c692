import { LSPErrorCodes, ResponseError, type CancellationToken, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { FileState } from '../core/workspace/file-state.ts';
import { readAhead } from './read-ahead.ts';
import type { ServerContext } from './server-context.ts';

/** Fewer files are read again before anybody could look for a progress bar. */
const MANY = 100;

/** What is looked for in the cases of a study. */
export interface Search {
  /** What the progress says that is going on. */
  readonly title: string;
  /** The cases to look through. */
  readonly uris: readonly string[];
  /** Whether a closed case with this text can be one that is looked for: then it is analysed. */
  readonly isPossible: (text: string) => boolean;
}

/**
 * Analyses cases of a study, open or not, one after the other. Of closed ones only a digest is held, so they are read
 * again: in slices, with progress where they are many, until it is cancelled, which is an error. Open ones come last, as they are then.
 */
export async function* readThrough(
  { connection, session }: Pick<ServerContext, 'connection' | 'session'>,
  { title, uris, isPossible }: Search,
  token: CancellationToken,
): AsyncGenerator<CaseAnalysis> {
  const slices = session.slices();
  const closed = uris.filter((uri) => !session.openDocument(uri));
  const progress = closed.length < MANY ? undefined : await connection.window.createWorkDoneProgress().catch(() => undefined);
  const isWanted = (): boolean => !token.isCancellationRequested && progress?.token.isCancellationRequested !== true;
  progress?.begin(title, 0, undefined, true);
  try {
    let done = 0;
    for await (const { uri, state } of readAhead(closed, (file) => session.closed.peek(file), isWanted)) {
      await slices.next();
      done += 1;
      report(progress, done, closed.length);
      const analysis = isText(state) && isPossible(state.text) ? await session.closed.take(uri, state, slices.next) : undefined;
      if (analysis) yield analysis;
    }
  } finally {
    progress?.done();
  }
  // Some of the places would be taken for all of them.
  if (!isWanted()) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Looking through the cases was cancelled.');
  for (const uri of uris) {
    const analysis = session.openDocument(uri) && (await session.analyse(uri));
    if (analysis) yield analysis;
  }
}

function isText(state: FileState): state is Extract<FileState, { kind: 'text' }> {
  return state.kind === 'text';
}

function report(progress: WorkDoneProgressServerReporter | undefined, done: number, total: number): void {
  const percentage = Math.floor((done / total) * 100);
  if (percentage !== Math.floor(((done - 1) / total) * 100)) progress?.report(percentage, `${done} of ${total}`);
}
