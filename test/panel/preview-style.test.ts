import { readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinNames, previewOf } from '../support/preview.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { THEMES, type Theme } from './themes.ts';
import { startBrowser } from './web-page.ts';

const CASE = `---
case: one
title: A case with everything
frameworks: [policy-themes, internationalization-capacity, skima, new-exporters, value-creation, international-opportunities]
firm: {country: DK}
sources:
  - {id: int, kind: interview, informant: CEO}
findings:
  P1: {verdict: supported, because: They did}
firm: again
---

# Timing of internationalization

Text :P6 and :P4[marked :T2[twice] over]{supports}, :K1[more], :N1[of], :W1[each], :O1[framework].

:::P3{rival}
In a container.
:::
`;

/** The names by which package.json calls the kinds of themes. */
const KINDS = { dark: 'dark', light: 'light', 'high contrast dark': 'highContrast', 'high contrast light': 'highContrastLight' } as const;

let browser: BrowserContext;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The colours that VS Code would give to the preview. */
function coloursIn(theme: Theme): string {
  const { contributes } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[] };
  };
  const own = contributes.colors.map(({ id, defaults }) => [`--vscode-${id.replaceAll('.', '-')}`, defaults[KINDS[theme]]]);
  return [...Object.entries(THEMES[theme]), ...own].map(([name, value]) => `${name}: ${value};`).join(' ');
}

test.each(Object.keys(THEMES) as Theme[])('a case in the preview can be read and used by everybody in %s', async (theme) => {
  const body = previewOf(await builtinNames()).render(CASE);
  const style = readFileSync(path.join(PROJECT_ROOT, 'media/preview.css'), 'utf8');
  const base = 'body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font: 14px sans-serif; }';
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Preview</title><style>:root { ${coloursIn(theme)} } ${base} ${style}</style></head><body><main>${body}</main></body></html>`,
  );
  expect(await page.locator('.casewright-chip').count()).toBeGreaterThan(9);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  await page.close();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
