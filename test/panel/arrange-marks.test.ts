import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { arrangeMarks, COLOURS } from '../../client/src/marks/arrange-marks.ts';
import { declaredColours } from '../../client/src/marks/declared-colours.ts';
import { marginIcon } from '../../client/src/marks/margin-icon.ts';
import { nextDisplay, readDisplay } from '../../client/src/marks/mark-display.ts';
import type { ShownMark, ShownMarks } from '../../server/src/protocol.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

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
  expect(first).toEqual({
    tints: [],
    chips: [range(4, 3, 5)],
    added: [{ range: range(1, 2, 8), text: 'T1' }],
    bars: [],
    labels: [
      { line: 1, text: 'T1' },
      { line: 4, text: 'X1' },
    ],
  });
  expect(second).toMatchObject({ tints: [], chips: [range(3, 3, 5)], bars: [{ first: 2, last: 3 }] });
  expect(third).toEqual({ tints: [], chips: [], added: [], bars: [], labels: [] });
});

it('puts one id at the margin of each line with marks, and says where there are others', () => {
  const mark = (item: string, framework: number, from: number): ShownMark => ({
    item,
    framework,
    form: 'text',
    range: range(3, from, from + 9),
    nameRange: range(3, from, from + 2),
  });
  const painted = arrangeMarks({ version: 1, marks: [mark('P4', 1, 20), mark('T1', 0, 3), mark('T1', 0, 40)], bars: [] }, 'chips');
  expect(painted.map(({ labels }) => labels.map(({ text }) => text)).slice(0, 2)).toEqual([['T1+'], []]);
});

it('draws an id as a picture, whatever is in it', () => {
  const picture = (id: string): string => decodeURIComponent(marginIcon(id, '#0b5cad').replace(/^.*?,/, ''));
  expect(picture('P4')).toMatch(/^<svg .*fill="#0b5cad">P4<\/text><\/svg>$/);
  expect(picture('<script>')).toContain('>&#60;sc…<');
});

it.each(['dark', 'light', 'highContrast', 'highContrastLight'] as const)('has a colour for each framework in a theme that is %s', (kind) => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8'));
  expect(new Set(declaredColours(manifest, kind)).size).toBe(COLOURS);
});

it('tints marked passages when asked, and no pages', () => {
  expect(arrangeMarks(shown, 'tint').map(({ tints }) => tints.length)).toEqual([0, 1, 0, 0, 0, 0]);
});

it('shows nothing when that is wanted, and in what is no case', () => {
  for (const painted of [arrangeMarks(shown, 'off'), arrangeMarks(null, 'tint')]) {
    expect(painted.flatMap(({ tints, chips, added, bars, labels }) => [...tints, ...chips, ...added, ...bars, ...labels])).toEqual([]);
  }
});

it('goes from quiet to loud to none and back, and takes a setting that says something else for the quiet one', () => {
  expect([nextDisplay('chips'), nextDisplay('tint'), nextDisplay('off')]).toEqual(['tint', 'off', 'chips']);
  expect([undefined, 'off', 'loud', 3].map(readDisplay)).toEqual(['chips', 'off', 'chips', 'chips']);
});
