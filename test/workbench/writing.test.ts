import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseText, Desk } from './desk.ts';

const wait = { timeout: 15_000 };
/** The line on which the text of a case begins. */
const BODY = 13;
/** The line of the finding of a case that has one. */
const FINDING = 9;
/** Each test writes in a case of its own. What follows the front matter, by name. */
const BODIES = {
  first: 'The firm sells pumps.\n',
  prose: 'Start.\n',
  colon: `## Timing of internationalization\n\n${'They sold abroad at once. '.repeat(10)}\n\nMore\n`,
  marked: 'Others helped them.\n',
  bulb: `${'They sold abroad at once. '.repeat(10).trim()}\n`,
  command: '## Timing of internationalization\n\nA broker led the way.\n\n    a sum\n',
  parts: 'They did :T5[get help].\n\nIt is so.\n\nEnd.\n',
  keys: 'Start.\n',
  slip: 'They got help [@int-coe].\n',
  section: '## The firm\n\nIt sells pumps.\n',
  hover: 'They got help :T5.\n',
  gaps: '## The firm\n\nIt sells pumps.\n',
};

/** A case that concludes something. */
function concludedCase(name: string): string {
  return caseText(name, 'They got help :T5[from a broker].\n').replace(
    'sources:',
    'findings:\n  T5: {verdict: supported, because: "A broker helped"}\nsources:',
  );
}

