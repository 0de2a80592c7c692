import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { count } from '../../page/words.ts';
import { FindingsToConfirmRequest, type ConfirmableFinding } from '../../../server/src/protocol.ts';

interface Choice extends vscode.QuickPickItem {
  readonly finding: ConfirmableFinding;
}

const STATES: Readonly<Record<ConfirmableFinding['state'], string>> = {
  none: 'not confirmed yet',
  confirmed: 'confirmed',
  suspect: 'its text has changed since',
};

/** Confirm Finding: the author says that findings follow from the text as it is now. One step to undo. */
export async function confirmFinding(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const uri = document && client.code2ProtocolConverter.asUri(document.uri);
  const findings = uri === undefined ? null : await client.sendRequest(FindingsToConfirmRequest, { uri });
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
  // The author may have typed while choosing: what is confirmed is the text as it is when it is confirmed.
  const now = (await client.sendRequest(FindingsToConfirmRequest, { uri: uri ?? '' })) ?? [];
  const wanted = now.filter(({ item }) => chosen.some(({ finding }) => finding.item === item));
  const edit = new vscode.WorkspaceEdit();
  const { version } = document;
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(wanted.map((finding) => finding.edit)));
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage('Nothing was confirmed: the file cannot be changed, or changed meanwhile. Try again.');
    return;
  }
  void vscode.window.showInformationMessage(`Confirmed ${count(wanted.length, 'finding')}. You will be told when the text changes.`);
}

function choiceOf(finding: ConfirmableFinding): Choice {
  const { item, label, conclusion, state } = finding;
  return { label: `${item} ${label}`, description: STATES[state], detail: conclusion, finding };
}
