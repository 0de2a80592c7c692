import * as vscode from 'vscode';
import type { ActiveCase } from '../active-case.ts';
import type { CaseList } from '../case-list.ts';

/** Where a new case goes: beside the active case, else beside the other cases, else into the workspace; asks when that is unclear. */
export async function chooseFolder(cases: CaseList, active: ActiveCase): Promise<vscode.Uri | undefined> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  if (roots.length === 0) {
    const choice = await vscode.window.showInformationMessage('A case needs a folder to be in. Open one first.', 'Open Folder');
    if (choice) await vscode.commands.executeCommand('workbench.action.files.openFolder');
    return undefined;
  }
  if (active.overview) return folderOf(active.overview.uri);
  const used = [...new Map(cases.all.map(({ uri }) => [folderOf(uri).toString(), folderOf(uri)])).values()];
  const candidates = used.length > 0 ? used : roots;
  if (candidates.length === 1) return candidates[0];
  const picks = candidates.map((uri) => ({ label: vscode.workspace.asRelativePath(uri, true), uri }));
  const picked = await vscode.window.showQuickPick(picks, { title: 'New Case: Folder', placeHolder: 'In which folder?' });
  return picked?.uri;
}

function folderOf(uri: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(uri), '..');
}
