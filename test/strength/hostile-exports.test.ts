import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oneLine, shownText } from '../../server/src/core/text/shown-text.ts';
import { runHere } from '../cli/same-process.ts';
import { runCli } from '../cli/study.ts';
import { makeStudy } from '../support/study.ts';
import { ATTACKS, HARMLESS, HOSTILE, studyOf } from './hostile/hostile-study.ts';
import { readCsv, readHtml, readMarkdown, readWorkbook, type Export } from './hostile/read-exports.ts';

/** What a terminal would obey, and what would turn the direction of what is around it. */
const ACTS = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** What a matrix can show that its authors write; the rest is signs and numbers. */
const SHOWS = ['finding', 'summary', 'fit'].map((show) => [`matrix --show ${show} --by firm.country`]);

/** Two studies of the same size: what is made of one must differ from what is made of the other in nothing but its texts. */
const [hostile, harmless] = [makeStudy(studyOf(HOSTILE)), makeStudy(studyOf(HARMLESS))];
afterAll(() => {
  hostile.remove();
  harmless.remove();
});

/** What a command prints of a study. */
async function printed(command: string, { folder } = hostile): Promise<string> {
  const words = command.split(' ');
  return (await runHere(words[0] === 'frameworks' ? words : [...words, '--no-cache'], folder)).stdout;
}

/** Checks a text as it is printed on a terminal. */
function checkTerminal(text: string): void {
  expect(text).not.toBe('');
  expect(text).not.toMatch(ACTS);
}

/** Checks that an export has the form that it has without the attacks, and nothing that acts, and that each attack is there to be read. */
function check(found: Export, usual: Export, shown: (attack: string) => string): void {
  expect(found.form).toEqual(usual.form);
  for (const text of found.texts) expect(text.replaceAll(/\t|\r(?=\n)/g, '')).not.toMatch(ACTS);
  const unseen = Object.entries(ATTACKS).filter(([, attack]) => !found.texts.some((text) => text.includes(shown(attack))));
  expect(unseen).toEqual([]);
}

/** Checks that no cell is one that a spreadsheet would run. */
function checkCells({ texts }: Export): void {
  expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text))).toEqual([]);
}

describe('on a terminal, a study that was written to do harm shows as text', () => {
  it.each([['check'], ['coverage'], ['frameworks'], ['frameworks own'], ['matrix'], ...SHOWS])('casewright %s', async (command) => {
    checkTerminal(await printed(command));
  });
  it('of one case, item by item', async () => {
    checkTerminal((await runHere(['coverage', '--no-cache', './abc\u2067def\u202E 14.md'], hostile.folder)).stdout);
  });
  it('what is said besides', async () => {
    const { stderr } = await runCli(['matrix', '--format', 'csv', '--no-cache'], { cwd: hostile.folder });
    checkTerminal(stderr.replaceAll(/\t|\r(?=\n)/g, ''));
  });
});

describe('as JSON, every text is exactly what was written, and can be looked at on a terminal', () => {
  it.each(['check', 'coverage', 'matrix'])('casewright %s', async (command) => {
    const json = await printed(`${command} --format json`);
    checkTerminal(json);
    const report = JSON.parse(json) as Partial<Readonly<Record<'cases' | 'rows', readonly { readonly case: string }[]>>>;
    expect((report.cases ?? report.rows ?? []).map((one) => one.case).toSorted()).toEqual(HOSTILE.toSorted());
  });
  it('casewright frameworks', async () => {
    const json = await printed('frameworks own --format json');
    checkTerminal(json);
    const { framework } = JSON.parse(json) as { framework: { items: { label: string }[] } };
    expect(framework.items.map(({ label }) => label)).toEqual(HOSTILE.map((text) => text.trim()));
  });
});

/** Checks what a command prints in a format, as a program takes it. */
async function checkPrinted(command: string, read: (text: string) => Export, shown: (attack: string) => string): Promise<Export> {
  const found = read(await printed(command));
  check(found, read(await printed(command, harmless)), shown);
  return found;
}

/** Browsers and workbooks take every end of a line for one of the same kind. */
const inLines = (attack: string): string => shownText(attack).replaceAll('\r\n', '\n');

describe('as Markdown, a study that was written to do harm has the headings, tables and lists of any other, and nothing else', () => {
  it.each([['coverage'], ...SHOWS])('casewright %s', async (command) => {
    await checkPrinted(`${command} --format md`, readMarkdown, oneLine);
  });
});

describe('as a page, a study that was written to do harm has the elements of any other, and nothing else', () => {
  it.each(SHOWS)('casewright %s', async (command) => {
    await checkPrinted(`${command} --format html`, readHtml, inLines);
  });
});

describe('as CSV, a study that was written to do harm has its rows and columns, and nothing that a spreadsheet would run', () => {
  it.each([['coverage'], ...SHOWS.slice(0, 2)])('casewright %s', async (command) => {
    checkCells(await checkPrinted(`${command} --format csv`, readCsv, shownText));
  });
});

describe('as a workbook, a study that was written to do harm has its sheets, no formula, and nothing that XML cannot hold', () => {
  it.each(SHOWS)('casewright %s', async (command) => {
    const read = async (study = hostile): Promise<Export> => {
      await printed(`${command} --out m.xlsx`, study);
      return readWorkbook(readFileSync(path.join(study.folder, 'm.xlsx')));
    };
    const found = await read();
    check(found, await read(harmless), inLines);
    checkCells(found);
    expect(found.form).not.toContain('f');
  });
});
