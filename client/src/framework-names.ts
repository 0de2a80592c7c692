import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FrameworkNamesRequest } from '../../server/src/protocol.ts';
import { coalesced } from './coalesce.ts';
import type { PreviewNames } from './preview/preview-names.ts';

/**
 * What items are called, for VS Code’s own Markdown preview, which asks at once and cannot wait for a server. Nobody asks
 * the server before a case is previewed; when the answer is in, or has become another, previews are made anew.
 */
export class FrameworkNamesOfStudy {
  readonly #client: BaseLanguageClient;
  readonly #renew: () => Promise<void>;
  #names: PreviewNames | undefined;
  #isWanted = false;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#renew = coalesced(
      () => this.#ask(),
      () => undefined, // the server has written to the log what went wrong
    );
  }

  /** What is known now; undefined until the server has said something. */
  readonly current = (): PreviewNames | undefined => {
    if (!this.#isWanted) {
      this.#isWanted = true;
      void this.#renew();
    }
    return this.#names;
  };

  /** Files that frameworks may come from have changed, or the server has only now read them. */
  refresh(): void {
    if (this.#isWanted) void this.#renew();
  }

  async #ask(): Promise<void> {
    if (!this.#client.isRunning()) return;
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => this.#client.code2ProtocolConverter.asUri(uri)) ?? [];
    const answers = await Promise.all(folders.map((folder) => this.#client.sendRequest(FrameworkNamesRequest, { folder })));
    // A preview does not say which folder its text is from: of two frameworks with one id, that of the first folder counts.
    const names = { frameworks: answers.flatMap(({ frameworks }) => frameworks), usual: answers[0]?.usual ?? [] };
    if (JSON.stringify(names) === JSON.stringify(this.#names)) return;
    this.#names = names;
    await vscode.commands.executeCommand('markdown.api.reloadPlugins');
  }
}
