import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '../../client/matrix/change.ts';
import { readFromPage, readToPage } from '../../client/matrix/messages.ts';
import { readOptions, readPageState } from '../../client/matrix/state.ts';
import { USUAL_OPTIONS } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { studyOf } from './matrix-page.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };

test('the extension takes what the page sends', () => {
  const messages = [
    { type: 'ready' },
    { type: 'newCase' },
    { type: 'export' },
    { type: 'open', uri: 'file:///a.md', range },
    { type: 'open', uri: 'file:///a.md', range: null },
    { type: 'summary', uri: 'file:///a.md' },
    { type: 'arranged', options: { ...USUAL_OPTIONS, by: 'P7', frameworks: ['own'] } },
    { type: 'copy', text: 'case\tX1\n', what: '1 case by 1 item' },
    { type: 'withheld', uri: 'file:///a.md', why: 'A name stands here.', at: range },
    { type: 'withheld', uri: 'file:///a.md', why: 'The list is missing.', at: null },
  ];
  expect(messages.map(readFromPage)).toEqual(messages);
});

test('the page takes what the extension sends', () => {
  const messages = [
    { type: 'show', data: { frameworks: [], rows: [] } },
    { type: 'change', change: { frameworks: [], rows: [], uris: ['file:///a.md'] } },
    { type: 'change', change: { frameworks: null, rows: [], uris: null } },
    { type: 'summary', uri: 'file:///a.md', summary: null },
  ];
  expect(messages.map(readToPage)).toEqual(messages);
});

test.each([
  ['no message', null],
  ['an unknown one', { type: 'run', command: 'workbench.action.closeWindow' }],
  ['a place without a file', { type: 'open', range }],
  ['a place that is no place', { type: 'open', uri: 'a', range: { start: '0', end: null } }],
  ['an arrangement that is none', { type: 'arranged', options: { ...USUAL_OPTIONS, show: 'everything' } }],
  ['a text that is none', { type: 'copy', text: 7, what: 'x' }],
])('the extension ignores %s', (_what, message) => {
  expect(readFromPage(message)).toBeUndefined();
});

test('neither side trips over any other message, nor over what was kept', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(['ready', 'open', 'newCase', 'summary', 'arranged', 'copy', 'withheld', 'export', undefined]).toContain(readFromPage(message)?.type);
      expect(['show', 'change', 'summary', undefined]).toContain(readToPage(message)?.type);
      expect(readPageState(message).scroll).toEqual({ left: expect.any(Number), top: expect.any(Number) });
      expect(readOptions(message)).toBeUndefined();
    }),
  );
});

test('what was kept is taken up again, as far as it is sound', () => {
  const state = {
    options: { ...USUAL_OPTIONS, show: 'fit', cases: 'dk' },
    place: { line: 'head', column: 'own/X1' },
    details: false,
    scroll: { left: 3, top: 40 },
  };
  expect(readPageState(state)).toEqual(state);
  expect(readPageState({ ...state, options: { show: 'fit' }, place: 'head', scroll: null })).toEqual({
    options: USUAL_OPTIONS,
    place: null,
    details: false,
    scroll: { left: 0, top: 0 },
  });
});

describe('after a change', () => {
  const head = (id: string, more = ''): string => `---\ncase: ${id}\nframeworks: [policy-themes]\n${more}---\n`;
  const before = { 'a.md': head('alfa'), 'b.md': head('beta') };

  test('only the row of the case has been replaced', async () => {
    const [{ data }, { data: after }] = [await studyOf(before), await studyOf({ ...before, 'b.md': head('beta', 'title: New\n') })];
    const next = changed(data, { frameworks: after.frameworks, rows: [after.rows[1]!], uris: after.rows.map((row) => row.uri) });
    expect(next).toEqual(after);
    expect(next?.rows[0]).toBe(data.rows[0]);
  });

  test('cases that came and went are in their places', async () => {
    const [{ data }, { data: after }] = [await studyOf(before), await studyOf({ 'ab.md': head('middle'), 'b.md': head('beta') })];
    expect(changed(data, { frameworks: after.frameworks, rows: [after.rows[0]!], uris: after.rows.map((row) => row.uri) })).toEqual(after);
  });

  test('a case that nobody told of makes it incomplete', async () => {
    const { data } = await studyOf(before);
    expect(changed(data, { frameworks: data.frameworks, rows: [], uris: [...data.rows.map((row) => row.uri), 'file:///study/c.md'] })).toBeNull();
  });
});
