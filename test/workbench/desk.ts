import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { Driver } from '../../scripts/lib/driver.mjs';
import { openWorkbench, type WorkbenchOptions } from '../../scripts/lib/workbench.mjs';
import { makeStudy, type Study } from '../support/study.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

const WAIT = 15_000;

/** A case that is about nothing yet, with two sources and the seven policy themes. `body` follows its front matter. */
export function caseText(name: string, body: string): string {
  return `---
case: ${name}
title: Case ${name}
frameworks: [policy-themes]
firm:
  country: DK
  industry: pumps
sources:
  - {id: int-ceo, kind: interview, informant: CEO}
  - {id: web, kind: documentation, title: Web site}
---

${body}`;
}

/** VS Code with a study open, and an author in front of it: keys, mouse, and what can be read on the screen. */
export class Desk {
  readonly study: Study;
  readonly driver: Driver;
  readonly page: Page;
  readonly close: () => Promise<void>;

  private constructor(study: Study, page: Page, close: () => Promise<void>) {
    this.study = study;
    this.page = page;
    this.driver = new Driver(page);
    this.close = close;
  }

  /** Opens VS Code on a new folder with these files, trusted unless said otherwise. */
  static async open(files: Readonly<Record<string, string>>, more: Pick<WorkbenchOptions, 'settings' | 'trust'> = {}): Promise<Desk> {
    const study = makeStudy(files);
    const workbench = await openWorkbench({ workspace: study.folder, extensions: [PROJECT_ROOT], viewport: { width: 1280, height: 800 }, ...more });
    workbench.page.setDefaultTimeout(WAIT);
    const desk = new Desk(study, workbench.page, async () => {
      await workbench.close();
      study.remove();
    });
    await desk.driver.ready();
    return desk;
  }

  /** Keeps a picture of the screen if the test that has run failed. */
  async photographFailure({ task }: TestContext): Promise<void> {
    if (task.result?.state !== 'fail') return;
    await this.page.screenshot({ path: path.join(PROJECT_ROOT, 'test-results/workbench', `${task.name.replace(/\W+/g, '-')}.png`) });
  }

  /** Opens a case and waits until Casewright has read it. */
  async openCase(name: string): Promise<void> {
    await this.driver.open(name);
    await this.statusBar().waitFor();
  }

  /** Closes the active editor without saving; Casewright has nothing to say then. */
  async closeCase(): Promise<void> {
    await this.driver.command('View: Revert and Close Editor');
    await this.statusBar().waitFor({ state: 'hidden' });
  }

  /**
   * Whether VS Code in a browser has put something away for its next start: it does so every few seconds, and not when it
   * is closed.
   */
  hasStored(pattern: RegExp): Promise<boolean> {
    return this.page.evaluate(async (source) => {
      const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(request.error ?? new Error('The storage could not be read.'));
          };
        });
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name ?? ''));
        const stores = [...database.objectStoreNames];
        const values = await Promise.all(stores.map((store) => done(database.transaction(store).objectStore(store).getAll())));
        database.close();
        if (values.flat().some((value) => typeof value === 'string' && new RegExp(source).test(value))) return true;
      }
      return false;
    }, pattern.source);
  }

  /** Puts the cursor at the end of a line. Lines count from 1. */
  async goToEnd(line: number): Promise<void> {
    await this.driver.goto(line);
    await this.press('End');
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.driver.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.driver.type(text);
  }

  /** What Casewright says of the active case: "1/7 addressed". */
  statusBar(): Locator {
    return this.page.locator('.statusbar-item', { hasText: /\d+\/\d+ addressed/ });
  }

  /** "Ln 3, Col 1" */
  cursor(): Promise<string> {
    return this.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ }).innerText();
  }

  /** The lines that can be seen of the case that is shown, each with all its screen lines, in order; the page beside it may have the focus. */
  async lines(): Promise<string[]> {
    return this.page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('.editor-group-container .view-line')];
      const inOrder = shown.sort((a, b) => Number.parseInt(a.style.top) - Number.parseInt(b.style.top));
      return inOrder.map((line) => line.textContent.replaceAll('\u00a0', ' '));
    });
  }

  /** Waits for the list of completions. @returns its rows: label, a blank, and what is said behind it */
  async offers(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** Opens the quick fixes at the cursor. @returns their titles in order */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    const ask = async (): Promise<void> => {
      await this.press('Control+Period');
      await rows.first().waitFor({ timeout: 3000 });
    };
    await ask().catch(ask).catch(ask); // once more when findings came in just then, which closes the list
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** The rows of the Problems view as they stand; none where it says that there are none. */
  async problems(): Promise<string[]> {
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.press('Control+Shift+M');
    return (await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).map(oneLine);
  }

  /** The rows of the view Cases that can be seen. */
  async tree(): Promise<string[]> {
    return (await this.treeRows().allInnerTexts()).map(oneLine);
  }

  treeRows(): Locator {
    return this.page.locator('.pane-body .monaco-list[aria-label="Cases"] .monaco-list-row');
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
