import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import type { FromPage, PanelContent } from '../../client/panel/messages.ts';
import { pageHtml } from '../../client/src/web-page.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import { summaryOf } from '../../server/src/core/report/summary.ts';
import { analyse, PROJECT_ROOT } from '../support/workspace.ts';
import { THEMES, type Theme } from './themes.ts';

const ORIGIN = 'http://panel.test';

/** The built page of the panel in a browser, as VS Code would show it: with its policy, its colours and its messages. */
export class PanelPage {
  readonly page: Page;
  /** What went wrong in the page: errors, and what the content security policy stopped. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** Opens the page in a tab of its own. `state` is what it kept from the last time. */
  static async open(browser: BrowserContext, options: { readonly width?: number; readonly theme?: Theme; readonly state?: unknown } = {}): Promise<PanelPage> {
    const page = await browser.newPage();
    const panel = new PanelPage(page);
    await page.setViewportSize({ width: options.width ?? 700, height: 900 });
    const html = pageHtml({ title: 'Casewright', script: `${ORIGIN}/panel.js`, style: `${ORIGIN}/panel.css`, styleSource: ORIGIN, nonce: 'bm9uY2U=' });
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
      if (name !== 'panel.js' && name !== 'panel.css') panel.complaints.push(`asked for ${route.request().url()}`);
      return route.fulfill({ path: path.join(PROJECT_ROOT, 'dist', name) });
    });
    await page.addInitScript(standInForVSCode, { state: options.state, colours: THEMES[options.theme ?? 'dark'] });
    await page.goto(ORIGIN);
    return panel;
  }

  async show(content: PanelContent): Promise<void> {
    await this.receive({ type: 'show', content });
  }

  async showCase(summary: CaseSummary): Promise<void> {
    await this.show({ kind: 'case', summary });
  }

  /** Hands a message to the page as the extension does, and waits until it has been dealt with. */
  async receive(message: unknown): Promise<void> {
    await this.page.evaluate(async (data) => {
      window.postMessage(data, '*');
      await new Promise((resolve) => window.setTimeout(resolve));
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
    }, message);
  }

  /** What the page has sent so far. */
  sent(): Promise<FromPage[]> {
    return this.page.evaluate(() => (window as unknown as { sent: FromPage[] }).sent);
  }

  /** What it would keep for the next time. */
  state(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { state: unknown }).state);
  }

  /** How a screen reader would call what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    });
  }

  text(selector = 'main'): Promise<string> {
    return this.page.locator(selector).first().innerText();
  }
}

/** Runs in the page, before anything else does. */
function standInForVSCode({ state, colours }: { readonly state: unknown; readonly colours: Readonly<Record<string, string>> }): void {
  const own = window as unknown as Record<string, unknown>;
  const sent: unknown[] = [];
  Object.assign(own, { sent, state });
  own.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => sent.push(message),
    getState: () => own.state,
    setState: (next: unknown) => {
      own.state = next;
    },
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value);
  });
}

export async function startBrowser(): Promise<BrowserContext> {
  return openBrowser();
}

/** The summary of one of the example cases. */
export async function summaryOfExample(name: string): Promise<CaseSummary> {
  return summaryOfText(readFileSync(path.join(PROJECT_ROOT, 'examples/danish-smes', `${name}.md`), 'utf8'));
}

export async function summaryOfText(text: string): Promise<CaseSummary> {
  return summaryOf(await analyse(text));
}
