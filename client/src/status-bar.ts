import * as vscode from 'vscode';
import { countsInWords } from '../page/words.ts';
import type { CaseOverview } from '../../server/src/protocol.ts';
import type { ActiveCase } from './active-case.ts';
import { addressedOf } from './addressed.ts';

/** Says in the status bar how far the case in the active editor has come. Hidden when there is none. */
export class CaseStatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('casewright.coverage', vscode.StatusBarAlignment.Right, 90);
  readonly #listener: vscode.Disposable;
  #isVisible = false;

  constructor(active: ActiveCase) {
    this.#item.name = 'Casewright Coverage';
    this.#item.command = 'casewright.openSummary';
    this.#listener = active.onDidChange((overview) => {
      this.#show(overview);
    });
    this.#show(active.overview);
  }

  /** What it says; undefined while it is hidden. */
  get text(): string | undefined {
    return this.#isVisible ? this.#item.text : undefined;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(overview: CaseOverview | undefined): void {
    this.#isVisible = overview !== undefined && overview.frameworks.length > 0;
    if (!overview || !this.#isVisible) {
      this.#item.hide();
      return;
    }
    const { addressed, total } = addressedOf(overview.frameworks);
    this.#item.text = `$(checklist) ${addressed}/${total} addressed`;
    this.#item.tooltip = [...overview.frameworks.map(({ title, counts }) => `${title}: ${countsInWords(counts)}`), 'Click to open the summary'].join('\n');
    this.#item.accessibilityInformation = { label: `${addressed} of ${total} items addressed in ${overview.case}` };
    this.#item.show();
  }
}
