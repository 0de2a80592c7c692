import * as vscode from 'vscode';

/** The extension under test. */
export const EXTENSION = 'casewright.casewright';

/** Asks again and again until there is an answer: the server works in its own time, and a test must not guess how long. */
export async function until<T>(what: string, ask: () => T | undefined | Thenable<T | undefined>, milliseconds = 20_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a file of the copied examples, such as `danish-smes/nupo.md`, in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document);
}
