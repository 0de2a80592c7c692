import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { Span } from '../../text/span.ts';

/** A text before and after edits, and a way to compare places in the two. */
export interface Edited {
  readonly text: string;
  /** Where a place of the text before stands in what both texts share. */
  readonly fromBefore: (offset: number) => number;
  /** Where a place of the text after stands in what both texts share. */
  readonly fromAfter: (offset: number) => number;
  /** Whether a place of the text after lies in what was inserted. */
  readonly isInserted: (offset: number) => boolean;
}

/** Carries out edits that are sorted and do not overlap. Offsets that were deleted or inserted fall together into one. */
export function editedText(text: string, edits: readonly TextEdit[]): Edited {
  const inserted: Span[] = [];
  let by = 0;
  for (const { span, newText } of edits) {
    inserted.push({ start: span.start + by, end: span.start + by + newText.length });
    by += newText.length - (span.end - span.start);
  }
  const deleted = edits.map(({ span }) => span);
  return {
    text: applyEdits(text, edits),
    fromBefore: (offset) => without(deleted, offset),
    fromAfter: (offset) => without(inserted, offset),
    isInserted: (offset) => inserted.some(({ start, end }) => offset >= start && offset < end),
  };
}

/** An offset, counted without what lies in the sorted `spans`. */
function without(spans: readonly Span[], offset: number): number {
  return spans.reduce((rest, { start, end }) => rest - Math.max(0, Math.min(offset, end) - start), offset);
}
