import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fitText } from '../../server/src/core/report/matrix/cell-text.ts';
import type { CaseSummary, ItemSummary } from '../../server/src/core/report/summary-view.ts';
import { PanelPage, summaryOfExample, summaryOfText } from './panel-page.ts';
import { THEMES, type Theme } from './themes.ts';
import { startBrowser } from './web-page.ts';

let browser: BrowserContext;
let brodersen: CaseSummary;
const opened: PanelPage[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  brodersen = await summaryOfExample('brodersen');
});

afterEach(async () => {
  const panels = opened.splice(0);
  for (const panel of panels) await panel.page.close();
  expect(panels.flatMap((panel) => panel.complaints)).toEqual([]);
});

afterAll(async () => {
  await browser.close();
});

async function open(options: Parameters<typeof PanelPage.open>[1] = {}): Promise<PanelPage> {
  const panel = await PanelPage.open(browser, options);
  opened.push(panel);
  return panel;
}

async function openBrodersen(options: Parameters<typeof PanelPage.open>[1] = {}): Promise<PanelPage> {
  const panel = await open(options);
  await panel.showCase(brodersen);
  return panel;
}

function itemOf(summary: CaseSummary, id: string): ItemSummary {
  return summary.frameworks.flatMap((framework) => framework.items).find((item) => item.id === id)!;
}

/** The summary with one item changed. */
function withItem(summary: CaseSummary, id: string, change: Partial<ItemSummary>): CaseSummary {
  const frameworks = summary.frameworks.map((framework) => ({
    ...framework,
    items: framework.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  }));
  return { ...summary, frameworks };
}

describe('What it shows', () => {
  test('title, case, and for each framework where each item stands', async () => {
    const panel = await openBrodersen();
    expect(await panel.text('h1')).toBe('Brodersen Controls A/S');
    expect(await panel.text('header p')).toContain('case brodersen');
    for (const framework of brodersen.frameworks) {
      const region = panel.page.getByRole('region', { name: framework.title });
      expect(await region.getByRole('img').getAttribute('aria-label')).toMatch(/^7 items: \d/);
      for (const item of framework.items) expect(await region.getByRole('button', { name: new RegExp(`^${item.id} ${escape(item.label)} `) }).count()).toBe(1);
    }
  });

  test('the details of an item, down to the text', async () => {
    const panel = await openBrodersen();
    const item = itemOf(brodersen, 'P3');
    await panel.page.getByRole('button', { name: /^P3 / }).click();
    const details = await panel.text('#item-P3-details');
    for (const part of [item.why, item.statement, ...item.questions, ...item.sources.map((source) => source.id), item.finding!.because!])
      expect(details).toContain(part);
  });

  test('what to do when no case is open', async () => {
    const panel = await open();
    await panel.show({ kind: 'no-case' });
    await panel.page.getByRole('button', { name: 'New case from template' }).click();
    expect(await panel.sent()).toEqual([{ type: 'ready' }, { type: 'newCase' }]);
  });

  test('the way to the matrix of all cases', async () => {
    const panel = await openBrodersen();
    await panel.page.getByRole('button', { name: 'Compare all cases' }).click();
    expect((await panel.sent()).at(-1)).toEqual({ type: 'openMatrix' });
  });

  test('what to do when a case names no framework', async () => {
    const panel = await open();
    await panel.showCase({ ...brodersen, frameworks: [], next: [], unusableFrameworks: [] });
    expect(await panel.text()).toContain('No framework yet');
  });

  test('which frameworks cannot be used', async () => {
    const panel = await open();
    await panel.showCase(await summaryOfText('---\ncase: a\nframeworks: [policy-temes]\n---\n'));
    expect(await panel.text()).toContain('“policy-temes” cannot be used');
    expect(await panel.text()).not.toContain('No framework yet');
  });

  test('nothing of a message it does not know', async () => {
    const panel = await openBrodersen();
    const before = await panel.text();
    for (const message of [null, 'show', { type: 'show' }, { type: 'show', content: { kind: 'case', summary: {} } }, { type: 'eval', code: '1' }])
      await panel.receive(message);
    expect(await panel.text()).toBe(before);
  });
});

