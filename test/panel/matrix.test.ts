import { describe, expect, test } from 'vitest';
import { USUAL_OPTIONS } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { studyOf } from './matrix-page.ts';
import { useMatrix } from './use-matrix.ts';

const { open, openExamples, data, rowOf, summaryOf } = useMatrix();
const T1 = 'policy-themes/T1';

describe('The table', () => {
  test('has a row for each case and a column for each item, in words', async () => {
    const page = await openExamples();
    expect(await page.text('h1')).toBe(`${data().rows.length} cases by 14 items`);
    const grid = page.page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(data().rows.length + 3));
    expect(await grid.getAttribute('aria-colcount')).toBe('16');
    expect((await page.line('nupo')).slice(0, 7)).toEqual(['nupo', 'triangulated', 'triangulated', 'triangulated', 'thin', 'triangulated', 'addressed']);
    expect(await (await page.cell('nupo', 'Total')).getAttribute('aria-colindex')).toBe('16');
  });

  test('shows findings grouped by one of them, with the number of cases of each', async () => {
    const page = await openExamples({ height: 2000 });
    await page.choose('Show', 'finding');
    await page.choose('Group by', 'P7');
    const lines = await page.lines();
    const groups = lines.filter((line) => line.includes('P7 ·'));
    expect(groups[0]).toBe('network-led P7 · 5 cases');
    expect(lines.indexOf('acubiz')).toBeLessThan(lines.indexOf('nupo'));
    expect((await page.line('nupo'))[1]).toBe('gradual , not supported');
  });

  test('shows which theory fits, with what it counts', async () => {
    const page = await openExamples();
    await page.choose('Show', 'fit');
    expect((await page.line('nupo'))[1]).toMatch(/^\d agrees? , \d contradicts? , \d silent$/);
    await (await page.cell('nupo', 'stage')).click();
    const details = await page.text('.details');
    expect(details).toContain('T1 Timing of internationalization agrees: expects gradual, and so finds the case');
    expect(details).toMatch(/silent: /);
    await page.page.getByRole('complementary').getByRole('button', { name: 'T1 Timing of internationalization' }).click();
    const nupo = rowOf('nupo');
    expect((await page.sent()).at(-1)).toEqual({ type: 'open', uri: nupo.uri, range: nupo.cells[T1]!.findingAt });
  });

  test('shows the author’s own summaries, words and stances', async () => {
    const page = await openExamples();
    await page.choose('Show', 'summary');
    expect((await page.line('nupo'))[1]).toBe(rowOf('nupo').cells[T1]!.because);
    await page.choose('Show', 'words');
    expect((await page.line('nupo'))[1]).toBe(String(rowOf('nupo').cells[T1]!.words));
    await page.choose('Show', 'stance');
    expect((await page.line('nupo'))[1]).toMatch(/contradicts/);
  });

  test('is sorted by its heads: up, down, and as before', async () => {
    const page = await openExamples();
    const paths = await page.lines();
    const head = page.head('T1');
    await head.click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = await page.lines();
    await head.click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await page.lines()).not.toEqual(up);
    await head.click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await page.lines()).toEqual(paths);
  });

  test('is sorted by how many findings agree with a theory', async () => {
    const page = await openExamples();
    await page.choose('Show', 'fit');
    await page.head('learning').click();
    await page.head('learning').click();
    expect(await page.page.getByRole('status').innerText()).toMatch(/sorted by learning, descending$/);
    expect((await page.lines())[0]).toBe('xstream');
  });

  test('shows only the frameworks, cases and items asked for, until all are asked for again', async () => {
    const page = await openExamples();
    await page.page.getByRole('button', { name: 'All frameworks' }).click();
    await page.page.getByLabel('Seven themes for SME internationalization policy').click();
    expect(await page.text('h1')).toBe(`${data().rows.length} cases by 7 items`);
    await page.page.keyboard.press('Escape');
    expect(await page.focused()).toMatch(/^1 of 2 frameworks/);
    await page.page.getByLabel('Filter cases').fill('nupo');
    await page.page.getByLabel('Filter items').fill('network');
    expect(await page.text('h1')).toBe(`1 of ${data().rows.length} cases by 2 items`);
    expect(await page.page.getByRole('status').innerText()).toBe(`1 of ${data().rows.length} cases by 2 items`);
    await page.page.getByRole('button', { name: 'Reset' }).click();
    expect(await page.text('h1')).toBe(`${data().rows.length} cases by 14 items`);
  });
});

describe('The details', () => {
  test('of a cell: status with its arithmetic, the finding with what it means, and every mark on the way to the text', async () => {
    const page = await openExamples();
    const nupo = summaryOf('nupo');
    const item = nupo.frameworks[0]!.items[0]!;
    await (await page.cell('nupo', 'T1')).focus();
    expect(await page.sent()).toContainEqual({ type: 'summary', uri: rowOf('nupo').uri });
    await page.summarize({ ...nupo, uri: rowOf('nupo').uri });
    const means = data().frameworks[0]!.items[0]!.values.find(({ id }) => id === 'gradual')!.means!;
    const details = await page.text('.details');
    for (const part of ['nupo: T1 Timing of internationalization', item.why, 'gradual, not supported', means, item.finding!.because!, item.sources[0]!.id])
      expect(details).toContain(part);
    await page.page.locator('.details .part-marks button').first().click();
    expect((await page.sent()).at(-1)).toEqual({ type: 'open', uri: rowOf('nupo').uri, range: item.marks[0]!.range });
  });

  test('of a total: how often each value occurs, and in which cases', async () => {
    const page = await openExamples();
    await page.choose('Show', 'finding');
    await page.page.locator('tfoot [data-column="1"]').click();
    const details = page.page.getByRole('complementary');
    expect(await details.innerText()).toMatch(/gradual: \d+\n/);
    await details.getByRole('button', { name: 'nupo' }).click();
    expect(await page.focused()).toBe('gradual, not supported');
  });

  test('are closed and opened again', async () => {
    const page = await openExamples();
    await page.page.getByRole('button', { name: 'Close the details' }).click();
    expect(await page.page.getByRole('complementary').count()).toBe(0);
    expect(await page.page.evaluate(() => document.activeElement?.matches('[data-line]'))).toBe(true);
    await page.press('F2');
    expect(await page.focused()).toMatch(/^acoplastic: T1/);
    await page.press('Escape');
    expect(await page.page.evaluate(() => document.activeElement?.matches('[data-line]'))).toBe(true);
  });
});

