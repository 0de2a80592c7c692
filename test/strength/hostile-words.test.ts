import MarkdownIt from 'markdown-it';
import { afterEach, describe, expect, it } from 'vitest';
import { CaseItemsRequest, CasesRequest, MissingSectionsRequest, NewCaseChoicesRequest, SummaryRequest } from '../../server/src/protocol.ts';
import { complete } from '../../server/src/core/features/complete/complete.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover-at.ts';
import { ROOT, workspaceOf } from '../support/workspace.ts';
import { HOSTILE, studyOf } from './hostile/hostile-study.ts';
import { InProcessServer, SlowDisk } from './lsp/in-process.ts';

/** What turns the direction of writing, and what controls instead of being read. */
const ACTS = /[^\P{Cc}\n\r\t]|\r(?!\n)|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** What an answer holds that is not shown: what is written into the author's file, and what things are looked up by. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['edit', 'edits', 'textEdit', 'additionalTextEdits', 'uri', 'filterText', 'sortText', 'arguments', 'resultId']);

/** The texts of an answer that an editor shows. */
function shownIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (NOT_SHOWN.has(key) ? [] : shownIn(value)));
}

const running: InProcessServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    expect(server.errors).toEqual([]);
    await server.stop();
  }
});

/** The files of a study for these texts, those of its cases under plain names. */
function filesOf(texts: readonly string[]): [name: string, text: string][] {
  return Object.entries(studyOf(texts)).map(([name, text], index) => [name.endsWith('.md') ? `${index}.md` : name, text]);
}

/** A server on a study for these texts, and what it answers to requests. */
async function start(texts: readonly string[]) {
  const files = filesOf(texts).map(([name, text]) => ({ uri: `${ROOT}/${name}`, text }));
  const server = await InProcessServer.start(new SlowDisk(files.map(({ uri, text }) => [uri, text])), { diagnostics: 'pull' });
  running.push(server);
  return { server, cases: files.filter(({ uri }) => uri.endsWith('.md')) };
}

/** Everything that an editor shows of one case: findings, outline, lenses, fixes, and what is said at many places of the text. */
async function shownOf({ connection }: InProcessServer, { uri, text }: { uri: string; text: string }): Promise<string[]> {
  const textDocument = { uri };
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const lines = text.split(/\r\n|\n|\r/);
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const places = lines.flatMap((line, at) => [2, 7, 11, line.length - 9, line.length].map((character) => ({ line: at, character: Math.max(0, character) })));
  const asked = [
    ['diagnostic', { textDocument }],
    ['documentSymbol', { textDocument }],
    ['codeLens', { textDocument }],
    ['codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ...places.flatMap((position) => ['hover', 'completion'].map((method) => [method, { textDocument, position }] as const)),
  ] as const;
  return shownIn(await Promise.all(asked.map(([method, params]) => connection.sendRequest(`textDocument/${method}`, params))));
}

/** Everything that the views beside the editor show of a study: the tree of cases, and what New Case offers. */
async function shownBeside({ connection }: InProcessServer): Promise<string[]> {
  const cases = await connection.sendRequest(CasesRequest);
  const items = cases.map(({ uri }) => connection.sendRequest(CaseItemsRequest, { uri, framework: 'own' }));
  const names = cases.map(async ({ uri }) => (await connection.sendRequest(SummaryRequest, { uri }))?.case);
  const sections = cases.map(({ uri }) => connection.sendRequest(MissingSectionsRequest, { uri }));
  const choices = connection.sendRequest(NewCaseChoicesRequest, { folder: ROOT });
  return shownIn([cases, await Promise.all([...items, ...names, ...sections, choices])]);
}

/** Checks that nothing of what is shown acts, and that all of `parts` is there to be read. */
function check(shown: readonly string[], parts: readonly string[]): void {
  expect(shown.filter((text) => ACTS.test(text))).toEqual([]);
  for (const part of parts) expect(shown.filter((text) => text.includes(part))).not.toEqual([]);
}

describe('whatever somebody wrote into a study', () => {
  it('does not turn the direction of writing of the views beside the editor, and controls nothing', async () => {
    const { server } = await start(HOSTILE);
    check(await shownBeside(server), ['abcdef', '<img src=x onerror="alert(1)">', '__proto__']);
  });
  it('does not do so in findings, hovers, completions, fixes and the outline', async () => {
    const { server, cases } = await start(HOSTILE);
    for (const one of cases) check(await shownOf(server, one), ['Nothing in this case is about']);
  });
  it('is no Markdown of hovers and completions: they have paragraphs, lists and tables of ours only', async () => {
    const workspace = await workspaceOf(Object.fromEntries(filesOf(HOSTILE)));
    const markdown = new MarkdownIt('default', { html: true });
    const kinds = new Set<string>();
    for (const analysis of workspace.cases().flatMap((uri) => workspace.analyse(uri) ?? []))
      for (let offset = 0; offset < analysis.text.length; offset += 7) {
        const said = [hoverAt(analysis, offset)?.markdown, ...(offset % 91 === 0 ? complete(analysis, offset).map((item) => item.documentation) : [])];
        const tokens = markdown.parse(said.filter((text) => text !== undefined).join('\n\n'), {});
        for (const token of tokens) for (const { type } of [token, ...(token.children ?? [])]) kinds.add(type.replace(/_(?:open|close)$/, ''));
      }
    const ours = ['paragraph', 'inline', 'text', 'strong', 'em', 'code_inline', 'bullet_list', 'list_item', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
    expect([...kinds].toSorted()).toEqual(ours.toSorted());
  });
  it('nor where a framework is named as wrong', async () => {
    const { server } = await start(['\u202Eabc\u001B[31m', '\u202Eabc\u001B[31m', 'def']);
    await server.connection.sendRequest(CasesRequest);
    const published = (): string[] => shownIn([...server.published.values()]);
    await expect.poll(published, { timeout: 30_000 }).not.toEqual([]);
    check(published(), ['A heading “abc [31m” would stand for X0 as well as for X1']);
  });
});

describe('Arabic and Hebrew', () => {
  const TITLES = ['شركة النور (١٩٩٨)', 'שָׁלוֹם בע״מ C++\u200E', 'می\u200Cخواهم'];
  it('are shown as they are written, beside the editor and in it', async () => {
    const { server, cases } = await start(TITLES);
    check(await shownBeside(server), TITLES);
    for (const [index, one] of cases.entries()) check(await shownOf(server, one), [TITLES[index]!, ...TITLES.slice(2)]);
  });
});
