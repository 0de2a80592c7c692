import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelKey } from '../../../server/src/core/text/label.ts';
import { LineIndex } from '../../../server/src/core/text/line-index.ts';
import { nearest } from '../../../server/src/core/text/nearest.ts';
import { applyEdits } from '../../../server/src/core/text/text-edit.ts';
import { changeBetween, joined, reversed, spanAfter } from '../../../server/src/core/text/text-change.ts';
import { countBetween, wordStarts } from '../../../server/src/core/text/words.ts';

describe('lines and characters', () => {
  it.each([
    ['a\nbc', 3, { line: 1, character: 1 }],
    ['a\r\nbc', 3, { line: 1, character: 0 }],
    ['a\rbc', 2, { line: 1, character: 0 }],
    ['😀b', 2, { line: 0, character: 2 }],
    ['', 0, { line: 0, character: 0 }],
    ['ab', 99, { line: 0, character: 2 }],
    ['a\r\nb', 2, { line: 0, character: 1 }],
  ])('of %j at %i are %j', (text, offset, position) => {
    expect(new LineIndex(text).positionAt(offset)).toEqual(position);
  });

  it('lead back to the same offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '😀', 'é') }), fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const lines = new LineIndex(text);
        const isWithinLineEnd = text.slice(offset - 1, offset + 1) === '\r\n';
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(isWithinLineEnd ? offset - 1 : offset);
      }),
    );
  });

  it.each([
    ['one\r\ntwo', { line: 0, character: 99 }, 3],
    ['one\ntwo', { line: 0, character: 4 }, 3],
    ['one\ntwo', { line: 1, character: 99 }, 7],
    ['one\ntwo', { line: 9, character: 0 }, 7],
    ['one\ntwo', { line: -1, character: 5 }, 0],
    ['one\ntwo', { line: 1, character: -5 }, 4],
  ])('outside of %j at %j are those of its nearest end', (text, position, offset) => {
    expect(new LineIndex(text).offsetAt(position)).toBe(offset);
  });
});

describe('a later version of a text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '“'), maxLength: 30 });
  const versions = fc.tuple(texts, texts, texts, texts).map(([start, before, after, end]) => [start + before + end, start + after + end] as const);

  it('differs from the earlier one in one stretch', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const { start, endBefore, endAfter } = changeBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
        expect(start).toBeLessThanOrEqual(Math.min(endBefore, endAfter));
      }),
      { numRuns: 1000 },
    );
  });

  it('has what did not change where it can be found by the change, there and back', () => {
    fc.assert(
      fc.property(versions, fc.nat(30), fc.nat(30), ([before, after], a, b) => {
        const change = changeBetween(before, after);
        const span = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
        const moved = spanAfter(span, change);
        expect(moved.start).toBeLessThanOrEqual(moved.end);
        expect(moved.end).toBeLessThanOrEqual(after.length);
        if (span.start === span.end || (span.end > change.start && span.start < change.endBefore)) return;
        expect(after.slice(moved.start, moved.end)).toBe(before.slice(span.start, span.end));
        expect(spanAfter(moved, reversed(change))).toEqual(span);
      }),
      { numRuns: 1000 },
    );
  });

  it('differs by two changes as by one, if they touch', () => {
    fc.assert(
      fc.property(texts, texts, texts, (first, second, third) => {
        const both = joined(changeBetween(first, second), changeBetween(second, third));
        if (!both) return;
        expect(first.slice(0, both.start) + third.slice(both.start, both.endAfter) + first.slice(both.endBefore)).toBe(third);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the lines that it has when nothing is known of the earlier one', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const later = new LineIndex(before).after(after, changeBetween(before, after));
        const fresh = new LineIndex(after);
        expect(later.lineCount).toBe(fresh.lineCount);
        for (let offset = 0; offset <= after.length; offset += 1) expect(later.positionAt(offset)).toEqual(fresh.positionAt(offset));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('words', () => {
  it.each([
    ['The firm’s go-to-market cost 2.5 million.', 6],
    ['— … !', 0],
    ['Ærø, Øresund & Łódź', 3],
    ['one  two\n three', 3],
  ])('of %j number %i', (text, count) => {
    expect(wordStarts(text)).toHaveLength(count);
  });

  it('are what the pattern for words finds', () => {
    const word = /[\p{L}\p{M}\p{N}]+(?:['’.,\-‐‑][\p{L}\p{M}\p{N}]+)*/gu;
    const sign = fc.constantFrom('a', 'Z', '7', ' ', '.', ',', '-', "'", '’', '‐', '‑', '–', 'é', 'e\u0301', '𝐀', '😀', '\ud800', '\n', '中', '…', '“');
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        expect(wordStarts(text)).toEqual(Array.from(text.matchAll(word), ({ index }) => index));
      }),
      { numRuns: 1000 },
    );
  });

  it('are counted where they start', () => {
    expect(countBetween([0, 4, 8], 1, 8)).toBe(1);
  });
});

describe('headings', () => {
  it.each([
    ['3.2 Timing of internationalization:', 'timing of internationalization'],
    ['IV) TIMING', 'timing'],
    ['a. Use of networks', 'use of networks'],
    ['A firm', 'a firm'],
    ['2011 and after', 'and after'],
    ['Mode — of “entry”', 'mode of entry'],
  ])('%j are compared as %j', (heading, key) => {
    expect(labelKey(heading)).toBe(key);
  });
});

describe('did you mean', () => {
  it.each([
    ['interviw', ['interview', 'documentation'], 'interview'],
    ['industy', ['industry', 'id'], 'industry'],
    ['titel', ['title', 'case'], 'title'],
    ['P9', ['P1', 'P2'], 'P1'],
    ['wholly-different', ['interview'], undefined],
  ])('%j among %j: %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('edits', () => {
  it('are applied to the text as it was', () => {
    expect(
      applyEdits('one two', [
        { span: { start: 4, end: 7 }, newText: '2' },
        { span: { start: 0, end: 0 }, newText: '>' },
      ]),
    ).toBe('>one 2');
  });
});
