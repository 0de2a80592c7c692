import { describe, expect, test } from 'vitest';
import { largeMatrix, studyOf, type MatrixTestPage } from './matrix-page.ts';
import { THEMES, type Theme } from './themes.ts';
import { useMatrix } from './use-matrix.ts';

const { open, openExamples, data } = useMatrix();

describe('For every reader, the matrix', () => {
  const shown: Readonly<Record<string, (page: MatrixTestPage) => Promise<void>>> = {
    'findings in groups': async (page) => {
      await page.show(data());
      await page.choose('Show', 'finding');
      await page.choose('Group by', 'P7');
    },
    'theories and an open menu': async (page) => {
      await page.show(data());
      await page.choose('Show', 'fit');
      await (await page.cell('nupo', 'stage')).click();
      await page.page.getByRole('button', { name: 'All frameworks' }).click();
    },
    'a broken case': async (page) => {
      await page.show(
        (await studyOf({ 'a.md': '---\ncase: alfa\nframeworks: [policy-themes]\n---\n', 'b.md': '---\ncase: alfa\nfindings: {T1: {\n---\n' })).data,
      );
      await page.choose('Show', 'stance');
    },
    'two hundred cases by sixty items': async (page) => {
      await page.show(largeMatrix(200, 60));
      await page.page.locator('.scroller').evaluate((element) => {
        element.scrollTo(1500, 2000);
      });
      await page.settle();
    },
    'no case': (page) => page.show({ frameworks: [], rows: [] }),
  };

  test.each((Object.keys(THEMES) as Theme[]).flatMap((theme) => Object.keys(shown).map((what) => [theme, what] as const)))(
    'axe finds nothing to complain of in the theme %s, with %s',
    async (theme, what) => {
      const page = await open({ theme });
      await shown[what]!(page);
      expect(await page.violations()).toEqual([]);
    },
  );

  test('a button that is on looks on, whatever the colours of the theme', async () => {
    const page = await openExamples({ theme: 'high contrast light' });
    const button = page.page.getByRole('button', { name: 'Details', exact: true });
    const line = (): Promise<string> => button.evaluate((element) => getComputedStyle(element).boxShadow);
    expect(await line()).not.toBe('none');
    await button.click();
    expect(await line()).toBe('none');
  });

  test.each([320, 520, 1600])('the page itself does not scroll at a width of %d', async (width) => {
    const page = await openExamples({ width });
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.page.locator('.scroller').evaluate((element) => element.clientHeight)).toBeGreaterThan(150);
  });
});
