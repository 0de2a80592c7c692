import * as vscode from 'vscode';
import { WorkDoneProgress, type BaseLanguageClient } from 'vscode-languageclient';
import { count, problemsInWords } from '../../page/words.ts';
import { CheckAllRequest, type CheckAllResult } from '../../../server/src/protocol.ts';
import type { ClosedFileProblems } from '../closed-file-problems.ts';

const PROGRESS_TOKEN = 'casewright-check-all';

/** Check All Cases: puts the findings of every case, open or not, into the Problems view. Nothing when it is cancelled. */
export async function checkAll(client: BaseLanguageClient, problems: ClosedFileProblems): Promise<CheckAllResult | undefined> {
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Checking all cases', cancellable: true },
    (progress, token) => request(client, progress, token),
  );
  if (!result) return undefined;
  await problems.set(result.files);
  void report(result);
  return result;
}

async function request(
  client: BaseLanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckAllResult | undefined> {
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, PROGRESS_TOKEN, (value) => {
    if (value.kind !== 'report' || value.percentage === undefined) return;
    progress.report({ increment: value.percentage - done, ...(value.message === undefined ? {} : { message: value.message }) });
    done = value.percentage;
  });
  try {
    return await client.sendRequest(CheckAllRequest, { workDoneToken: PROGRESS_TOKEN }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}

async function report({ cases, errors, warnings, infos }: CheckAllResult): Promise<void> {
  if (cases === 0) {
    const choice = await vscode.window.showInformationMessage(
      'There is no case in this workspace: no Markdown file has “case:” in its front matter.',
      'New Case',
    );
    if (choice) await vscode.commands.executeCommand('casewright.newCase');
    return;
  }
  const found = problemsInWords({ error: errors, warning: warnings, info: infos });
  const choice = await vscode.window.showInformationMessage(`${count(cases, 'case')} checked: ${found}.`, 'Show Problems');
  if (choice) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
