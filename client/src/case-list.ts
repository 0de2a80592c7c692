import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CaseChangesRequest, ReadingNotification, type CaseChanges, type CaseOverview, type ReadingState } from '../../server/src/protocol.ts';
import { coalesced } from './coalesce.ts';

/** Fewer files are read before anybody could take note of it. */
const MANY = 100;

/** What is new in the list: some cases have changed, or there are others than before. */
export type ListChange = { readonly kind: 'cases'; readonly uris: readonly string[] } | { readonly kind: 'all' };

/** The cases of the workspace as the server last described them; what tree, status bar and menus go by. */
export class CaseList implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ListChange>();
  readonly onDidChange = this.#changed.event;
  readonly #listener: Pick<vscode.Disposable, 'dispose'>;
  /** Asks the server what is new. */
  readonly refresh: () => Promise<void>;
  #order: readonly string[] = [];
  /** By the URIs that the server uses. */
  #byUri = new Map<string, CaseOverview>();
  /** The same ones by the URIs that VS Code uses. */
  readonly #serverUris = new Map<string, string>();
  /** What the server called the state that is shown here. */
  #state: string | null = null;
  #reading: ReadingState | undefined;

  constructor(client: BaseLanguageClient) {
    this.refresh = coalesced(
      async () => {
        for (let isPart = true; isPart;) {
          const changes = await client.sendRequest(CaseChangesRequest, { since: this.#state });
          this.#take(changes);
          isPart = changes.isPart;
        }
      },
      (error) => {
        client.error('The list of cases could not be read.', error, false);
      },
    );
    this.#listener = client.onNotification(ReadingNotification, () => {
      void this.refresh();
    });
  }

  /** In the order of their paths. Not all of them while the server reads; see {@link reading}. */
  get all(): readonly CaseOverview[] {
    return this.#order.flatMap((uri) => this.#byUri.get(uri) ?? []);
  }

  /** Whether the server has read all cases, or has been told not to. */
  get isLoaded(): boolean {
    return this.#reading !== undefined && this.#reading.kind !== 'reading';
  }

  /** How far the server has read the cases; undefined as long as it has not answered. */
  get reading(): ReadingState | undefined {
    return this.#reading;
  }

  /** Whether the server is reading, and that takes so long that it should be seen. */
  get isReadingMany(): boolean {
    return this.#reading?.kind === 'reading' && this.#reading.total >= MANY;
  }

  /** The case in a file; undefined when the file is none. */
  get(uri: vscode.Uri): CaseOverview | undefined {
    return this.#byUri.get(this.#serverUris.get(uri.toString()) ?? '');
  }

  /** Whether a file is a case. A file opened a moment ago may not be in the list yet, so the server is asked again before the answer is no. */
  async has(uri: vscode.Uri): Promise<boolean> {
    if (this.get(uri) === undefined) await this.refresh();
    return this.get(uri) !== undefined;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #take({ state, cases, uris, reading }: CaseChanges): void {
    this.#state = state;
    this.#reading = reading;
    for (const overview of cases) {
      this.#byUri.set(overview.uri, overview);
      this.#serverUris.set(vscode.Uri.parse(overview.uri).toString(), overview.uri);
    }
    if (uris) {
      this.#order = uris;
      this.#byUri = new Map(uris.flatMap((uri) => this.#byUri.get(uri) ?? []).map((overview) => [overview.uri, overview]));
    }
    if (this.isLoaded) void vscode.commands.executeCommand('setContext', 'casewright.isReady', true);
    void vscode.commands.executeCommand('setContext', 'casewright.isReading', this.isReadingMany);
    this.#changed.fire(uris ? { kind: 'all' } : { kind: 'cases', uris: cases.map(({ uri }) => uri) });
  }
}
