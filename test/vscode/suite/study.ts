import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { CasewrightApi } from '../../../client/src/client.ts';
import { EXTENSION, until } from '../support.ts';

/** The running extension. */
export async function casewright(): Promise<CasewrightApi> {
  const extension = vscode.extensions.getExtension<CasewrightApi>(EXTENSION);
  assert.ok(extension, 'it is not installed');
  return extension.activate();
}

/** The folder that VS Code has open. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** Writes a file into the folder. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a file into the folder and opens it in an editor. */
export async function openNew(name: string, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await write(name, text), { preview: false });
  // VS Code tells of a file that an earlier test deleted and this one made again only after a moment.
  const id = /^case: *(\S+)/m.exec(text)?.[1];
  const { cases } = await casewright();
  if (id !== undefined) await until(`the case ${id}`, () => cases().some((overview) => overview.case === id) || undefined);
  return editor;
}

/** Closes all editors without saving and removes files that a test made. */
export async function cleanUp(...names: readonly string[]): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((candidate) => candidate.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const name of names) {
    const uri = vscode.Uri.joinPath(root(), name);
    await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {
      // it may not have come to be
    });
  }
}

/** Replaces text as if the author had typed. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const range = rangeOf(editor, text);
  const isDone = await editor.edit((edit) => {
    edit.replace(range, by);
  });
  assert.ok(isDone);
}

/** The place of a text in an open file. */
export function rangeOf({ document }: vscode.TextEditor, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” is not in the file`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Waits until the Problems view has a finding of a rule in a file. */
export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => findings(uri, rule)[0]);
}

/** Waits until the Problems view has no finding of a rule in a file any more. */
export async function noFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await until(`no finding of ${rule}`, () => (findings(uri, rule).length === 0 ? true : undefined));
}

/** What the Problems view shows of a file. */
export function findings(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'casewright' && (rule === undefined || ruleOf(diagnostic) === rule));
}

function ruleOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
