import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOURCE_KINDS, STANCES, STATUSES, VERDICTS } from '../../server/src/core/model/vocabulary.ts';
import { SEVERITIES } from '../../server/src/core/config/config-schema.ts';
import { examples, MatrixTestPage } from './matrix-page.ts';
import { PanelPage, summaryOfExample } from './panel-page.ts';
import { startBrowser, type WebPage } from './web-page.ts';

/** What somebody could write into any field of a case, a framework or a configuration. */
const ATTACKS: Readonly<Record<string, string>> = {
  'markup that runs a script': '<img src=x onerror="window.broken=1"><svg/onload=window.broken=1><script>window.broken=1</script>',
  'markup that leaves an attribute': '" onmouseover="window.broken=1" autofocus onfocus="window.broken=1" x="\'><script>window.broken=1</script>',
  'links that run something': '[x](command:workbench.action.quit) javascript:window.broken=1 data:text/html,<script>window.broken=1</script>',
  'templates and names of every object': '${window.broken=1} {{constructor.constructor("window.broken=1")()}} __proto__ constructor',
  'characters that turn the direction of writing': 'abc\u202Edef\u2066ghi\u0007\u001B[31m\u0000',
};
const TURNS = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u001B]/;

/** Words that the server chooses itself, and that no study can change. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  ...STATUSES,
  ...VERDICTS,
  ...STANCES,
  ...SOURCE_KINDS,
  ...SEVERITIES,
  ...['text', 'paragraph', 'section', 'heading', 'container', 'agrees', 'contradicts', 'silent'],
]);

/** A view model with an attack in every field that holds text, also where there was none; equal texts stay equal, so that what belongs together does. */
function attacked<Model>(model: Model, attack: string): Model {
  const known = new Map<string, string>();
  const replace = (text: string): string => {
    if (OWN_WORDS.has(text)) return text;
    if (!known.has(text)) known.set(text, `${attack} ${known.size}`);
    return known.get(text) ?? '';
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return replace(value);
    if (value === null) return /(?:At|range|finding|kind|verdict|broken)$/.test(key) ? null : attack;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((entry) => walk(entry, key));
    // Names of the model stay; names that come from a study are in records of fields, of theories and of cells.
    const isNamedByStudy = key === 'fields' || key === 'predictions';
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const cell = /^([^/]+)\/([^/]+)$/.exec(name);
        const own = isNamedByStudy ? replace(name) : cell && key === 'cells' ? `${replace(cell[1] ?? '')}/${replace(cell[2] ?? '')}` : name;
        return [own, walk(inner, name)];
      }),
    );
  };
  return walk(model, '') as Model;
}

/** Checks that what a page shows is made of the elements that pages are made of, and that nothing of the attack acts. */
async function checkHarmless(tab: WebPage<unknown>, allowed: ReadonlySet<string>, attack: string): Promise<void> {
  const found = await tab.page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return {
      tags: [...new Set(all.map((element) => element.tagName.toLowerCase()))],
      attributes: all.flatMap((element) =>
        element
          .getAttributeNames()
          .filter((name) => /^on|^(?:href|src|srcset|action|formaction|srcdoc|xlink:href)$/.test(name))
          .map((name) => `${element.tagName} ${name}=${element.getAttribute(name)}`),
      ),
      broken: 'broken' in window,
      text: document.body.innerText,
    };
  });
  expect(found.tags.filter((tag) => !allowed.has(tag))).toEqual([]);
  expect(found.attributes.filter((attribute) => !/^(?:SCRIPT src|LINK href)=http:\/\/panel\.test\//.test(attribute))).toEqual([]);
  expect(found.broken).toBe(false);
  expect(found.text).toContain(attack.slice(0, 3));
  expect(found.text).not.toMatch(TURNS);
  expect(tab.complaints).toEqual([]);
}

const tagsOf = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('*')].map((element) => element.tagName.toLowerCase()));

/** Clicks whatever can be clicked. */
async function clickEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('main button')) button.click();
  });
}

/** Checks the matrix as it is, and whatever it shows, with the details of cells open. */
async function useEverything(matrix: MatrixTestPage, check: () => Promise<void>): Promise<void> {
  await check();
  for (const show of ['status', 'finding', 'stance', 'words', 'summary', 'fit']) {
    await matrix.page.evaluate((value) => {
      for (const select of document.querySelectorAll('select')) {
        if (![...select.options].some((option) => option.value === value)) continue;
        select.value = value;
        select.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, show);
    await matrix.settle();
    for (const cell of [1, 2, 9]) {
      await matrix.page.evaluate((index) => document.querySelectorAll<HTMLElement>('tbody [data-column]')[index]?.click(), cell);
      await matrix.settle();
    }
    await check();
  }
}

let browser: BrowserContext;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe('with an attack in every field, no script runs, no request leaves, and no element appears that was not there before', () => {
  test.each(Object.entries(ATTACKS))('the summary panel: %s', async (_, attack) => {
    const summary = await summaryOfExample('brodersen');
    const panel = await PanelPage.open(browser);
    await panel.showCase(summary);
    await clickEverything(panel.page);
    const usual = new Set(await tagsOf(panel.page));
    await panel.showCase(attacked({ ...summary, unusableFrameworks: ['x'] }, attack));
    await checkHarmless(panel, usual, attack);
    await clickEverything(panel.page);
    await checkHarmless(panel, usual, attack);
    await panel.page.close();
  });

  describe('the matrix', () => {
    let study: Awaited<ReturnType<typeof examples>>;
    /** The elements that it is made of with the examples, whatever it shows and whatever is clicked. */
    const usual = new Set<string>();

    beforeAll(async () => {
      study = await examples();
      const matrix = await MatrixTestPage.open(browser);
      await fill(matrix, (model) => model);
      await useEverything(matrix, async () => {
        for (const tag of await tagsOf(matrix.page)) usual.add(tag);
      });
      await matrix.page.close();
    });

    async function fill(matrix: MatrixTestPage, change: <Model>(model: Model) => Model): Promise<void> {
      await matrix.show(change(study.data));
      for (const summary of study.summaries.values()) await matrix.summarize(change(summary));
    }

    test.each(Object.entries(ATTACKS))('%s', async (_, attack) => {
      const matrix = await MatrixTestPage.open(browser);
      await fill(matrix, (model) => model);
      await fill(matrix, (model) => attacked(model, attack));
      await useEverything(matrix, () => checkHarmless(matrix, usual, attack));
      await matrix.page.close();
    });
  });
});
