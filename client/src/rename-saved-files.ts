import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * The server knows Markdown as it stands in the editor, and a team's other files as they stand on the disk. What it would
 * change in one of those that has not been saved would land in the wrong place: then nothing is renamed.
 */
export const renameSavedFiles: Required<Pick<Middleware, 'provideRenameEdits'>> = {
  provideRenameEdits: async (document, position, newName, token, next) => {
    const edit = await next(document, position, newName, token);
    const unsaved = vscode.workspace.textDocuments.find((open) => open.isDirty && open.languageId !== 'markdown' && edit?.has(open.uri));
    if (!unsaved) return edit;
    throw new Error(`“${vscode.workspace.asRelativePath(unsaved.uri)}” names it, too, and has changes that are not saved. Save it, and rename then.`);
  },
};
