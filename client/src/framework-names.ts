import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FrameworkNamesRequest } from '../../server/src/protocol.ts';
import { coalesced } from './coalesce.ts';
import type { PreviewNames } from './preview/preview-names.ts';

/**
 * What items are called, for VS Code’s own Markdown preview, which asks at once and cannot wait for a server. Each folder
 * with cases may belong to a study of its own, so it is asked for by itself, once a case of it is previewed; when the answer
 * is in, or has become another, previews are made anew.
 */
export class FrameworkNamesOfStudies {
  readonly #client: BaseLanguageClient;
  readonly #renew: () => Promise<void>;
  readonly #wanted = new Set<string>();
  /** By folder. */
  readonly #names = new Map<string, PreviewNames>();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#renew = coalesced(
      () => this.#ask(),
      () => undefined, // the server has written to the log what went wrong
    );
  }

  /** What is known now of the study that a text is from; undefined until the server has said something of it. */
  readonly of = (text: string): PreviewNames | undefined => {
    const folder = folderOf(text);
    if (!folder) return undefined;
    const uri = this.#client.code2ProtocolConverter.asUri(folder);
    if (!this.#wanted.has(uri)) {
      this.#wanted.add(uri);
      void this.#renew();
    }
    return this.#names.get(uri);
  };

  /** Files that frameworks may come from have changed, or the server has only now read them. */
  refresh(): void {
    if (this.#wanted.size > 0) void this.#renew();
  }

  async #ask(): Promise<void> {
    if (!this.#client.isRunning()) return;
    const ask = async (folder: string) => [folder, await this.#client.sendRequest(FrameworkNamesRequest, { folder })] as const;
    const answers = await Promise.all([...this.#wanted].map(ask));
    const news = answers.filter(([folder, names]) => JSON.stringify(names) !== JSON.stringify(this.#names.get(folder)));
    for (const [folder, names] of news) this.#names.set(folder, names);
    if (news.length > 0) await vscode.commands.executeCommand('markdown.api.reloadPlugins');
  }
}

/**
 * The folder of the file whose text this is. A plugin of the preview is not told which file it reads, but the file is open;
 * a text that is nowhere open is taken for one of the first folder.
 */
function folderOf(text: string): vscode.Uri | undefined {
  const lines = text.split('\n').length;
  const isIt = (document: vscode.TextDocument): boolean =>
    document.languageId === 'markdown' && document.lineCount === lines && document.getText().replaceAll(/\r\n?/g, '\n') === text;
  const uri = vscode.workspace.textDocuments.find((document) => !document.isUntitled && isIt(document))?.uri;
  return uri ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
}
