import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { count } from '../../page/words.ts';
import { MissingSectionsRequest } from '../../../server/src/protocol.ts';
import type { CaseList } from '../case-list.ts';

const MOST_NAMED = 4;

/** Insert Missing Sections: gives the case in the active editor every section it lacks, as one step to undo. */
export async function insertMissingSections(client: BaseLanguageClient, cases: CaseList): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || (cases.isLoaded && !(await cases.has(document.uri)))) {
    void vscode.window.showInformationMessage('Open the case that sections are to be added to: a Markdown file with “case:” in its front matter.');
    return;
  }
  const { version } = document;
  const { edits, headings } = await client.sendRequest(MissingSectionsRequest, { uri: client.code2ProtocolConverter.asUri(document.uri) });
  if (document.version !== version) return insertMissingSections(client, cases); // the author typed on: the places have moved
  if (headings.length === 0) {
    void vscode.window.showInformationMessage('No section is missing.');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage('The sections could not be inserted: the file cannot be changed, or changed meanwhile. Try again.');
    return;
  }
  const named = headings.slice(0, MOST_NAMED).map((heading) => `“${heading}”`);
  const more = headings.length > MOST_NAMED ? ` and ${headings.length - MOST_NAMED} more` : '';
  void vscode.window.showInformationMessage(`Inserted ${count(headings.length, 'section')}: ${named.join(', ')}${more}.`);
}
