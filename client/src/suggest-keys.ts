import * as vscode from 'vscode';
import { CompletionRequest, type BaseLanguageClient } from 'vscode-languageclient';
import type { CaseList } from './case-list.ts';

/**
 * Offers the keys of a case's front matter as soon as one is begun. VS Code makes no suggestions while Markdown is
 * typed, which is right for prose, and its setting for that is the author's, for all Markdown files.
 */
export function suggestKeys(client: BaseLanguageClient, cases: CaseList): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || reason !== undefined || !/^\p{L}$/u.test(change.text)) return;
    if (document !== vscode.window.activeTextEditor?.document || !cases.get(document.uri)) return;
    const { line, character } = change.range.start;
    if (!/^[ \t]*(?:- )?\p{L}$/u.test(document.lineAt(line).text) || !isInFrontMatter(document, line)) return;
    await Promise.resolve(); // lets the client hear of the change, too, and tell the server
    // Asked first, because where the server has nothing to offer VS Code would offer the words of the text.
    const place = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), position: { line, character: character + 1 } };
    const offered = await client.sendRequest(CompletionRequest.type, place);
    if (Array.isArray(offered) && offered.length > 0) await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

function isInFrontMatter(document: vscode.TextDocument, line: number): boolean {
  const isFence = (at: number): boolean => /^---[ \t]*$/.test(document.lineAt(at).text);
  if (line === 0 || !isFence(0)) return false;
  for (let above = line - 1; above > 0; above -= 1) if (isFence(above)) return false;
  return true;
}
