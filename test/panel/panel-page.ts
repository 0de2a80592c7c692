import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { FromPage, PanelContent } from '../../client/panel/messages.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import { summaryOf } from '../../server/src/core/report/summary.ts';
import { analyse, PROJECT_ROOT } from '../support/workspace.ts';
import { WebPage, type WebPageOptions } from './web-page.ts';

/** The built page of the summary panel in a browser. */
export class PanelPage extends WebPage<FromPage> {
  /** Opens the page in a tab of its own. */
  static async open(browser: BrowserContext, options: WebPageOptions = {}): Promise<PanelPage> {
    const panel = new PanelPage(await browser.newPage());
    await panel.load('panel', options);
    return panel;
  }

  async show(content: PanelContent): Promise<void> {
    await this.receive({ type: 'show', content });
  }

  async showCase(summary: CaseSummary): Promise<void> {
    await this.show({ kind: 'case', summary });
  }
}

/** The summary of one of the example cases. */
export async function summaryOfExample(name: string): Promise<CaseSummary> {
  return summaryOfText(readFileSync(path.join(PROJECT_ROOT, 'examples/danish-smes', `${name}.md`), 'utf8'));
}

export async function summaryOfText(text: string): Promise<CaseSummary> {
  return summaryOf(await analyse(text));
}
