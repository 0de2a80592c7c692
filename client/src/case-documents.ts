import * as vscode from 'vscode';

interface Selected {
  readonly scheme: string;
  readonly language: string;
}

/**
 * Which documents can be cases: Markdown on disk, and in whatever the folders of the workspace are in. Not the other
 * side of a comparison or a page of ours, which are Markdown, too.
 */
export function caseDocuments(): Selected[] {
  return [...new Set(['file', ...openSchemes()])].map((scheme) => ({ scheme, language: 'markdown' }));
}

/** Calls `restart` when a folder is added that is in something else than the folders before: only then are its documents taken up. */
export function followFolders(selected: Selected[], restart: () => Promise<void>): vscode.Disposable {
  return vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const added = caseDocuments().filter(({ scheme }) => !selected.some((known) => known.scheme === scheme));
    if (added.length === 0) return;
    selected.push(...added);
    void restart();
  });
}

function openSchemes(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
}
