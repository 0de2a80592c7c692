import { expect, it } from 'vitest';
import { arrangeMarks, COLOURS } from '../../client/src/marks/arrange-marks.ts';
import { nextDisplay, readDisplay } from '../../client/src/marks/mark-display.ts';
import type { ShownMark, ShownMarks } from '../../server/src/protocol.ts';

const range = (line: number, from: number, to: number): ShownMark['range'] => ({ start: { line, character: from }, end: { line, character: to } });
const shown: ShownMarks = {
  version: 1,
  marks: [
    { item: 'T1', framework: 0, form: 'heading', range: range(2, 0, 9), nameRange: range(1, 2, 8) },
    { item: 'P4', framework: 1, form: 'text', range: range(3, 6, 9), nameRange: range(3, 3, 5) },
    { item: 'X1', framework: COLOURS, form: 'container', range: range(5, 0, 9), nameRange: range(4, 3, 5) },
  ],
  bars: [{ framework: 1, first: 2, last: 3 }],
};

it('frames ids in the colour of their framework, adds those that are not in the text, and puts bars at the margin', () => {
  const [first, second, third] = arrangeMarks(shown, 'chips');
  expect(first).toEqual({ tints: [], chips: [range(4, 3, 5)], added: [{ range: range(1, 2, 8), text: 'T1' }], bars: [] });
  expect(second).toMatchObject({ tints: [], chips: [range(3, 3, 5)], bars: [{ first: 2, last: 3 }] });
  expect(third).toEqual({ tints: [], chips: [], added: [], bars: [] });
});

it('tints marked passages when asked, and no pages', () => {
  expect(arrangeMarks(shown, 'tint').map(({ tints }) => tints.length)).toEqual([0, 1, 0, 0, 0, 0]);
});

it('shows nothing when that is wanted, and in what is no case', () => {
  for (const painted of [arrangeMarks(shown, 'off'), arrangeMarks(null, 'tint')]) {
    expect(painted.flatMap(({ tints, chips, added, bars }) => [...tints, ...chips, ...added, ...bars])).toEqual([]);
  }
});

it('goes from quiet to loud to none and back, and takes a setting that says something else for the quiet one', () => {
  expect([nextDisplay('chips'), nextDisplay('tint'), nextDisplay('off')]).toEqual(['tint', 'off', 'chips']);
  expect([undefined, 'off', 'loud', 3].map(readDisplay)).toEqual(['chips', 'off', 'chips', 'chips']);
});
