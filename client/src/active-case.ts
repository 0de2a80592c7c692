import * as vscode from 'vscode';
import type { CaseOverview } from '../../server/src/protocol.ts';
import type { CaseList } from './case-list.ts';
import { MATRIX_VIEW_TYPE, SUMMARY_VIEW_TYPE } from './view-types.ts';

/** The case in the active editor. While the summary panel or the matrix has the focus, it is the case that was active before. */
export class ActiveCase implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<CaseOverview | undefined>();
  /** Another case is active, or something about the active one changed. */
  readonly onDidChange = this.#changed.event;
  readonly #cases: CaseList;
  readonly #listeners: readonly vscode.Disposable[];
  #uri: vscode.Uri | undefined;

  constructor(cases: CaseList) {
    this.#cases = cases;
    const update = (): void => {
      this.#update();
    };
    this.#listeners = [vscode.window.onDidChangeActiveTextEditor(update), vscode.window.tabGroups.onDidChangeTabs(update), cases.onDidChange(update)];
    this.#update();
  }

  /** Undefined when the active editor shows no case. */
  get overview(): CaseOverview | undefined {
    return this.#uri && this.#cases.get(this.#uri);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor || !isOwnViewActive()) this.#uri = editor?.document.uri;
    void vscode.commands.executeCommand('setContext', 'casewright.isCase', this.overview !== undefined);
    this.#changed.fire(this.overview);
  }
}

function isOwnViewActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // VS Code puts a word of its own before the view type.
  return input instanceof vscode.TabInputWebview && [SUMMARY_VIEW_TYPE, MATRIX_VIEW_TYPE].some((type) => input.viewType.endsWith(type));
}
