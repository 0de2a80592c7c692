import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import { changed } from '../../matrix/change.ts';
import { readFromPage, type FromPage, type MatrixData, type MatrixOptions, type ToPage } from '../../matrix/messages.ts';
import { readPageState, USUAL_STATE } from '../../matrix/state.ts';
import { MatrixRequest, MatrixRowsRequest, ReadOnNotification, SummaryRequest } from '../../../server/src/protocol.ts';
import { coalesced } from '../coalesce.ts';
import { fillWebView } from '../fill-web-view.ts';
import type { PlaceShower } from '../show-place.ts';
import { MATRIX_VIEW_TYPE } from '../view-types.ts';
import { sayWithheld } from './say-withheld.ts';

export interface MatrixPanelOptions {
  readonly client: BaseLanguageClient;
  readonly extensionUri: vscode.Uri;
  readonly places: PlaceShower;
}

/** The one matrix of all cases, as new as the last keystroke. */
export class MatrixPanel implements vscode.Disposable {
  readonly #options: MatrixPanelOptions;
  readonly #serializer: vscode.Disposable;
  readonly #refresh: () => Promise<void>;
  #panel: vscode.WebviewPanel | undefined;
  /** The page listens. It stops when it is hidden, and starts anew when it is shown again. */
  #isReady = false;
  /** What the page shows; null while it shows nothing. */
  #data: MatrixData | null = null;
  /** The cases that changed since; `all`: any may have. */
  #stale: Set<string> | 'all' = 'all';
  #arranged: MatrixOptions = USUAL_STATE.options;
  /** Said once why there is no matrix, and not after each keystroke again. */
  #hasOffered = false;

  constructor(options: MatrixPanelOptions) {
    this.#options = options;
    this.#refresh = coalesced(
      () => this.#update(),
      (error) => {
        this.#stale = 'all';
        if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) void this.#offerToReadOn(error.message);
        else options.client.error('The matrix could not be made.', error, false);
      },
    );
    this.#serializer = vscode.window.registerWebviewPanelSerializer(MATRIX_VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        this.#arranged = readPageState(state).options;
        this.#adopt(panel);
      },
    });
  }

  /** The matrix that the page shows; null when it shows none. */
  get shown(): MatrixData | null {
    return this.#data;
  }

  /** How the matrix is laid out, or was when it was last shown. */
  get arranged(): MatrixOptions {
    return this.#arranged;
  }

  /** Shows the matrix where the active editor is. */
  show(): void {
    if (this.#panel) this.#panel.reveal();
    else this.#adopt(vscode.window.createWebviewPanel(MATRIX_VIEW_TYPE, 'Matrix', vscode.ViewColumn.Active));
  }

  /** Cases changed; without URIs, any may have. */
  casesChanged(uris: readonly string[]): void {
    if (uris.length === 0) this.#stale = 'all';
    else if (this.#stale !== 'all') for (const uri of uris) this.#stale.add(uri);
    void this.#refresh();
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#serializer.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#forgetPage();
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#forgetPage();
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#forgetPage();
    });
    const receive = (message: unknown): void => {
      const received = readFromPage(message);
      this.#receive(received).catch((error: unknown) => {
        this.#options.client.error('The matrix could not do what was asked of it.', error);
      });
    };
    fillWebView(panel, { extensionUri: this.#options.extensionUri, bundle: 'matrix', title: 'Casewright matrix', receive });
  }

  /** What a page was told is lost with it. */
  #forgetPage(): void {
    this.#isReady = false;
    this.#data = null;
    this.#stale = 'all';
  }

  async #receive(message: FromPage | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        this.#forgetPage();
        this.#isReady = true;
        return this.#refresh();
      case 'arranged':
        this.#arranged = message.options;
        return;
      case 'open':
        return this.#open(message);
      case 'summary':
        return this.#summarize(message.uri);
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        void vscode.window.setStatusBarMessage(`$(check) Copied: ${message.what}`, 5000);
        return;
      case 'withheld':
        if (this.#shows(message.uri)) void sayWithheld('Nothing was copied.', message, this.#options.places);
        return;
      case 'export':
        await vscode.commands.executeCommand('casewright.exportMatrix');
        return;
      case 'newCase':
        await vscode.commands.executeCommand('casewright.newCase');
        return;
      case undefined: // nothing that the page could mean
    }
  }

  /** Goes to a place, but only of cases that are shown: a page must not open other files. The matrix stays in view. */
  async #open({ uri, range }: Extract<FromPage, { type: 'open' }>): Promise<void> {
    if (!this.#shows(uri)) return;
    const { start, end } = range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    await this.#options.places.show(vscode.Uri.parse(uri), place, { notIn: this.#panel?.viewColumn });
  }

  async #summarize(uri: string): Promise<void> {
    if (!this.#shows(uri)) return;
    const summary = await this.#options.client.sendRequest(SummaryRequest, { uri });
    this.#post({ type: 'summary', uri, summary });
  }

  /** There is no matrix, since somebody stopped reading the cases. */
  async #offerToReadOn(why: string): Promise<void> {
    if (this.#hasOffered) return;
    this.#hasOffered = true;
    if (await vscode.window.showInformationMessage(why, 'Read All Cases')) await this.#options.client.sendNotification(ReadOnNotification, true);
  }

  #shows(uri: string): boolean {
    return this.#data?.rows.some((row) => row.uri === uri) ?? false;
  }

  async #update(): Promise<void> {
    const panel = this.#panel;
    if (!panel || !this.#isReady) return;
    const stale = this.#stale;
    this.#stale = new Set();
    if (stale !== 'all' && stale.size === 0) return;
    const isChanged = this.#data !== null && stale !== 'all' && (await this.#updateRows(panel, this.#data, [...stale]));
    if (!isChanged) await this.#updateAll(panel);
  }

  /** @returns false when the rows alone do not make a whole */
  async #updateRows(panel: vscode.WebviewPanel, data: MatrixData, uris: readonly string[]): Promise<boolean> {
    const change = await this.#options.client.sendRequest(MatrixRowsRequest, { uris });
    if (this.#panel !== panel || this.#data !== data) return true; // another page came, and asked for itself
    const next = changed(data, change);
    if (!next) return false;
    this.#data = next;
    this.#post({ type: 'change', change });
    return true;
  }

  async #updateAll(panel: vscode.WebviewPanel): Promise<void> {
    const data = await this.#options.client.sendRequest(MatrixRequest);
    if (this.#panel !== panel) return;
    this.#hasOffered = false;
    this.#data = data;
    this.#post({ type: 'show', data });
  }

  #post(message: ToPage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
