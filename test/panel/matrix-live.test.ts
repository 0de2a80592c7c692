import { describe, expect, test } from 'vitest';
import type { MatrixRow } from '../../server/src/core/report/matrix/matrix-data.ts';
import { largeMatrix, studyOf, type MatrixTestPage } from './matrix-page.ts';
import { useMatrix } from './use-matrix.ts';

const { open, openExamples, data, rowOf } = useMatrix();
const T1 = 'policy-themes/T1';

/** The row of a case with one of its cells changed. */
function withCell(name: string, key: string, change: Partial<MatrixRow['cells'][string]>): MatrixRow {
  const row = rowOf(name);
  return { ...row, cells: { ...row.cells, [key]: { ...row.cells[key]!, ...change } } };
}

describe('While the author types', () => {
  /** Without `uris`, as the server sends it when cases and frameworks are the same as before. */
  async function change(page: MatrixTestPage, rows: readonly MatrixRow[], uris?: readonly string[]): Promise<void> {
    await page.receive({ type: 'change', change: { frameworks: uris ? data().frameworks : null, rows, uris: uris ?? null } });
  }

  test('focus, selection and scroll position stay, and the selected cell is said when it changes', async () => {
    const page = await openExamples({ height: 500 });
    await (await page.cell('nupo', 'T1')).focus();
    await page.page.locator('.scroller').evaluate((element) => {
      element.scrollTo(60, 40);
    });
    await page.settle();
    await change(page, [withCell('nupo', T1, { status: 'thin' })]);
    expect(await page.focused()).toBe('thin');
    expect(await page.page.locator('.scroller').evaluate((element) => [element.scrollLeft, element.scrollTop])).toEqual([60, 40]);
    expect(await page.page.getByRole('status').innerText()).toBe('nupo, T1: thin');
    await change(page, [withCell('brodersen', T1, { status: 'thin' })]);
    expect(await page.page.getByRole('status').innerText()).toBe('nupo, T1: thin');
    expect((await page.line('brodersen'))[1]).toBe('thin');
  });

  test('the focus goes along when a case moves to another group', async () => {
    const page = await openExamples();
    await page.choose('Show', 'finding');
    await page.choose('Group by', 'P7');
    await (await page.cell('acubiz', 'T1')).focus();
    await change(page, [withCell('acubiz', 'internationalization-capacity/P7', { value: 'balanced' })]);
    expect(await page.page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('.case-name')?.textContent)).toBe('acubiz');
  });

  test('a case that is deleted goes, and the keyboard stays near', async () => {
    const page = await openExamples();
    await (await page.cell('acubiz', 'T1')).focus();
    await change(
      page,
      [],
      data()
        .rows.map((row) => row.uri)
        .filter((uri) => uri !== rowOf('acubiz').uri),
    );
    expect(await page.lines()).not.toContain('acubiz');
    expect(await page.page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('.case-name')?.textContent)).toBe('brodersen');
  });

  test('what was missed is asked for anew', async () => {
    const page = await openExamples();
    await change(page, [], ['file:///study/unknown.md']);
    expect((await page.sent()).at(-1)).toEqual({ type: 'ready' });
  });

  test('everything is as it was after a restart', async () => {
    const page = await openExamples({ height: 500 });
    await page.choose('Show', 'finding');
    await page.choose('Group by', 'P7');
    await (await page.cell('acubiz', 'T2')).focus();
    await page.page.locator('.scroller').evaluate((element) => {
      element.scrollTo(0, 120);
    });
    await page.settle();
    const again = await openExamples({ height: 500, state: await page.state() });
    await again.settle();
    expect(await again.page.getByLabel('Group by').inputValue()).toBe('P7');
    expect(await again.text('.details h2')).toBe('acubiz: T2 Intensity and sustainability of internationalization');
    expect(await again.page.locator('.scroller').evaluate((element) => element.scrollTop)).toBe(120);
  });
});

