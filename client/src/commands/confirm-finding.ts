import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { count } from '../../page/words.ts';
import { FindingsToConfirmRequest, type ConfirmableFinding } from '../../../server/src/protocol.ts';

interface Choice extends vscode.QuickPickItem {
  readonly finding: ConfirmableFinding;
}

/** Confirm Finding: the author says that findings follow from the text as it is now. One step to undo. */
export async function confirmFinding(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const findings = document && (await findingsOf(client, document));
  if (!document || !findings) {
    void vscode.window.showInformationMessage('Open the case whose findings you want to confirm: a Markdown file with “case:” in its front matter.');
    return;
  }
  const open = findings.filter(({ state }) => state !== 'confirmed');
  if (open.length === 0) {
    const why =
      findings.length === 0 ? 'There is no finding to confirm yet: write one under “findings”.' : 'All findings are confirmed on the text as it is now.';
    void vscode.window.showInformationMessage(why);
    return;
  }
  const chosen = await vscode.window.showQuickPick(open.map(choiceOf), {
    title: 'Confirm Finding',
    placeHolder: 'Which findings follow from the text as it is now?',
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  await confirm(client, document, new Set(chosen.map(({ finding }) => finding.item)));
}

/** Confirms one finding of a case, which need not be open in an editor. One step to undo. */
export async function confirmFindingOn(client: BaseLanguageClient, uri: vscode.Uri, item: string): Promise<void> {
  await confirm(client, await vscode.workspace.openTextDocument(uri), new Set([item]));
}

/** The author may have typed since the findings were listed: what is confirmed is the text as it is when it is confirmed. */
async function confirm(client: BaseLanguageClient, document: vscode.TextDocument, items: ReadonlySet<string>): Promise<void> {
  const { version } = document;
  const wanted = ((await findingsOf(client, document)) ?? []).filter(({ item }) => items.has(item));
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(wanted.map((finding) => finding.edit)));
  if (wanted.length === 0 || document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage('Nothing was confirmed: the file cannot be changed, or changed meanwhile. Try again.');
    return;
  }
  void vscode.window.showInformationMessage(`Confirmed ${count(wanted.length, 'finding')}. You will be told when the text changes.`);
}

async function findingsOf(client: BaseLanguageClient, document: vscode.TextDocument): Promise<readonly ConfirmableFinding[] | null> {
  return client.sendRequest(FindingsToConfirmRequest, { uri: client.code2ProtocolConverter.asUri(document.uri) });
}

function choiceOf(finding: ConfirmableFinding): Choice {
  const { item, label, conclusion, words } = finding;
  return { label: `${item} ${label}`, description: words, detail: conclusion, finding };
}
