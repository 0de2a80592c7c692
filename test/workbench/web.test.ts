import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Driver } from '../../scripts/lib/driver.mjs';
import { openWebWorkbench } from '../../scripts/lib/web-workbench.mjs';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { caseText } from './desk.ts';

const wait = { timeout: 15_000 };
const NUPO = readFileSync(path.join(PROJECT_ROOT, 'examples/danish-smes/nupo.md'), 'utf8');

it('runs the same suite on the web as elsewhere', () => {
  const files = readdirSync(path.join(PROJECT_ROOT, 'test/vscode/suite')).filter((name) => name.endsWith('.test.ts'));
  const imported = readFileSync(path.join(PROJECT_ROOT, 'test/web/suite.ts'), 'utf8').matchAll(/^import '\.\.\/vscode\/suite\/(.+)';$/gm);
  expect([...imported].map(([, name]) => name)).toEqual(files.sort());
});

describe('VS Code for the Web, with a study that is on no disk', () => {
  let workbench: Awaited<ReturnType<typeof openWebWorkbench>>;
  let page: Page;
  let driver: Driver;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    const files = { 'nupo.md': NUPO, 'slip.md': caseText('slip', 'Sold abroad at once :T77.\n'), 'notes.md': '# Notes\n' };
    workbench = await openWebWorkbench({ files });
    ({ page } = workbench);
    page.setDefaultTimeout(wait.timeout);
    driver = new Driver(page);
    page.on('request', (request) => {
      if (!/^(?:http:\/\/localhost:|blob:|data:)/.test(request.url())) elsewhere.push(request.url());
    });
    await driver.ready();
  });
  afterAll(() => workbench.close());

  // A file system as small as this one has no search, so no quick way to a file.
  const open = (name: string): Promise<void> => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  const statusBar = (): Promise<string> => page.locator('.statusbar-item', { hasText: /\d+\/\d+ addressed/ }).innerText();

  it('says of the case in the editor how far it has come, and names its slips', async () => {
    await open('slip.md');
    await expect.poll(statusBar, wait).toContain('0/7 addressed');
    await expect.poll(() => driver.problems(), wait).toContainEqual(expect.stringContaining('framework/unknown-item'));
  });

  // That it is shown as a page tells another test: the VS Code from npm has no Markdown preview for browsers.
  it('opens the page of a rule', async () => {
    await page.locator('.markers-panel a', { hasText: 'framework/unknown-item' }).click({ modifiers: ['Control'] });
    await page.locator('.tab.active', { hasText: 'unknown-item.md' }).waitFor();
  });

  it('shows the summary and the matrix', async () => {
    await open('nupo.md');
    await driver.command('Casewright: Open Summary');
    const summary = await driver.webview('h1');
    await expect.poll(() => summary.locator('h1').innerText(), wait).toBe('Nupo A/S');
    await driver.command('Casewright: Open Matrix');
    const matrix = await driver.webview('table');
    await expect.poll(() => matrix.locator('.case-name').allInnerTexts(), wait).toEqual(['nupo', 'slip']);
  });

  it('saves the matrix beside the cases', async () => {
    await driver.command('Casewright: Export Matrix');
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Excel' }).click();
    const name = page.locator('.quick-input-widget:visible input[type=text]');
    await expect.poll(() => name.inputValue(), wait).toMatch(/matrix-status\.xlsx$/);
    await driver.press('Enter');
    await driver.command('Notifications: Show Notifications');
    const message = page.locator('.notification-list-item', { hasText: 'The matrix is saved as matrix-status.xlsx' });
    await message.getByRole('button', { name: 'Show in Explorer', exact: true }).click();
    await page.locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'matrix-status.xlsx' }).waitFor();
  });

  it('asks nobody else for anything', () => {
    expect(elsewhere).toEqual([]);
  });
});
