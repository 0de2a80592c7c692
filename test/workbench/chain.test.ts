import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quotedStudy } from '../support/quoted-case.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';
import { Desk } from './desk.ts';

const wait = { timeout: 15_000 };
const PACK = 'internationalization-capacity.yaml';
const STUDY = quotedStudy();
/** What can be shown, by the names of the tabs. */
const TEXTS = { ...STUDY, [PACK]: readFileSync(path.join(PROJECT_ROOT, 'frameworks', PACK), 'utf8') };
type FileName = keyof typeof TEXTS;

describe('an author who walks the chain of evidence, at the keyboard', () => {
  let desk: Desk;

  /** Puts the cursor behind the first character of a text that a file holds once. */
  async function goTo(name: FileName, text: string): Promise<void> {
    const before = TEXTS[name].slice(0, TEXTS[name].indexOf(text)).split('\n');
    await desk.driver.open(name);
    await desk.driver.goto(before.length, (before.at(-1)?.length ?? 0) + 2);
  }

  /** Goes to the definition, in another file. */
  async function followTo(name: FileName): Promise<void> {
    await desk.press('F12');
    const group = desk.page.locator('.editor-group-container.active');
    await group.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await group.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Asks what leads to the cursor. @returns the files in which something does */
  async function waysBack(): Promise<string[]> {
    await desk.press('Shift+F12');
    const rows = desk.page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
    await rows.first().waitFor();
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    await desk.press('Escape');
    return [...new Set(labels.map((label) => / in (\S+?),? (?:full path|on line)/.exec(label)?.[1] ?? label))];
  }

  /** The line of the cursor, from 1, and the text in it. */
  async function place(name: FileName): Promise<string> {
    const line = Number(/Ln (\d+)/.exec(await desk.cursor())?.[1]);
    return TEXTS[name].split('\n')[line - 1] ?? '';
  }

  beforeAll(async () => {
    desk = await Desk.open(STUDY);
    await desk.openCase('brodersen.md');
  });
  afterEach((context) => desk.photographFailure(context));
  afterAll(() => desk.close());

  it('goes from a mark to the item it is about, and from there to the marks of all cases', async () => {
    await goTo('brodersen.md', 'P4[He was');
    await followTo(PACK);
    await expect.poll(() => place(PACK), wait).toBe('  - id: P4');
    expect(await waysBack()).toEqual([PACK, 'brodersen.md', 'chile.md']);
  });

  it('goes from a citation to its source in the case, and back', async () => {
    await goTo('brodersen.md', 'int-ceo], which');
    await desk.press('F12');
    await expect.poll(() => place('brodersen.md'), wait).toContain('{id: int-ceo, kind: interview');
    expect(await waysBack()).toEqual(['brodersen.md']);
  });

  it('goes from a citation to the bibliography, and from anywhere in the entry to the citations of all cases', async () => {
    await goTo('brodersen.md', 'yin2018].]');
    await followTo('references.bib');
    await expect.poll(() => place('references.bib'), wait).toBe('@book{yin2018,');
    await goTo('references.bib', 'Case Study');
    expect(await waysBack()).toEqual(['brodersen.md', 'chile.md', 'references.bib']);
  });

  it('goes from a quotation to where it was said, and from there to those who quote it', async () => {
    await goTo('brodersen.md', 'no doubt that');
    await followTo('int-ceo.txt');
    await expect.poll(() => place('int-ceo.txt'), wait).toContain('There is no');
    await goTo('int-ceo.txt', 'local presence');
    expect(await waysBack()).toEqual(['brodersen.md', 'chile.md']);
  });

  it('is told where a quotation differs from what was said, and quotes that with one key', async () => {
    await goTo('brodersen.md', 'second names');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringContaining('quote/altered'));
    expect(await desk.page.locator('.editor-instance .squiggly-warning').count()).toBeGreaterThan(0);
    await goTo('brodersen.md', 'second names');
    const fixes = await desk.quickFixes();
    expect(fixes[0]).toBe('Quote what was said');
    await desk.press('Enter');
    await expect.poll(async () => (await desk.lines()).join(), wait).toContain('“he knew the customers by their first names”');
    await expect.poll(() => desk.problems(), wait).not.toContainEqual(expect.stringContaining('quote/altered'));
  });

  it('reads the reference by resting the mouse on a citation, and finds a source by words of its title', async () => {
    await goTo('brodersen.md', 'yin2018].]');
    await desk.driver.hover('yin2018');
    await expect
      .poll(() => desk.page.locator('.monaco-hover:visible').allInnerTexts(), wait)
      .toContainEqual(expect.stringMatching(/Yin[\s\S]*Case Study Research and Applications/));
    await desk.press('Escape', 'End');
    await desk.type(' [@applications');
    await expect.poll(() => desk.offers(), wait).toEqual([expect.stringMatching(/^yin2018/)]);
    await desk.press('Enter');
    await expect.poll(async () => (await desk.lines()).join(), wait).toContain(']{supports} [@yin2018');
  });
});