describe('Clicks', () => {
  test('on a next step go to its place', async () => {
    const panel = await openBrodersen();
    const next = brodersen.next[0]!;
    await panel.page.getByRole('region', { name: 'What to do next' }).getByRole('button').first().click();
    expect((await panel.sent()).at(-1)).toEqual({ type: 'open', uri: brodersen.uri, range: next.range });
  });

  test('on marks, sources, citations and the finding go to their places', async () => {
    const panel = await openBrodersen();
    const item = itemOf(brodersen, 'P3');
    await panel.page.getByRole('button', { name: /^P3 / }).click();
    const source = item.sources[0]!;
    const expected = [
      ['.why button', item.range],
      ['.part-marks button', item.marks[0]!.range],
      ['.part-sources button', source.declaredAt],
      ['.part-sources .citations button', source.citedAt[0]],
      ['.part-finding button', item.finding!.range],
    ] as const;
    for (const [selector, range] of expected) {
      await panel.page.locator(`#item-P3-details ${selector}`).first().click();
      expect((await panel.sent()).at(-1)).toEqual({ type: 'open', uri: brodersen.uri, range });
    }
  });
});

test('The author’s own note on a mark stands behind the text that it is about', async () => {
  const panel = await open();
  const [mark] = itemOf(brodersen, 'P3').marks;
  await panel.showCase(withItem(brodersen, 'P3', { marks: [{ ...mark!, note: 'Early hire, see memo 3' }] }));
  await panel.receive({ type: 'reveal', item: 'P3' });
  expect(await panel.text('#item-P3-details .part-marks li')).toMatch(/ Note: Early hire, see memo 3$/);
});

describe('Whether a finding was confirmed', () => {
  /** The details of P3, whose finding was confirmed, or not. */
  async function openFinding(state: 'none' | 'confirmed' | 'suspect', words: string): Promise<PanelPage> {
    const panel = await open();
    await panel.showCase(withItem(brodersen, 'P3', { confirmation: { state, words } }));
    await panel.receive({ type: 'reveal', item: 'P3' });
    return panel;
  }

  test('is said in words, and it can be confirmed from the keyboard', async () => {
    const panel = await openFinding('suspect', 'Suspect: since it was confirmed, “Danish embassies” is new or reads differently.');
    expect(await panel.text('#item-P3-details .part-finding')).toContain('Suspect: since it was confirmed, “Danish embassies”');
    expect(
      await panel.page
        .locator('.item', { has: panel.page.locator('#item-P3') })
        .locator('.facts')
        .innerText(),
    ).toMatch(/finding: .*, suspect/);
    await panel.page.locator('#item-P3-details .part-finding button').first().focus();
    await panel.page.keyboard.press('Tab');
    expect(await panel.focused()).toBe('Confirm the finding on P3');
    await panel.page.keyboard.press('Enter');
    expect((await panel.sent()).at(-1)).toEqual({ type: 'confirm', uri: brodersen.uri, item: 'P3' });
  });

  test('is asked once: what is confirmed needs nothing, and a screen reader hears that it is', async () => {
    const panel = await openFinding('none', 'Not confirmed yet.');
    const button = panel.page.getByRole('button', { name: 'Confirm the finding on P3' });
    await button.focus();
    await panel.showCase(withItem(brodersen, 'P3', { confirmation: { state: 'confirmed', words: 'Confirmed on the text as it is now.' } }));
    expect(await button.count()).toBe(0);
    expect(await panel.page.getByRole('status').innerText()).toBe('the finding on P3 is now confirmed');
    expect(await panel.focused()).toBe('Confirmed on the text as it is now.');
    await panel.page.keyboard.press('Tab');
    expect(await panel.focused()).toMatch(/^P4 /);
  });
});

describe('Which theory fits', () => {
  test('is counted for each theory, and opens to every item with what it expects and what the case finds', async () => {
    const panel = await openBrodersen();
    const themes = brodersen.frameworks[0]!;
    const { label, fit } = themes.fit[0]!;
    const button = panel.page.getByRole('button', { name: new RegExp(`^${escape(label)} `) });
    expect(await button.textContent()).toBe(`${label} ${fitText(fit)}`);
    await button.click();
    const details = panel.page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
    expect(await details.getByRole('listitem').count()).toBe(themes.items.length);
    for (const { outcome, because } of fit.items) expect(await details.innerText()).toContain(`${outcome}: ${because}`);

    const found = itemOf(brodersen, fit.items.find(({ outcome }) => outcome !== 'silent')!.item);
    await details.getByRole('button', { name: `${found.id} ${found.label}` }).click();
    expect((await panel.sent()).at(-1)).toEqual({ type: 'open', uri: brodersen.uri, range: found.finding!.range });
  });

  test('is not asked where a framework has no theories', async () => {
    const panel = await openBrodersen();
    const regions = panel.page.getByRole('region').filter({ hasText: 'Which theory fits' });
    expect(await regions.count()).toBe(brodersen.frameworks.filter((framework) => framework.fit.length > 0).length);
  });
});

