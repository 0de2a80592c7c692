import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../client/src/marks/arrange-marks.ts';
import { contrast } from '../support/contrast.ts';
import { PROJECT_ROOT } from '../support/workspace.ts';

type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

interface Declared {
  readonly id: string;
  readonly defaults: Readonly<Record<ThemeKind, string>>;
}

const manifest = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'package.json'), 'utf8')) as { readonly contributes: { readonly colors: readonly Declared[] } };
const { colors } = manifest.contributes;

/** Text and ground of VS Code’s own themes (Dark Modern, Dark+, Light Modern, Light+, both of high contrast), and what is asked of text in them. */
const THEMES: readonly { readonly kind: ThemeKind; readonly text: string; readonly ground: string; readonly least: number }[] = [
  { kind: 'dark', text: '#cccccc', ground: '#1f1f1f', least: 4.5 },
  { kind: 'dark', text: '#d4d4d4', ground: '#1e1e1e', least: 4.5 },
  { kind: 'light', text: '#3b3b3b', ground: '#ffffff', least: 4.5 },
  { kind: 'light', text: '#000000', ground: '#ffffff', least: 4.5 },
  { kind: 'highContrast', text: '#ffffff', ground: '#000000', least: 7 },
  { kind: 'highContrastLight', text: '#292929', ground: '#ffffff', least: 7 },
];

function colour(id: string, kind: ThemeKind): string {
  return colors.find((declared) => declared.id === id)?.defaults[kind] ?? `no ${id}`;
}

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#00ff00', 2.91],
    ['#00000080', '#ffffff', 3.98],
    ['#abcdef', '#abcdef', 1],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(contrast(one, other, '#ffffff')).toBeCloseTo(expected, 1);
  });
});

describe.each(Array.from({ length: COLOURS }, (_, index) => index + 1))('the colour of framework %i', (number) => {
  const id = `casewright.framework${number}`;
  it.each(THEMES)('can be read in $kind, $text on $ground', ({ kind, text, ground, least }) => {
    const own = colour(id, kind);
    const tint = colour(`${id}Background`, kind);
    expect(contrast(own, ground, ground)).toBeGreaterThanOrEqual(least);
    expect(contrast(own, tint, ground)).toBeGreaterThanOrEqual(least);
    expect(contrast(text, tint, ground)).toBeGreaterThanOrEqual(least);
  });
});
