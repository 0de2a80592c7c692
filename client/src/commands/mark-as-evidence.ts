import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MarkingChoicesRequest, MarkingEditRequest, type MarkingChoiceRow } from '../../../server/src/protocol.ts';

/**
 * Mark as Evidence for …: marks what is selected in the active editor (of nothing selected, the paragraph or heading at the
 * cursor) with an item that the author chooses among all items of the case, the most fitting first.
 */
export async function markAsEvidence(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage('No file is open in which something could be marked. Open a case and select text in it.');
    return;
  }
  const { document, selection } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const range = client.code2ProtocolConverter.asRange(selection);
  const { choices, refusal } = await client.sendRequest(MarkingChoicesRequest, { uri, range });
  if (refusal !== null) {
    void vscode.window.showInformationMessage(refusal);
    return;
  }
  const chosen = await vscode.window.showQuickPick(choices.map(toPick), {
    title: 'Mark as Evidence',
    placeHolder: 'What is this text about?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const { version } = document;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(await client.sendRequest(MarkingEditRequest, { uri, range, item: chosen.item }));
  // What is typed into the places that are left open goes to the editor.
  await vscode.window.showTextDocument(document, editor.viewColumn);
  if (!edit || document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage('The text was not marked: the file cannot be changed, or changed meanwhile. Try again.');
  }
}

function toPick({ item, label, framework, status }: MarkingChoiceRow): vscode.QuickPickItem & { readonly item: string } {
  return { label: `${item} ${label}`, description: status, detail: framework, item };
}
