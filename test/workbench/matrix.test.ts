import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { Desk } from './desk.ts';

const wait = { timeout: 15_000 };
const EXAMPLES = path.join(PROJECT_ROOT, 'examples/danish-smes');

describe('the matrix in VS Code', () => {
  let desk: Desk;
  let matrix: Frame;

  beforeAll(async () => {
    const names = readdirSync(EXAMPLES);
    desk = await Desk.open({
      ...Object.fromEntries(names.map((name) => [name, readFileSync(path.join(EXAMPLES, name), 'utf8')])),
      'broken.md': '---\ncase: broken\nframeworks: [policy-themes\n---\n\nText.\n',
    });
    await desk.driver.command('Casewright: Open Matrix');
    matrix = await desk.driver.webview('table');
  });
  afterEach((context) => desk.photographFailure(context));
  afterAll(() => desk.close());

  function cell(name: string, column: number): Locator {
    const named = matrix.locator('.case-name').getByText(name, { exact: true });
    return matrix.locator('tbody tr').filter({ has: named }).locator(`[data-column="${column}"]`);
  }

  it('sets cases that behaved alike side by side', async () => {
    await matrix.getByLabel('Show').selectOption('finding');
    await matrix.getByLabel('Group by').selectOption('P7');
    await expect.poll(() => matrix.locator('.group').first().innerText(), wait).toMatch(/^network-led P7 · \d+ cases$/);
    await expect.poll(() => cell('acubiz', 1).innerText(), wait).toMatch(/^from-outset/);
  });

  it('leads from a cell to the marked text, and stays in view', async () => {
    await cell('cbrain', 3).click();
    await desk.page.locator('.tab.active', { hasText: 'cbrain.md' }).waitFor();
    await expect.poll(() => desk.lines(), wait).toContainEqual(expect.stringMatching(/:T3|^## Mode/));
    await expect.poll(() => matrix.locator('.details h2').innerText(), wait).toBe('cbrain: T3 Mode of internationalization');
    expect(await matrix.locator('table').isVisible()).toBe(true);
  });

  it('goes to every mark of the selected cell from its details', async () => {
    const mark = matrix.locator('.details .part-marks button').last();
    await mark.click();
    const text = (await mark.innerText()).replace(/^“|[ …]*”$/g, '').slice(0, 25);
    await expect.poll(async () => (await desk.lines()).join(' ').replace(/[*_]/g, '').replace(/\s+/g, ' '), wait).toContain(text);
  });

  it('says of a broken case that it is broken, and leads to the problem', async () => {
    await matrix.getByRole('button', { name: '1 case broken' }).click();
    await expect.poll(() => matrix.locator('.details').innerText(), wait).toMatch(/Broken: The front matter of this case could not be read from line \d/);
    await desk.press('ArrowRight', 'Enter');
    await desk.page.locator('.tab.active', { hasText: 'broken.md' }).waitFor();
    await expect.poll(() => desk.cursor(), wait).toMatch(/^Ln [34],/);
  });

  it('is mended with the case, while the author types', async () => {
    await desk.goToEnd(3);
    await desk.type(']');
    await expect.poll(() => matrix.locator('.broken-case').count(), wait).toBe(0);
    await expect.poll(() => matrix.getByRole('heading', { level: 1 }).innerText(), wait).toMatch(/^15 cases by 14 items/);
  });

  it('is saved as a file by a few keys', async () => {
    await matrix.getByRole('button', { name: 'Export…' }).click();
    await desk.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'CSV' }).click();
    const name = desk.page.locator('.quick-input-widget:visible input[type=text]');
    await expect.poll(() => name.inputValue(), wait).toMatch(/matrix-finding\.csv$/);
    await desk.press('Enter');
    const file = path.join(desk.study.folder, 'matrix-finding.csv');
    await expect.poll(() => existsSync(file), wait).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/^case,P7,T1,T2,/);
    await desk.driver.command('Notifications: Show Notifications');
    const message = desk.page.locator('.notification-list-item', { hasText: 'The matrix is saved as matrix-finding.csv: 15 cases by 14 columns.' });
    await message.getByRole('button', { name: 'Open', exact: true }).click();
    await desk.page.locator('.tab.active', { hasText: 'matrix-finding.csv' }).waitFor();
  });

  it('is as it was after VS Code has been started anew', async () => {
    await expect.poll(() => desk.hasStored(/broken\.md\W+column\W+policy-themes\/T1/), wait).toBe(true);
    await desk.page.reload();
    matrix = await desk.driver.webview('table');
    await expect.poll(() => matrix.getByLabel('Group by').inputValue(), wait).toBe('P7');
    await expect.poll(() => matrix.locator('.details h2').innerText(), wait).toBe('broken: T1 Timing of internationalization');
  });
});