describe('Clicks and Enter', () => {
  test('go to the marked text, else to the finding, else to the file', async () => {
    const page = await open();
    const { data: study } = await studyOf({
      'a.md': '---\ncase: alfa\nframeworks: [policy-themes]\nfindings: {T2: {value: steady-growth, because: So}}\n---\n\n:T1[Early.]\n',
    });
    await page.show(study);
    const [row] = study.rows;
    const expected = [
      ['T1', row!.cells[T1]!.marks[0]],
      ['T2', row!.cells['policy-themes/T2']!.findingAt],
      ['T3', null],
      ['Case', null],
    ] as const;
    for (const [heading, range] of expected) {
      await (await page.cell('alfa', heading)).click();
      expect((await page.sent()).at(-1)).toEqual({ type: 'open', uri: row!.uri, range });
    }
    await page.press('End', 'Home', 'ArrowRight', 'Enter');
    expect((await page.sent()).at(-1)).toEqual({ type: 'open', uri: row!.uri, range: expected[0][1] });
  });

  test('copy the table as it is laid out', async () => {
    const page = await openExamples();
    await page.page.getByLabel('Filter cases').fill('nupo');
    await page.page.getByLabel('Filter items').fill('T1');
    await page.choose('Show', 'finding');
    const copied = async (as: string): Promise<unknown> => {
      await page.page.getByRole('button', { name: 'Copy' }).click();
      await page.page.getByRole('button', { name: as }).click();
      return (await page.sent()).at(-1);
    };
    expect(await copied('As a table')).toMatchObject({ type: 'copy', text: 'case\tT1\nnupo\tgradual\n' });
    expect(await copied('As Markdown')).toMatchObject({ type: 'copy', text: expect.stringMatching(/^\| case \| T1 \| total \|\n/) });
  });

  test('copy nothing while a case that is shown has a confidential name, and say where', async () => {
    const page = await open();
    const [first, ...others] = data().rows;
    const withheld = { why: 'A name that is to stay confidential stands here.', at: { start: { line: 3, character: 7 }, end: { line: 3, character: 9 } } };
    await page.show({ ...data(), rows: [{ ...first!, withheld }, ...others] });
    await page.page.getByRole('button', { name: 'Copy' }).click();
    await page.page.getByRole('button', { name: 'As a table' }).click();
    expect((await page.sent()).at(-1)).toEqual({ type: 'withheld', uri: first!.uri, ...withheld });
  });

  test('export what is laid out', async () => {
    const page = await openExamples();
    await page.choose('Show', 'words');
    await page.page.getByRole('button', { name: 'Export…' }).click();
    expect((await page.sent()).slice(-2)).toEqual([{ type: 'arranged', options: { ...USUAL_OPTIONS, show: 'words' } }, { type: 'export' }]);
  });
});

describe('By keyboard', () => {
  test('the table is one stop, and arrows go through it', async () => {
    const page = await openExamples({ height: 500 });
    await (await page.cell('acoplastic', 'T1')).focus();
    const at = (): Promise<string | undefined> =>
      page.page.evaluate(() => {
        const cell = document.activeElement as HTMLElement;
        return `${cell.dataset.line ?? ''}/${cell.dataset.column ?? ''}`;
      });
    const walk: readonly (readonly [string, string])[] = [
      ['ArrowRight', '1/2'],
      ['ArrowDown', '2/2'],
      ['ArrowLeft', '2/1'],
      ['ArrowLeft', '2/0'],
      ['ArrowLeft', '2/0'],
      ['End', '2/15'],
      ['Control+Home', '0/0'],
      ['ArrowUp', '0/0'],
      ['Control+End', `${data().rows.length + 1}/15`],
      ['Home', `${data().rows.length + 1}/0`],
      ['PageUp', expect.stringMatching(/^[1-9]\d?\/0$/) as string],
    ];
    for (const [key, place] of walk) {
      await page.press(key);
      expect([key, await at()]).toEqual([key, place]);
    }
    expect(await page.page.locator('.scroller [tabindex="0"]').count()).toBe(1);
    await page.press('Shift+Tab');
    expect(await page.focused()).toBe('Details');
  });

  test('a group’s heading is a stop of its own, and the column is kept', async () => {
    const page = await openExamples();
    await page.choose('Group by', 'P7');
    await (await page.cell('acubiz', 'T2')).focus();
    await page.press('ArrowUp');
    expect(await page.focused()).toMatch(/^network-led/);
    await page.press('ArrowDown');
    expect(await page.page.evaluate(() => (document.activeElement as HTMLElement).dataset.column)).toBe('2');
  });

  test('what has the focus can be seen', async () => {
    const page = await openExamples();
    const cell = await page.cell('nupo', 'T2');
    await cell.focus();
    expect(await cell.evaluate((element) => getComputedStyle(element).boxShadow)).toContain('2px');
  });
});