describe('What is not as it should be', () => {
  const FILES = {
    'a.md': '---\ncase: alfa\nframeworks: [policy-themes]\n---\n\n:T1[Early.]\n',
    'b.md': '---\ncase: beta\nfindings: {T1: {value: gradual\n---\n',
    'c.md': '---\ncase: alfa\nframeworks: [policy-themes]\n---\n',
  };

  test('a broken case says so, in words and with the reason, and leads to the problem', async () => {
    const page = await open();
    const { data: study } = await studyOf(FILES);
    await page.show(study);
    const broken = study.rows[1]!;
    expect(await page.line('beta')).toEqual(['beta broken', broken.broken]);
    await page.page.getByRole('button', { name: '1 case broken' }).click();
    expect(await page.text('.details')).toContain(broken.broken);
    await page.press('ArrowRight', 'Enter');
    expect((await page.sent()).at(-1)).toEqual({ type: 'open', uri: broken.uri, range: broken.brokenAt });
  });

  test('cases of one name go by their paths, with a warning', async () => {
    const page = await open();
    await page.show((await studyOf(FILES)).data);
    await page.page.getByRole('button', { name: '2 cases with a warning' }).click();
    expect(await page.focused()).toMatch(/^a\.md warning: “alfa” is also the name of the case in c\.md/);
    expect(await page.text('.details')).toContain('Warning: “alfa” is also the name of the case in c.md');
  });

  test('a case that does not use a framework says so', async () => {
    const page = await open();
    await page.show((await studyOf({ ...FILES, 'd.md': '---\ncase: delta\nframeworks: [internationalization-capacity]\n---\n' })).data);
    expect((await page.line('delta'))[1]).toBe('framework not used');
  });

  test.each([
    ['there is no case', { frameworks: [], rows: [] }, 'There is no case yet', 'New case from template'],
    ['no case names a framework', 'none', 'There is no framework to compare the cases by', 'alfa'],
  ] as const)('when %s, it says what to do', async (_what, given, title, button) => {
    const page = await open();
    await page.show(given === 'none' ? (await studyOf({ 'a.md': '---\ncase: alfa\n---\n' })).data : given);
    expect(await page.text('.empty h2')).toBe(title);
    await page.page.locator('.empty').getByRole('button', { name: button }).click();
    expect(['newCase', 'open']).toContain((await page.sent()).at(-1)?.type);
  });

  test('when the filter leaves nothing, all can be shown again', async () => {
    const page = await openExamples();
    await page.page.getByLabel('Filter cases').fill('nowhere');
    expect(await page.text('.empty')).toContain('No case has “nowhere”');
    await page.page.getByRole('button', { name: 'Show all cases and items' }).click();
    await page.settle();
    expect(await page.lines()).toHaveLength(data().rows.length);
  });

  test('when no theory is there to compare with, it says so', async () => {
    const page = await open();
    await page.show((await studyOf({ 'a.md': '---\ncase: a\nframeworks: [internationalization-capacity]\n---\n' })).data);
    await page.choose('Show', 'fit');
    expect(await page.text('.empty')).toContain('None of these frameworks says what a theory would expect');
  });

  test('text of a case is never markup', async () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const page = await open();
    const { data: study } = await studyOf({ 'a.md': '---\ncase: alfa\nframeworks: [policy-themes]\nfindings: {T1: {value: gradual, because: So}}\n---\n' });
    const row = study.rows[0]!;
    const cell = { ...row.cells[T1]!, value: hostile, because: hostile, notes: [hostile] };
    await page.show({
      ...study,
      rows: [{ ...row, case: hostile, title: hostile, remarks: [hostile], fields: { [hostile]: hostile }, cells: { ...row.cells, [T1]: cell } }],
    });
    for (const show of ['finding', 'summary']) await page.choose('Show', show);
    await page.choose('Group by', hostile);
    await page.page.locator('tbody .name').first().click();
    expect(await page.page.locator('main :is(img, a, script, iframe)').count()).toBe(0);
  });
});

describe('Two hundred cases by sixty items', () => {
  test('only what is in view is made, wherever one looks', async () => {
    const page = await open();
    await page.show(largeMatrix(200, 60));
    const cells = page.page.locator('[data-line]');
    const most = 700;
    expect(await page.page.getByRole('grid').getAttribute('aria-rowcount')).toBe('203');
    expect(await cells.count()).toBeLessThan(most);
    await (await page.cell('case-1', 'X1')).focus();
    for (const keys of [['Control+End'], ['PageUp', 'PageUp'], ['Control+Home'], ['PageDown', 'End'], ['ArrowLeft', 'ArrowLeft']]) {
      await page.press(...keys);
      expect(await cells.count()).toBeLessThan(most);
      expect(await page.page.evaluate(isInView)).toBe(true);
    }
    for (const [left, top] of [
      [2500, 3000],
      [99_999, 99_999],
      [0, 2000],
    ]) {
      await page.page.locator('.scroller').evaluate(
        (element, to) => {
          element.scrollTo(to[0]!, to[1]!);
        },
        [left, top],
      );
      await page.settle();
      expect(await cells.count()).toBeLessThan(most);
      expect(await page.page.evaluate(hasNoHoles)).toBe(true);
    }
  });

  test('the focus is kept while its cell is out of view', async () => {
    const page = await open();
    await page.show(largeMatrix(200, 60));
    await (await page.cell('case-2', 'X2')).focus();
    await page.page.locator('.scroller').evaluate((element) => {
      element.scrollTo(3000, 4000);
    });
    await page.settle();
    await page.press('ArrowDown');
    expect(await page.page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('.case-name')?.textContent)).toBe('case-3');
    expect(await page.page.evaluate(isInView)).toBe(true);
  });
});