describe('an author at the keyboard', () => {
  let desk: Desk;

  beforeAll(async () => {
    const cases = Object.entries(BODIES).map(([name, body]) => [`${name}.md`, caseText(name, body)] as const);
    desk = await Desk.open({ ...Object.fromEntries(cases), 'concluded.md': concludedCase('concluded'), 'doubted.md': concludedCase('doubted') });
  });
  afterEach(async (context) => {
    await desk.photographFailure(context);
    await desk.closeCase();
  });
  afterAll(() => desk.close());

  it('opens a case from the explorer and reads what it lacks', async () => {
    await desk.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'first.md' }).click();
    await desk.statusBar().waitFor();
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringMatching(/T1, “Timing of internationalization”.*coverage\/missing/));
  });

  it('is left alone while writing ordinary prose, and Enter is Enter', async () => {
    await desk.openCase('prose.md');
    await desk.goToEnd(BODY);
    await desk.press('Enter', 'Enter');
    const seen = await desk.page.evaluateHandle(() => {
      const lists: string[] = [];
      new MutationObserver(() => {
        const list = document.querySelector<HTMLElement>('.suggest-widget.visible');
        if (list) lists.push(list.innerText);
      }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
      return lists;
    });
    await desk.type('At 10:30 - on 4 May - the CEO (aged 40) said: "we buy = we sell" @home; see http://a.dk: it is so. As follows:');
    await desk.press('Enter', 'Enter');
    await desk.type('- first: this');
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('- first: this');
    expect(await seen.jsonValue()).toEqual([]);
    await desk.type(':');
    await expect.poll(() => desk.offers(), wait).toContainEqual(expect.stringMatching(/^:T1 missing · Timing/));
  });

  it('is offered items behind a colon, the uncovered first, and takes one with Enter', async () => {
    await desk.openCase('colon.md');
    await desk.goToEnd(BODY + 4);
    await desk.type(' :');
    const offers = await desk.offers();
    expect(offers[0]).toMatch(/^:T2 missing · Intensity and sustainability/);
    expect(offers[6]).toMatch(/^:T1 addressed/);
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('More :T2');
  });

  it('marks selected text, says how it bears on the item, and takes all back in one step each', async () => {
    await desk.openCase('marked.md');
    await desk.driver.goto(BODY);
    await desk.press('Shift+End');
    await desk.type(':');
    await desk.offers();
    await desk.type('T5');
    await expect.poll(() => desk.offers(), wait).toHaveLength(2);
    await desk.press('ArrowDown', 'Enter', 'Tab');
    await expect.poll(() => desk.lines(), wait).toContain(':T5[Others helped them.]{supports}');
    await expect.poll(() => desk.offers(), wait).toContain('contradicts');
    await desk.press('ArrowDown', 'Enter');
    await expect.poll(() => desk.lines(), wait).toContain(':T5[Others helped them.]{contradicts}');
  });

  it('marks a selection from the light bulb, types stance and source, removes the mark, and undo gives the text back', async () => {
    await desk.openCase('bulb.md');
    /** Long lines are wrapped, and what stands on each screen line is read by itself. */
    const shown = async (): Promise<string> => (await desk.lines()).join('');
    const text = BODIES.bulb.trim();
    await expect.poll(() => desk.statusBar().innerText(), wait).toContain('0/7');
    await desk.driver.goto(BODY);
    await desk.press('Control+Shift+End');
    const offered = await desk.quickFixes();
    const forItem = offered.filter((title) => title.startsWith('Mark as evidence for'));
    expect(forItem).toHaveLength(6);
    expect(forItem.at(-1)).toBe('Mark as evidence for another item …');
    await desk.press(...Array.from({ length: offered.indexOf('Mark as evidence for T1, “Timing of internationalization”') }, () => 'ArrowDown'), 'Enter');
    await expect.poll(shown, wait).toContain(`:T1[${text}]{supports src=source}`);
    expect(await desk.offers()).toContain('contradicts');
    await desk.type('contra');
    await desk.press('Enter'); // goes on to the source
    await expect.poll(async () => (await desk.offers()).join(), wait).toContain('int-ceo');
    await desk.type('web');
    await desk.press('Enter');
    await expect.poll(shown, wait).toContain(`:T1[${text}]{contradicts src=web}`);
    await expect.poll(() => desk.statusBar().innerText(), wait).toContain('1/7');

    await desk.press('Escape');
    await desk.driver.goto(BODY, 20);
    const actions = await desk.quickFixes();
    const removal = actions.indexOf('Remove the mark T1 and keep its text');
    expect(actions.slice(0, removal)).toContain('Change stance on T1 to “supports”');
    await desk.press(...Array.from({ length: removal }, () => 'ArrowDown'), 'Enter');
    await expect.poll(shown, wait).toContain(`---${text}`);
    await expect.poll(() => desk.statusBar().innerText(), wait).toContain('0/7');
    await desk.press('Control+Z');
    await expect.poll(shown, wait).toContain(`:T1[${text}]{contradicts src=web}`);
    while (!(await shown()).includes(`---${text}`)) await desk.press('Control+Z');
  });

  it('marks a selection by the command, with item, stance and source chosen by keys, and is told where that cannot be', async () => {
    await desk.openCase('command.md');
    const list = desk.page.locator('.quick-input-widget:visible');
    await desk.driver.goto(BODY + 2);
    await desk.press('Shift+End', 'F1');
    await desk.type('mark as ev');
    await list.locator('.monaco-list-row.focused', { hasText: 'Casewright: Mark as Evidence for …' }).waitFor();
    await desk.press('Enter');
    const asked = list.getByPlaceholder('What is this text about?');
    await asked.waitFor();
    expect((await list.locator('.monaco-list-row').first().innerText()).replace(/\s+/g, ' ')).toMatch(/^T1 Timing of internationalization ?thin Seven themes/);
    await desk.type('external');
    await list.locator('.monaco-list-row.focused', { hasText: 'T5 Leveraging of external resources' }).waitFor();
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain(':T5[A broker led the way.]{supports src=source}');
    expect(await desk.offers()).toEqual(['supports', 'contradicts', 'qualifies', 'rival']);
    await desk.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => desk.offers(), wait).toEqual(['source', 'int-ceo', 'web']);
    await desk.press('ArrowDown', 'Enter');
    await expect.poll(() => desk.lines(), wait).toContain(':T5[A broker led the way.]{qualifies src=int-ceo}');

    await desk.press('Escape');
    await desk.driver.goto(BODY + 4, 5);
    await desk.press('Shift+End');
    expect((await desk.quickFixes())[0]).toBe('Why this cannot be marked as evidence …');
    await desk.press('Enter');
    await desk.driver.command('Notifications: Show Notifications');
    await desk.page.locator('.notification-list-item', { hasText: 'There are no words to mark here, only empty lines, headings, code' }).waitFor();
    await desk.press('Escape');

    await desk.driver.goto(BODY, 6);
    const actions = await desk.quickFixes();
    await desk.press(...Array.from({ length: actions.indexOf('Remove the mark T1: give this heading another name') }, () => 'ArrowDown'), 'Enter');
    await expect.poll(() => desk.lines(), wait).toContain('## Timing of internationalization (not T1)');
    await desk.type('by others');
    await expect.poll(() => desk.lines(), wait).toContain('## Timing of internationalization by others');
  });

  it('is offered stances in braces, sources behind [@, and sections behind #', async () => {
    await desk.openCase('parts.md');
    await desk.driver.goto(BODY, 'They did :T5[get help]'.length + 1);
    await desk.type('{');
    await expect.poll(async () => (await desk.offers())[0], wait).toMatch(/^supports Speaks for/);
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('They did :T5[get help]{supports}.');

    await desk.goToEnd(BODY + 2);
    await desk.type(' [@');
    expect((await desk.offers()).map((row) => row.split(' ')[0])).toEqual(['int-ceo', 'web']);
    await desk.press('ArrowDown', 'Enter');
    await expect.poll(async () => (await desk.lines()).join('\n'), wait).toContain('It is so. [@web');

    await desk.goToEnd(BODY + 4);
    await desk.press('Enter', 'Enter');
    await desk.type('## ');
    await expect.poll(async () => (await desk.offers())[0], wait).toMatch(/^Timing of internationalization/);
    await desk.type('Mode');
    await expect.poll(async () => (await desk.offers())[0], wait).toMatch(/^Mode of internationalization/);
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('## Mode of internationalization');
  });

  it('is offered the keys of the front matter once one is begun, and their values', async () => {
    await desk.openCase('keys.md');
    await desk.goToEnd(7);
    await desk.press('Enter', 'Enter');
    await desk.type('o');
    await expect.poll(() => desk.offers(), wait).toEqual([expect.stringMatching(/^ownership Who owns/)]);
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('  ownership: ');
    await desk.goToEnd(11);
    await desk.press('Enter');
    await desk.type('- {id: reg, kind: ');
    await expect.poll(async () => (await desk.offers())[0], wait).toMatch(/^documentation Letters/);
    await desk.type('arch');
    await desk.press('Enter');
    await expect.poll(async () => (await desk.lines()).join('\n'), wait).toContain('- {id: reg, kind: archival-records');
  });

  it('mends a slip from the keyboard, and takes it back in one step', async () => {
    await desk.openCase('slip.md');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringContaining('evidence/unknown-source'));
    await desk.driver.goto(BODY, 'They got help [@in'.length);
    const fixes = await desk.quickFixes();
    expect(fixes.slice(0, 3)).toEqual(['Change it to “int-ceo”', 'Declare the source “int-coe”', 'Switch off “evidence/unknown-source” here, with a reason']);
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('They got help [@int-ceo].');
    await expect.poll(() => desk.problems(), wait).not.toContainEqual(expect.stringContaining('evidence/unknown-source'));
    await desk.press('Control+Z');
    await expect.poll(() => desk.lines(), wait).toContain('They got help [@int-coe].');
  });

  it('adds a section by its quick fix, with the cursor where to write', async () => {
    await desk.openCase('section.md');
    await expect.poll(() => desk.problems(), wait).toContainEqual(expect.stringContaining('coverage/missing'));
    await desk.driver.goto(4, 'frameworks: [po'.length);
    expect((await desk.quickFixes())[0]).toBe('Add the section “Timing of internationalization”');
    await desk.press('Enter');
    await expect.poll(() => desk.lines(), wait).toContain('## Timing of internationalization');
    await desk.type('They waited.');
    await expect.poll(() => desk.lines(), wait).toContain('They waited.');
  });

  it('reads what an item asks by resting the mouse on it', async () => {
    await desk.openCase('hover.md');
    await desk.driver.hover('T5');
    await expect
      .poll(() => desk.page.locator('.monaco-hover:visible').allInnerTexts(), wait)
      .toContainEqual(expect.stringMatching(/T5 · Leveraging of external resources[\s\S]*Status: thin/));
  });

  it('inserts all missing sections with one command, and takes them back in one step', async () => {
    await desk.openCase('gaps.md');
    await desk.driver.command('Casewright: Insert Missing Sections');
    await expect.poll(() => desk.lines(), wait).toContain('## Timing of internationalization');
    await desk.driver.goto(BODY);
    await desk.press('Control+Z');
    await expect.poll(() => desk.lines(), wait).not.toContain('## Timing of internationalization');
    expect(await desk.lines()).toContain('It sells pumps.');
  });

  it('confirms a finding, is told what of its text has changed, and confirms it again, from the keyboard', async () => {
    await desk.openCase('concluded.md');
    await desk.driver.command('Casewright: Confirm Finding');
    const choice = desk.page.locator('.quick-input-list .monaco-list-row', { hasText: 'T5 Leveraging of external resources' });
    await expect.poll(() => choice.innerText(), wait).toMatch(/Not confirmed yet\.[\s\S]*supported: A broker helped/);
    await desk.press('ArrowDown', 'Space', 'Enter');
    await expect.poll(async () => (await desk.lines()).join('\n'), wait).toMatch(/because: "A broker helped", confirmed: "[0-9a-f]{12}"\}/);
    expect(await desk.problems()).not.toContainEqual(expect.stringContaining('finding/suspect'));
    await desk.driver.goto(BODY + 2, 'They got help :T5[from a '.length);
    await desk.type('x');
    const suspect = expect.stringMatching(/“from ax broker” is new or reads differently.*finding\/suspect/) as string;
    await expect.poll(() => desk.problems(), wait).toContainEqual(suspect);
    await desk.driver.goto(FINDING, '  T'.length);
    expect((await desk.quickFixes())[0]).toBe('Confirm the finding on T5: it follows from the text as it is now');
    await desk.press('Enter');
    await expect.poll(() => desk.problems(), wait).not.toContainEqual(suspect);
    await desk.press('Control+Z');
    await expect.poll(() => desk.problems(), wait).toContainEqual(suspect);
  });

  it('confirms a finding from the light bulb on it, and from the summary', async () => {
    await desk.openCase('doubted.md');
    await desk.driver.goto(FINDING, '  T5: {verdict: supp'.length);
    expect(await desk.quickFixes()).toContain('Confirm the finding on T5: it follows from the text as it is now');
    await desk.press('Escape');
    await desk.driver.command('Casewright: Open Summary');
    const page = await desk.driver.webview('#item-T5');
    await page.locator('#item-T5').press('Enter');
    const finding = page.locator('#item-T5-details .part-finding');
    await expect.poll(() => finding.innerText(), wait).toContain('Not confirmed yet.');
    await finding.getByRole('button', { name: 'Confirm the finding on T5' }).press('Enter');
    await expect.poll(() => finding.innerText(), wait).toContain('Confirmed on the text as it is now.');
    await expect.poll(async () => (await desk.lines()).join('\n'), wait).toMatch(/confirmed:\s+"[0-9a-f]{12}"\}/); // lines are narrow beside the summary
    await desk.driver.command('View: Revert and Close Editor'); // the summary, which has the focus
  });
});
