import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseText, Desk } from './desk.ts';

const wait = { timeout: 15_000 };
const MARKER = 'was-run.txt';
/** A program that leaves a file behind when anything runs it. */
const program = `require('node:fs').writeFileSync(require('node:path').join(__dirname, '${MARKER}'), '');\n`;

/** A study that names programs wherever it may name a file, and wherever editors and tools look for something to run. */
const HOSTILE = {
  'one.md': caseText('one', 'Sold abroad at once :T77.\n').replace('[policy-themes]', '[policy-themes, ./evil.cjs]'),
  'casewright.yaml': `extends: ./evil.cjs
frameworks: [policy-themes, ./evil.cjs, ./evil.yaml]
template: ./evil.cjs
bibliography: [evil.cjs]
confidential: {terms_file: evil.cjs}
`,
  'evil.yaml': `id: evil
title: !!js/function "function () { ${program.trim().replaceAll("'", '')} }"
items: [{id: E1, label: Evil}]
`,
  'evil.cjs': program,
  'package.json': JSON.stringify({ name: 'evil', main: './evil.cjs', scripts: { preinstall: 'node evil.cjs', prepare: 'node evil.cjs' } }),
  'eslint.config.cjs': program,
  'node_modules/vscode/index.js': program,
  '.vscode/settings.json': JSON.stringify({ 'casewright.frameworks': ['./evil.cjs'], 'casewright.extends': './evil.cjs', 'casewright.template': './evil.cjs' }),
  '.vscode/tasks.json': JSON.stringify({
    version: '2.0.0',
    tasks: [{ label: 'evil', type: 'shell', command: 'node evil.cjs', runOptions: { runOn: 'folderOpen' } }],
  }),
};

describe('a folder that nobody has said is to be trusted', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(HOSTILE, {
      trust: 'ask',
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    });
  });
  afterEach((context) => desk.photographFailure(context));
  afterAll(() => desk.close());

  it('has its cases read as in any other', async () => {
    await desk.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await desk.openCase('one.md');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringMatching(/“\.\/evil\.cjs”.*framework\/unknown-framework/));
    await desk.driver.command('Casewright: Check All Cases');
    await desk.driver.command('Casewright: Open Matrix');
    const matrix = await desk.driver.webview('table');
    await expect.poll(() => matrix.locator('.case-name').allInnerTexts(), wait).toEqual(['one']);
  });

  it('has the page of a rule to read', async () => {
    await desk.openCase('one.md');
    await desk.page.locator('.markers-panel a', { hasText: 'framework/unknown-framework' }).click({ modifiers: ['Control'] });
    await desk.page.locator('.tab.active', { hasText: 'unknown-framework.md' }).waitFor();
    const page = await desk.driver.webview('h1');
    expect(await page.locator('h1').innerText()).toContain('framework/unknown-framework');
  });

  it('has nothing of it run', () => {
    const places = ['.', 'node_modules/vscode', '.vscode'].map((folder) => path.join(desk.study.folder, folder, MARKER));
    expect(places.filter((place) => existsSync(place))).toEqual([]);
  });
});