describe('By keyboard', () => {
  test('everything is reached in reading order', async () => {
    const panel = await openBrodersen();
    const seen: string[] = [];
    const stops = [
      'Compare all cases',
      ...brodersen.next.map((step) => step.message.replace(/\s+/g, ' ')),
      ...brodersen.frameworks.flatMap(({ items, fit }) => [...items.map((item) => `${item.id} ${item.label}`), ...fit.map(({ label }) => label)]),
    ];
    for (const stop of stops) {
      await panel.page.keyboard.press('Tab');
      seen.push((await panel.focused()).slice(0, stop.length));
    }
    expect(seen).toEqual(stops);
  });

  test.each(['Enter', 'Space'])('%s opens and closes the details, and Tab goes into them', async (key) => {
    const panel = await openBrodersen();
    const button = panel.page.getByRole('button', { name: /^T3 / });
    await button.focus();
    await panel.page.keyboard.press(key);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await panel.focused()).toMatch(/^T3 /);
    await panel.page.keyboard.press('Tab');
    expect(await panel.focused()).toBe('Go to the text');
    await panel.page.keyboard.press('Shift+Tab');
    await panel.page.keyboard.press(key);
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  test('what has the focus can be seen', async () => {
    const panel = await openBrodersen();
    const outline = (selector: string, pseudo?: string): Promise<string> =>
      panel.page
        .locator(selector)
        .first()
        .evaluate((element, part) => getComputedStyle(element, part).outlineStyle, pseudo);
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Tab');
    expect(await outline(':focus')).toBe('solid');
    await panel.page.locator('.toggle').first().focus();
    expect(await outline('.toggle', '::after')).toBe('solid');
  });
});

describe('While the author types', () => {
  test('focus, open details and scroll position stay', async () => {
    const panel = await openBrodersen();
    await panel.page.getByRole('button', { name: /^P6 / }).click();
    await panel.page.locator('#item-P6-details .why button').focus();
    await panel.page.evaluate(() => {
      window.scrollTo(0, 300);
    });
    await panel.showCase(withItem({ ...brodersen, words: 1 }, 'P6', { words: 5000, why: 'It is longer now.' }));
    expect(await panel.text('#item-P6-details')).toContain('It is longer now.');
    expect(await panel.focused()).toBe('Go to the text');
    expect(await panel.page.evaluate(() => window.scrollY)).toBe(300);
  });

  test('when what had the focus is gone, the keyboard goes on from where it was', async () => {
    const panel = await openBrodersen();
    await panel.page.getByRole('region', { name: 'What to do next' }).getByRole('button').first().focus();
    await panel.showCase({ ...brodersen, next: [] });
    await panel.page.keyboard.press('Tab');
    expect(await panel.focused()).toMatch(/^T1 /);
  });

  test('a screen reader hears which statuses changed, and no more', async () => {
    const panel = await openBrodersen();
    const said = (): Promise<string> => panel.page.getByRole('status').innerText();
    expect(await said()).toBe('');
    await panel.showCase(withItem(brodersen, 'P3', { status: 'thin' }));
    expect(await said()).toBe('P3 is now thin');
    await panel.showCase(withItem({ ...brodersen, words: 7 }, 'P3', { status: 'thin' }));
    expect(await said()).toBe('');
  });

  test('another case is shown from its top', async () => {
    const panel = await openBrodersen();
    await panel.page.evaluate(() => {
      window.scrollTo(0, 300);
    });
    await panel.showCase({ ...(await summaryOfExample('nupo')), uri: 'file:///study/nupo.md' });
    expect(await panel.text('h1')).toContain('Nupo');
    expect(await panel.page.evaluate(() => window.scrollY)).toBe(0);
  });

  test('an item that is asked for is opened and has the focus', async () => {
    const panel = await openBrodersen();
    await panel.receive({ type: 'reveal', item: 'P5' });
    expect(await panel.focused()).toMatch(/^P5 /);
    expect(await panel.text('#item-P5-details')).toContain(itemOf(brodersen, 'P5').statement);
  });

  test('what was open is open again after a restart', async () => {
    const panel = await openBrodersen();
    await panel.page.getByRole('button', { name: /^P2 / }).click();
    const again = await openBrodersen({ state: await panel.state() });
    expect(await again.page.getByRole('button', { name: /^P2 / }).getAttribute('aria-expanded')).toBe('true');
    expect(await again.page.getByRole('button', { name: /^P1 / }).getAttribute('aria-expanded')).toBe('false');
  });
});

describe('Safety', () => {
  const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">“x”</a>';

  test('text of a case is never markup', async () => {
    const panel = await open();
    const item = itemOf(brodersen, 'P3');
    const hostile = withItem({ ...brodersen, title: HOSTILE, case: HOSTILE, unusableFrameworks: [HOSTILE] }, 'P3', {
      label: HOSTILE,
      statement: HOSTILE,
      why: HOSTILE,
      marks: item.marks.map((mark) => ({ ...mark, excerpt: HOSTILE })),
      sources: item.sources.map((source) => ({ ...source, id: HOSTILE, title: HOSTILE })),
      finding: { ...item.finding!, because: HOSTILE, value: HOSTILE },
    });
    await panel.showCase({ ...hostile, next: brodersen.next.map((step) => ({ ...step, message: HOSTILE })) });
    await panel.page.getByRole('button', { name: /^P3 / }).click();
    expect(await panel.text('h1')).toBe(HOSTILE);
    expect(await panel.page.locator('main :is(img, a, script, iframe)').count()).toBe(0);
  });

  test('the policy lets nothing in from outside', async () => {
    const panel = await openBrodersen();
    await panel.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      const image = document.createElement('img');
      image.src = 'http://elsewhere.test/x.png';
      const style = document.createElement('style');
      style.textContent = 'main { display: none }';
      document.body.append(script, image, style);
      await fetch('http://elsewhere.test/').catch(() => undefined);
    });
    const stopped = ['inline script', 'Loading the image', 'inline style', 'Connecting to'];
    await expect.poll(() => stopped.filter((what) => panel.complaints.some((complaint) => complaint.includes(what)))).toEqual(stopped);
    expect(panel.complaints.filter((complaint) => !complaint.includes('Content Security Policy'))).toEqual([]);
    panel.complaints.length = 0; // this once, they are what was wanted
  });
});

