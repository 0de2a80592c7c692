import * as vscode from 'vscode';

/**
 * The settings that somebody has set, by name. VS Code gives an empty list or object for a setting that nobody set;
 * to the server that would mean "none", so they are left out.
 */
export function setSettings(scopeUri: string | undefined): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('casewright', scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri));
  const names = Object.keys(settings).filter((name) => settings.inspect(name) !== undefined);
  const set = Object.fromEntries(names.filter((name) => isSet(settings.inspect(name))).map((name) => [name, settings.get(name)]));
  // VS Code hands out views of its settings, which cannot be sent to a web worker: what is sent is a copy.
  return JSON.parse(JSON.stringify(set)) as Record<string, unknown>;
}

function isSet(levels: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean {
  return [levels?.globalValue, levels?.workspaceValue, levels?.workspaceFolderValue].some((value) => value !== undefined);
}
