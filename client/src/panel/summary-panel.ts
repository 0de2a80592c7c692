import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readFromPage, readPageState, type FromPage, type ToPage } from '../../panel/messages.ts';
import { SummaryRequest, type CaseOverview, type CaseSummary } from '../../../server/src/protocol.ts';
import type { ActiveCase } from '../active-case.ts';
import { confirmFindingOn } from '../commands/confirm-finding.ts';
import { coalesced } from '../coalesce.ts';
import { fillWebView } from '../fill-web-view.ts';
import type { PlaceShower } from '../show-place.ts';
import { SUMMARY_VIEW_TYPE } from '../view-types.ts';

export interface SummaryPanelOptions {
  readonly client: BaseLanguageClient;
  readonly extensionUri: vscode.Uri;
  readonly places: PlaceShower;
  readonly active: ActiveCase;
}

/** The one summary panel. It follows the case that is active and is as new as the last keystroke. */
export class SummaryPanel implements vscode.Disposable {
  readonly #options: SummaryPanelOptions;
  readonly #listeners: readonly vscode.Disposable[];
  readonly #refresh: () => Promise<void>;
  #panel: vscode.WebviewPanel | undefined;
  /** The page listens. It stops when it is hidden, and starts anew when it is shown again. */
  #isReady = false;
  /** The file whose case is shown, or is about to be. */
  #uri: string | undefined;
  #shown: CaseSummary | null = null;
  /** An item to open as soon as its case is shown. */
  #pendingItem: string | undefined;

  constructor(options: SummaryPanelOptions) {
    this.#options = options;
    this.#refresh = coalesced(
      () => this.#update(),
      (error) => {
        options.client.error('The summary could not be made.', error, false);
      },
    );
    this.#listeners = [
      options.active.onDidChange((overview) => {
        this.#follow(overview);
      }),
      vscode.window.registerWebviewPanelSerializer(SUMMARY_VIEW_TYPE, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          this.#uri ??= readPageState(state).uri ?? undefined;
          this.#adopt(panel);
        },
      }),
    ];
  }

  /** The summary that the page shows; null when it shows none. */
  get shown(): CaseSummary | null {
    return this.#shown;
  }

  /** Shows the summary of a case beside the editor, with the details of an item open if one is named. */
  show(uri: vscode.Uri, item?: string): void {
    this.#uri = uri.toString();
    this.#pendingItem = item;
    if (this.#panel) this.#panel.reveal(undefined, item === undefined);
    else
      this.#adopt(vscode.window.createWebviewPanel(SUMMARY_VIEW_TYPE, 'Summary', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: item === undefined }));
    void this.#refresh();
  }

  /** Cases changed; without URIs, any may have. */
  casesChanged(uris: readonly string[]): void {
    if (uris.length === 0 || uris.some((uri) => vscode.Uri.parse(uri).toString() === this.#uri)) void this.#refresh();
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #follow(overview: CaseOverview | undefined): void {
    if (!overview || !this.#panel) return;
    const uri = vscode.Uri.parse(overview.uri).toString();
    if (uri === this.#uri) return;
    this.#uri = uri;
    void this.#refresh();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#shown = null;
    });
    const receive = (message: unknown): void => {
      this.#receive(message);
    };
    fillWebView(panel, { extensionUri: this.#options.extensionUri, bundle: 'panel', title: 'Casewright summary', receive });
  }

  #receive(message: unknown): void {
    const received = readFromPage(message);
    if (received?.type === 'ready') {
      this.#isReady = true;
      void this.#refresh();
    } else if (received?.type === 'newCase') void vscode.commands.executeCommand('casewright.newCase');
    else if (received?.type === 'openMatrix') void vscode.commands.executeCommand('casewright.openMatrix');
    else if (received?.type === 'open') this.#open(received);
    else if (received?.type === 'confirm') this.#confirm(received);
  }

  /** Goes to a place, but only of the case that is shown: a page must not open other files. */
  #open({ uri, range: { start, end } }: Extract<FromPage, { type: 'open' }>): void {
    if (uri !== this.#shown?.uri) return;
    void this.#options.places.show(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character));
  }

  /** Confirms a finding, but only of the case that is shown. */
  #confirm({ uri, item }: Extract<FromPage, { type: 'confirm' }>): void {
    if (uri === this.#shown?.uri) void confirmFindingOn(this.#options.client, vscode.Uri.parse(uri), item);
  }

  async #update(): Promise<void> {
    const panel = this.#panel;
    if (!panel || !this.#isReady) return;
    const uri = this.#uri ?? this.#options.active.overview?.uri;
    const summary = uri === undefined ? null : await this.#options.client.sendRequest(SummaryRequest, { uri });
    if (this.#panel !== panel) return;
    if (this.#uri !== undefined && uri !== this.#uri) return; // another case was asked for meanwhile, and comes next
    this.#uri = uri;
    this.#shown = summary;
    panel.title = summary ? `Summary: ${summary.case}` : 'Summary';
    this.#post({ type: 'show', content: summary ? { kind: 'case', summary } : { kind: 'no-case' } });
    if (summary && this.#pendingItem !== undefined) {
      this.#post({ type: 'reveal', item: this.#pendingItem });
      this.#pendingItem = undefined;
    }
  }

  #post(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
