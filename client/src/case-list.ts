import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CasesRequest, type CaseOverview } from '../../server/src/protocol.ts';
import { coalesced } from './coalesce.ts';

/** The cases of the workspace as the server last described them; what tree, status bar and menus go by. */
export class CaseList implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** Asks the server again. */
  readonly refresh: () => Promise<void>;
  #all: readonly CaseOverview[] = [];
  #byUri = new Map<string, CaseOverview>();
  #isLoaded = false;

  constructor(client: BaseLanguageClient) {
    this.refresh = coalesced(
      async () => {
        this.#set(await client.sendRequest(CasesRequest));
      },
      (error) => {
        client.error('The list of cases could not be read.', error, false);
      },
    );
  }

  /** In the order of their paths. Empty until the server has looked through the workspace. */
  get all(): readonly CaseOverview[] {
    return this.#all;
  }

  /** Whether the server has answered yet. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** The case in a file; undefined when the file is none. */
  get(uri: vscode.Uri): CaseOverview | undefined {
    return this.#byUri.get(uri.toString());
  }

  /** Whether a file is a case. A file opened a moment ago may not be in the list yet, so the server is asked again before the answer is no. */
  async has(uri: vscode.Uri): Promise<boolean> {
    if (this.get(uri) === undefined) await this.refresh();
    return this.get(uri) !== undefined;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(cases: readonly CaseOverview[]): void {
    this.#all = cases;
    this.#byUri = new Map(cases.map((overview) => [vscode.Uri.parse(overview.uri).toString(), overview]));
    this.#isLoaded = true;
    void vscode.commands.executeCommand('setContext', 'casewright.isReady', true);
    this.#changed.fire();
  }
}
