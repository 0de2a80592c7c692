import { LSPErrorCodes, ResponseError, type CancellationToken, type Diagnostic } from 'vscode-languageserver';
import type { Severity } from '../core/config/config-schema.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { CheckAllResult } from '../protocol.ts';
import { readAhead } from './read-ahead.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Checks every case, open or not. Closed ones are read anew, one after the other, in the background; before that, what
 * has not been read yet, or was stopped, is read.
 * @param workDoneToken where progress is shown, if anywhere
 */
export async function checkAll(
  { connection, session, diagnostics }: ServerContext,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
): Promise<CheckAllResult> {
  const progress = workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin('Checking cases', 0, undefined, true);
  // Whoever stops checking does not stop what was read in the background anyway.
  const isReadOn = session.reading.state.kind === 'stopped';
  const cancelled = new Promise<void>((resolve) => {
    token.onCancellationRequested(() => {
      if (isReadOn) session.reading.stop();
      resolve();
    });
  });
  const throwIfCancelled = (): void => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Checking was cancelled.');
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const files: { uri: string; diagnostics: Diagnostic[] }[] = [];
  const add = (analysis: CaseAnalysis | undefined): void => {
    if (!analysis) return;
    for (const finding of analysis.findings) counts[finding.severity] += 1;
    files.push({ uri: analysis.uri, diagnostics: diagnostics.diagnosticsOf(analysis) });
  };
  try {
    if (isReadOn) session.reading.start();
    await Promise.race([session.allRead(), cancelled]);
    throwIfCancelled();
    const all = [...session.workspace.cases()];
    const slices = session.slices();
    let percentage = -1;
    const next = async (): Promise<void> => {
      const now = Math.floor((files.length / all.length) * 100);
      if (now !== percentage) progress?.report(now, `${files.length} of ${all.length}`);
      percentage = now;
      await slices.next();
      throwIfCancelled();
    };
    for (const uri of all) if (session.openDocument(uri)) add(await session.analyse(uri));
    const closed = all.filter((uri) => !session.openDocument(uri));
    for await (const { uri, state } of readAhead(
      closed,
      (file) => session.closed.fetch(file),
      () => !token.isCancellationRequested,
    )) {
      await next();
      add(await session.closed.take(uri, state, slices.next));
    }
    throwIfCancelled();
    return { cases: files.length, errors: counts.error, warnings: counts.warning, infos: counts.info, files: files.sort(byUri) };
  } finally {
    progress?.done();
  }
}

function byUri(one: { readonly uri: string }, other: { readonly uri: string }): number {
  return one.uri < other.uri ? -1 : one.uri > other.uri ? 1 : 0;
}
