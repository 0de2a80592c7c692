import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFromPage, readPageState, readToPage } from '../../client/panel/messages.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };

test('takes what the page sends', () => {
  expect(readFromPage({ type: 'ready' })).toEqual({ type: 'ready' });
  expect(readFromPage({ type: 'newCase', extra: 1 })).toEqual({ type: 'newCase' });
  expect(readFromPage({ type: 'open', uri: 'file:///a.md', range })).toEqual({ type: 'open', uri: 'file:///a.md', range });
  expect(readFromPage({ type: 'confirm', uri: 'file:///a.md', item: 'P1', more: 1 })).toEqual({ type: 'confirm', uri: 'file:///a.md', item: 'P1' });
});

test.each([
  ['no message', null],
  ['an unknown one', { type: 'run', command: 'workbench.action.closeWindow' }],
  ['a place without a file', { type: 'open', range }],
  ['a place before the text', { type: 'open', uri: 'a', range: { ...range, start: { line: -1, character: 0 } } }],
  ['a place between characters', { type: 'open', uri: 'a', range: { ...range, end: { line: 0, character: 0.5 } } }],
  ['a place that is no place', { type: 'open', uri: 'a', range: { start: '0', end: null } }],
])('the extension ignores %s', (_what, message) => {
  expect(readFromPage(message)).toBeUndefined();
});

test('neither side trips over any other message', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(['ready', 'open', 'confirm', 'newCase', 'openMatrix', undefined]).toContain(readFromPage(message)?.type);
      expect(['show', 'reveal', undefined]).toContain(readToPage(message)?.type);
      expect(Array.isArray(readPageState(message).open)).toBe(true);
    }),
  );
});
