import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseText, Desk } from './desk.ts';

const wait = { timeout: 15_000 };
/** The line on which the text of a case begins. */
const BODY = 13;
const HELP = ':T5[They were helped by others [@int-ceo]]{supports}';
const FILES = {
  'alpha.md': caseText('alpha', `## The firm\n\nIt sells pumps.\n\n## External resources\n\n${HELP} in all.\n\nMore.\n`),
  'beta.md': caseText('beta', '## The firm\n\nIt sells valves [@nobody].\n'),
  'gone.md': caseText('gone', 'It sold abroad.\n'),
};

describe('a study in VS Code', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(FILES);
  });
  afterEach((context) => desk.photographFailure(context));
  afterAll(() => desk.close());

  it('has a summary beside the case, which follows the typing and leads to the text', async () => {
    await desk.openCase('alpha.md');
    await desk.driver.command('Casewright: Open Summary');
    const summary = await desk.driver.webview('h1');
    await expect.poll(() => summary.locator('h1').innerText(), wait).toBe('Case alpha');
    await expect.poll(() => statusOf(summary, 'T5'), wait).toMatch(/thin$/);
    expect(await statusOf(summary, 'T1')).toMatch(/missing$/);

    await desk.page.locator('.editor-group-container .view-line', { hasText: 'More.' }).click();
    await desk.press('End');
    await desk.type(' :T1');
    await desk.press('Escape');
    await expect.poll(() => statusOf(summary, 'T1'), wait).toMatch(/thin$/);

    await summary.locator('button[aria-expanded]', { hasText: 'T5' }).click();
    await summary.getByRole('button', { name: '“They were helped by others”' }).click();
    await expect.poll(() => desk.cursor(), wait).toContain(`Ln ${BODY + 6},`);
  });

  it('has a lens above a mark that opens its item in the summary, ready for the keyboard', async () => {
    await desk.page.locator('.codelens-decoration a', { hasText: /^T1/ }).click();
    const summary = await desk.driver.webview('h1');
    const item = summary.locator('button[aria-expanded]', { hasText: 'T1' });
    await expect.poll(() => item.getAttribute('aria-expanded'), wait).toBe('true');
    expect(await item.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('has a tree of cases, which leads to the text by keyboard', async () => {
    await desk.driver.command('View: Show Casewright');
    await expect
      .poll(() => desk.tree(), wait)
      .toEqual([expect.stringMatching(/^Case alpha ?0\/7 addressed/), expect.stringMatching(/^Case beta/), expect.stringMatching(/^Case gone/)]);
    await desk.treeRows().first().click();
    await expect.poll(() => desk.tree(), wait).toContainEqual(expect.stringMatching(/^Seven themes/));
    await desk.press('ArrowDown', 'ArrowRight');
    await expect.poll(() => desk.tree(), wait).toContainEqual(expect.stringMatching(/^T5 Leveraging of external resources ?thin/));
    await desk.treeRows().filter({ hasText: 'T5' }).click();
    await expect.poll(() => desk.cursor(), wait).toContain(`Ln ${BODY + 4},`);
  });

  it('shows the findings of closed files when all cases are checked', async () => {
    expect(await desk.problems()).not.toContainEqual(expect.stringContaining('nobody'));
    await desk.driver.command('Casewright: Check All Cases');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringMatching(/nobody.*evidence\/unknown-source/));
  });

  it('obeys settings, and casewright.yaml more', async () => {
    await desk.openCase('beta.md');
    const slips = async (): Promise<number> => (await desk.problems()).filter((row) => row.includes('evidence/unknown-source')).length;
    await expect.poll(slips, wait).toBe(1);
    desk.study.write('.vscode/settings.json', '{"casewright.rules": {"evidence/unknown-source": "off"}}');
    await expect.poll(slips, wait).toBe(0);
    desk.study.write('casewright.yaml', 'rules: {evidence/unknown-source: error}\n');
    await expect.poll(slips, wait).toBe(1);
  });

  it('shows what is wrong in casewright.yaml where it is wrong, until it is mended in the editor', async () => {
    desk.study.write('casewright.yaml', 'rules: {coverage/missing: off, evidence/unknown-sorce: off}\n');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringMatching(/evidence\/unknown-sorce.*Did you mean “evidence\/unknown-source”/));
    await desk.page.locator('.markers-panel .monaco-list-row', { hasText: 'unknown-sorce' }).dblclick();
    await desk.page.locator('.tab.active', { hasText: 'casewright.yaml' }).waitFor();
    await expect.poll(() => desk.cursor(), wait).toMatch(/^Ln 1,.*\(22 selected\)/);
    await desk.type('evidence/unknown-source');
    await desk.press('Escape', 'Control+S');
    await expect.poll(() => desk.problems(), wait).not.toContainEqual(expect.stringContaining('unknown-sorce'));
  });

  it('forgets a case whose file is deleted while it is open', async () => {
    await desk.openCase('gone.md');
    await desk.driver.command('View: Show Casewright');
    await expect.poll(() => desk.tree(), wait).toContainEqual(expect.stringMatching(/^Case gone/));
    desk.study.delete('gone.md');
    await expect.poll(() => desk.tree(), wait).not.toContainEqual(expect.stringMatching(/^Case gone/));
  });

  it('gets a new case from the template by keyboard alone', async () => {
    await desk.press('F1');
    await desk.page.keyboard.type('Casewright: New Case');
    await row(desk, 'Casewright: New Case from Template');
    await desk.press('Enter');
    await asked(desk, 'New Case: Template');
    for (const template of ['casewright:sme-case', 'casewright:interview-summary', 'casewright:case-narrative']) await row(desk, template);
    await desk.press('Enter');
    await asked(desk, 'New Case: Language');
    await desk.page.keyboard.type('dan');
    await row(desk, 'Danish');
    await desk.press('Enter');
    await row(desk, 'policy-themes');
    // What the other cases use is ticked already.
    await desk.press('Enter');
    await asked(desk, 'New Case: Title');
    await desk.page.keyboard.type('Ørsted & Sons A/S');
    await desk.press('Enter');
    await asked(desk, 'New Case: Name');
    await desk.press('Enter');
    const file = path.join(desk.study.folder, 'ørsted-sons-a-s.md');
    await expect.poll(() => existsSync(file), wait).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(
      /title: Ørsted & Sons A\/S\nlang: da\nframeworks: \[policy-themes\]\n[\s\S]*## Virksomheden\n[\s\S]*## Timing of internationalization\n/,
    );
    await expect.poll(() => desk.lines(), wait).toContain('case: ørsted-sons-a-s');
  });
});

/** How the summary calls an item and its status. */
function statusOf(summary: Frame, item: string): Promise<string> {
  return summary.locator('button[aria-expanded]', { hasText: item }).innerText();
}

/** Waits for a row of the quick input. */
async function row(desk: Desk, text: string): Promise<void> {
  await desk.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: text }).first().waitFor();
}

/** Waits for a question. */
async function asked(desk: Desk, title: string): Promise<void> {
  await desk.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
}
