import { encloses, type Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { markableItems } from './fitting-items.ts';
import type { MarkingAction, RefusedMarking } from './marking-action.ts';
import { blocksAt, isTooLong, wholeBlocksAt, withoutSpace } from './region.ts';

/*
 * Why marks cannot be changed somewhere, in words for the author: what is in the way, and what to do.
 */

export const SHARED_IDS =
  'Two frameworks of this case use the same ids, so a mark would not say which of the two items it means. Leave one of them out of “frameworks”, or change the ids in a framework of your own.';
const NO_STANCE_HERE = 'With a stance in it, this line would be read as something else. Put the mark elsewhere.';
export const NO_REMOVAL_HERE =
  'Without its mark, this text would be read as something else, such as a list or a heading. Change the text first, or take the mark out by hand.';
const NO_FRAMEWORK =
  'This case uses no framework, so there is no item that its text could be evidence for. Name one in its front matter, such as “frameworks: [policy-themes]”.';
const FRONT_MATTER = 'The front matter describes the case and is not evidence: only text below its second “---” can be marked. Select text there.';
const NO_TEXT = 'There are no words to mark here, only empty lines, headings, code or comments, and a mark counts words. Select a sentence of the text.';
const TOO_LONG = 'This is too much to be marked at once. Select a few paragraphs of it.';
const ALL_MARKED = 'This text is marked with every item of the case already. Select another part of it.';
const BREAKS_TEXT =
  'A mark around exactly this would change how other text is read: a link, list, table, quotation or other mark begins or ends within it. Select whole sentences or whole paragraphs.';

/** The stances that a mark can be given, or why there is none; `item` as it stands in their titles. */
export function stancesOrWhyNot(item: string, changes: readonly MarkingAction[]): readonly (MarkingAction | RefusedMarking)[] {
  return changes.length > 0 ? changes : [{ title: `Change stance on ${item}`, reason: NO_STANCE_HERE }];
}

/**
 * Why a selection cannot be marked.
 * @param hasPlace whether a mark could be put there, and there is but no item to mark it with
 */
export function whyNotMarked(analysis: CaseAnalysis, selected: Span, hasPlace: boolean): string {
  const { model, text, coverage } = analysis;
  const selection = withoutSpace(text, selected);
  if (coverage.items.length === 0) return NO_FRAMEWORK;
  if (markableItems(analysis).length === 0) return SHARED_IDS;
  if (hasPlace) return ALL_MARKED;
  if (selection.start < model.bodyStart) return FRONT_MATTER;
  if (isTooLong(wholeBlocksAt(model.syntax, selection))) return TOO_LONG;
  return hasWords(analysis, selection) ? BREAKS_TEXT : NO_TEXT;
}

/** Whether prose of a paragraph is selected, or, of nothing selected, stands at the cursor. */
function hasWords({ model }: CaseAnalysis, selection: Span): boolean {
  const isCursor = selection.start === selection.end;
  return blocksAt(model.syntax, selection).some(({ start, block }) => {
    const asked = { start: selection.start - start, end: selection.end - start };
    if (isCursor) return block.words.length > 0 && block.paragraphs.some((paragraph) => encloses(paragraph, asked));
    return block.words.some((word) => word >= asked.start && word < asked.end);
  });
}
