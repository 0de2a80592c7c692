import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/core/features/complete/complete.ts';
import { quickFixes } from '../../../server/src/core/features/fixes/quick-fixes.ts';
import { foldingSpans } from '../../../server/src/core/features/folding.ts';
import { hoverAt } from '../../../server/src/core/features/hover/hover-at.ts';
import { codeLenses } from '../../../server/src/core/features/lenses.ts';
import { insertMissingSections } from '../../../server/src/core/features/missing-sections.ts';
import { documentSymbols, type CaseSymbol } from '../../../server/src/core/features/symbols.ts';
import { encloses, type Span } from '../../../server/src/core/text/span.ts';
import type { CaseAnalysis } from '../../../server/src/core/workspace/case-analysis.ts';
import { analyserOf, fewExamples, impossibleEdits } from '../../support/features.ts';

const whole = (text: string): Span => ({ start: 0, end: text.length });

function checkSymbols(symbols: readonly CaseSymbol[], outer: Span): void {
  for (const symbol of symbols) {
    expect(encloses(outer, symbol.span)).toBe(true);
    expect(encloses(symbol.span, symbol.selectionSpan)).toBe(true);
    expect(symbol.name).not.toBe('');
    checkSymbols(symbol.children, symbol.span);
  }
}

function checkFeatures(analysis: CaseAnalysis, offset: number): void {
  const { text } = analysis;
  for (const { edit, additionalEdits = [] } of complete(analysis, offset)) {
    expect(impossibleEdits(text, [edit, ...additionalEdits])).toEqual([]);
    expect(offset >= edit.span.start && offset <= edit.span.end).toBe(true);
    expect(text.slice(edit.span.start, edit.span.end)).not.toMatch(/[\r\n]/);
  }
  const hover = hoverAt(analysis, offset);
  if (hover) expect(encloses(whole(text), hover.span)).toBe(true);
  for (const { edits, snippet } of quickFixes(analysis, { start: offset, end: offset }, analysis.findings)) {
    expect(impossibleEdits(text, edits)).toEqual([]);
    if (snippet) expect(impossibleEdits(text, [snippet])).toEqual([]);
  }
  expect(impossibleEdits(text, insertMissingSections(analysis).edits)).toEqual([]);
  checkSymbols(documentSymbols(analysis), whole(text));
  for (const { span } of [...foldingSpans(analysis), ...codeLenses(analysis)]) expect(encloses(whole(text), span)).toBe(true);
}

/** What breaks front matter and Markdown most when it is typed in the wrong place. */
const SHREDS = [
  '',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  ': ',
  '\n',
  '\r\n',
  '  ',
  '- ',
  '#',
  '|',
  '>',
  '&a ',
  '*a',
  '---\n',
  '```\n',
  ':::P3\n',
  '<!--',
  '-->',
  '[@',
  '\t',
  '😀',
  '\uFEFF',
];

describe('on cases that are broken in random places, no feature throws or leaves the text', () => {
  for (const [name, text] of Object.entries(fewExamples())) {
    it(name, async () => {
      const analyse = await analyserOf({});
      const mutation = fc.record({ at: fc.nat(text.length), length: fc.nat(30), shred: fc.constantFrom(...SHREDS) });
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(text.length), { minLength: 5, maxLength: 5 }), (mutations, offsets) => {
          const broken = mutations.reduce((current, { at, length, shred }) => current.slice(0, at) + shred + current.slice(at + length), text);
          let analysis: CaseAnalysis;
          try {
            analysis = analyse(broken);
          } catch (error) {
            if (error instanceof Error && error.message.includes('not a case')) return;
            throw error;
          }
          for (const offset of [...offsets, ...mutations.map(({ at, shred }) => at + shred.length)]) checkFeatures(analysis, Math.min(offset, broken.length));
        }),
        { numRuns: 60 },
      );
    });
  }
});