describe('In VS Code', () => {
  test('the keyboard is on the table when the matrix opens, and again when its tab is chosen', async () => {
    const page = await openExamples();
    expect(await page.page.evaluate(isOnCell)).toBe(true);
    await page.page.evaluate(() => {
      (document.activeElement as HTMLElement).blur(); // as VS Code does when another tab is chosen
      window.dispatchEvent(new Event('focus'));
    });
    expect(await page.page.evaluate(isOnCell)).toBe(true);
  });

  test('the keyboard stays on a filter when the window is chosen again', async () => {
    const page = await openExamples();
    await page.page.getByLabel('Filter cases').focus();
    await page.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    expect(await page.page.evaluate(() => document.activeElement?.id)).toBe('filter-cases');
  });

  test('the selected cell stays in view when a text is opened beside the matrix', async () => {
    const page = await openExamples();
    await page.choose('Show', 'finding');
    await (await page.cell('nupo', 'T4')).click();
    await page.page.setViewportSize({ width: 560, height: 800 });
    await page.settle();
    expect(await page.page.evaluate(isInView)).toBe(true);
  });

  test('of a cell wider than the view, the beginning is in view', async () => {
    const page = await openExamples({ width: 420 });
    await page.choose('Show', 'summary');
    await page.press('ArrowRight');
    const [cell, name] = [await (await page.cell('acoplastic', 'T2')).boundingBox(), await (await page.cell('acoplastic', 'Case')).boundingBox()];
    expect(cell!.x).toBeCloseTo(name!.x + name!.width, 0);
  });

  test('a cell that was scrolled out of view stays out of view then', async () => {
    const page = await openExamples();
    await page.choose('Show', 'finding');
    await (await page.cell('nupo', 'T1')).click();
    const scroller = page.page.locator('.scroller');
    await scroller.evaluate((element) => {
      element.scrollTo(900, 0);
    });
    await page.settle();
    await page.page.setViewportSize({ width: 800, height: 800 });
    await page.settle();
    expect(await scroller.evaluate((element) => element.scrollLeft)).toBe(900);
  });

  test.each([420, 700])('in a window that is low and %d wide, cases can be seen and reached', async (width) => {
    const page = await openExamples({ width, height: 300 });
    await page.press('ArrowDown', 'ArrowDown');
    const [cell, heads] = [await (await page.cell('brodersen', 'T1')).boundingBox(), await page.head('T1').boundingBox()];
    expect(cell!.y).toBeGreaterThanOrEqual(heads!.y + heads!.height - 1);
    expect(cell!.y + cell!.height).toBeLessThanOrEqual(300);
  });

  test('no name of a theory is cut off below its id', async () => {
    const page = await openExamples();
    await page.choose('Show', 'fit');
    const isWhole = (label: Element): boolean => label.getBoundingClientRect().bottom <= label.parentElement!.getBoundingClientRect().bottom;
    for (const label of await page.page.locator('.head-inner .label').all()) expect(await label.evaluate(isWhole)).toBe(true);
  });
});

/** Runs in the page: whether the keyboard is on a cell of the table. */
function isOnCell(): boolean {
  return document.activeElement?.matches('[data-line]') === true;
}

/** Runs in the page: whether the cell with the focus is wholly between what is sticky. */
function isInView(): boolean {
  const cell = document.activeElement?.getBoundingClientRect();
  const scroller = document.querySelector('.scroller')?.getBoundingClientRect();
  const [head, foot] = [document.querySelector('thead')?.getBoundingClientRect(), document.querySelector('tfoot')?.getBoundingClientRect()];
  if (!cell || !scroller || !head || !foot) return false;
  const isHeadOrFoot = document.activeElement?.closest('thead, tfoot') !== null;
  const total = document.activeElement?.matches('.cell') ? document.querySelector('thead td.total')?.getBoundingClientRect() : undefined;
  const isWithin = cell.left >= scroller.left - 1 && cell.right <= (total?.left ?? scroller.right) + 1;
  return isWithin && (isHeadOrFoot || (cell.top >= scroller.top && cell.bottom <= scroller.bottom));
}

/** Runs in the page: whether a cell stands at every point of the table that is seen. */
function hasNoHoles(): boolean {
  const box = document.querySelector('.scroller')!.getBoundingClientRect();
  for (let x = box.left + 5; x < box.right - 20; x += 40)
    for (let y = box.top + 5; y < box.bottom - 20; y += 20) if (!document.elementFromPoint(x, y)?.closest('td:not(.room), th')) return false;
  return true;
}