describe('For every reader', () => {
  const shown: Readonly<Record<string, (panel: PanelPage) => Promise<void>>> = {
    'a case with open details': async (panel) => {
      const gap = withItem(withItem(brodersen, 'T2', { status: 'missing', marks: [], sources: [], finding: null, confirmation: null }), 'T5', {
        status: 'triangulated',
      });
      await panel.showCase(
        withItem(gap, 'P3', { confirmation: { state: 'suspect', words: 'Suspect: since it was confirmed, “embassies” is new or reads differently.' } }),
      );
      for (const id of ['T1', 'T2', 'P3']) await panel.receive({ type: 'reveal', item: id });
      await panel.page.getByRole('button', { name: /^Stage theory / }).click();
    },
    'no case': (panel) => panel.show({ kind: 'no-case' }),
  };

  test.each((Object.keys(THEMES) as Theme[]).flatMap((theme) => Object.keys(shown).map((what) => [theme, what] as const)))(
    'axe finds nothing to complain of in the theme %s, with %s',
    async (theme, what) => {
      const panel = await open({ theme });
      await shown[what]!(panel);
      expect(await panel.violations()).toEqual([]);
    },
  );

  test.each([300, 320, 1400])('nothing is cut off at a width of %d', async (width) => {
    const panel = await openBrodersen({ width });
    await panel.receive({ type: 'reveal', item: 'P3' });
    expect(await panel.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('nothing is cut off at twice the size', async () => {
    const panel = await openBrodersen({ width: 640 });
    await panel.page.evaluate(() => {
      document.documentElement.style.setProperty('zoom', '2');
    });
    await panel.receive({ type: 'reveal', item: 'P3' });
    expect(await panel.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  test('nothing moves for those who want no motion', async () => {
    const panel = await openBrodersen();
    const durations = (): Promise<string[]> =>
      panel.page.locator('.twistie, .part').evaluateAll((list) => list.map((one) => getComputedStyle(one).transitionDuration));
    expect(await durations()).not.toContain('0s');
    await panel.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(new Set(await durations())).toEqual(new Set(['0s']));
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
