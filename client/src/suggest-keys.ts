import * as vscode from 'vscode';
import type { CaseList } from './case-list.ts';

/**
 * Offers the keys of a case's front matter as soon as one is begun. VS Code makes no suggestions while Markdown is
 * typed, which is right for prose, and its setting for that is the author's, for all Markdown files.
 */
export function suggestKeys(cases: CaseList): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || reason !== undefined || !/^\p{L}$/u.test(change.text)) return;
    if (document !== vscode.window.activeTextEditor?.document || !cases.get(document.uri)) return;
    const { line } = change.range.start;
    const isBegun = /^[ \t]*(?:- )?\p{L}$/u.test(document.lineAt(line).text);
    if (isBegun && isInFrontMatter(document, line)) void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

function isInFrontMatter(document: vscode.TextDocument, line: number): boolean {
  const isFence = (at: number): boolean => /^---[ \t]*$/.test(document.lineAt(at).text);
  if (line === 0 || !isFence(0)) return false;
  for (let above = line - 1; above > 0; above -= 1) if (isFence(above)) return false;
  return true;
}
