import path from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { pageHtml } from '../../client/src/web-page.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { THEMES, type Theme } from './themes.ts';

const ORIGIN = 'http://panel.test';

export interface WebPageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: Theme;
  /** What it kept from the last time. */
  readonly state?: unknown;
}

/** A built page in a browser, as VS Code would show it: with its policy, its colours and its messages. */
export class WebPage<Sent> {
  readonly page: Page;
  /** What went wrong in the page: errors, and what the content security policy stopped. */
  readonly complaints: string[] = [];

  protected constructor(page: Page) {
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

  /** Loads the page of a bundle. */
  protected async load(bundle: string, { width = 700, height = 900, theme = 'dark', state }: WebPageOptions): Promise<void> {
    await this.page.setViewportSize({ width, height });
    const html = pageHtml({ title: 'Casewright', script: `${ORIGIN}/${bundle}.js`, style: `${ORIGIN}/${bundle}.css`, styleSource: ORIGIN, nonce: 'bm9uY2U=' });
    await this.page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
      if (name !== `${bundle}.js` && name !== `${bundle}.css`) this.complaints.push(`asked for ${route.request().url()}`);
      return route.fulfill({ path: path.join(PROJECT_ROOT, 'dist', name) });
    });
    await this.page.addInitScript(standInForVSCode, { state, colours: THEMES[theme] });
    await this.page.goto(ORIGIN);
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
  sent(): Promise<Sent[]> {
    return this.page.evaluate(() => (window as unknown as { sent: Sent[] }).sent);
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

  /** What axe finds to complain of: rules, each with the elements that break it. */
  async violations(): Promise<unknown[]> {
    await this.page.evaluate(axe.source);
    const results = await this.page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    return results.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
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
