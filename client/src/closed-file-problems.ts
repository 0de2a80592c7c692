import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CheckAllResult } from '../../server/src/protocol.ts';

/**
 * What Check All Cases found in files that are not open. Open files have live findings of their own, so a file's
 * entry goes when it is opened; and when the file changes, since then it is no longer true.
 */
export class ClosedFileProblems implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #collection = vscode.languages.createDiagnosticCollection('casewright-check');
  readonly #disposables: readonly Pick<vscode.Disposable, 'dispose'>[];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const forget = (uri: vscode.Uri): void => {
      this.#collection.delete(uri);
    };
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', true);
    this.#disposables = [
      this.#collection,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        for (const uri of opened.flatMap(fileOf)) forget(uri);
      }),
    ];
  }

  /** Replaces what was found before. */
  async set(files: CheckAllResult['files']): Promise<void> {
    const converted = await Promise.all(
      files.map(async ({ uri, diagnostics }) => {
        return [vscode.Uri.parse(uri), await this.#client.protocol2CodeConverter.asDiagnostics([...diagnostics])] as const;
      }),
    );
    const open = new Set(vscode.window.tabGroups.all.flatMap((group) => group.tabs.flatMap(fileOf)).map(String));
    this.#collection.clear();
    for (const [uri, diagnostics] of converted) if (!open.has(uri.toString())) this.#collection.set(uri, diagnostics);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function fileOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}
