import { STANCES } from '../../model/vocabulary.ts';
import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import { encloses, type Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { placeholder } from '../snippet-text.ts';
import { markableItems } from './fitting-items.ts';
import { stanceTitle, type MarkingAction, type RefusedMarking } from './marking-action.ts';
import { editsOf } from './piece.ts';
import { SHARED_IDS, stancesOrWhyNot } from './refusals.ts';
import { ONLY_NEW, remark } from './same-meaning.ts';

/**
 * What can be done with the mark of a heading that is called what an item is called: a tag in it says how its section bears
 * on the item, and called something else it marks nothing.
 */
export function headingActions(analysis: CaseAnalysis, selection: Span, parsers: MarkdownParsers): (MarkingAction | RefusedMarking)[] {
  const { model, frameworks, text } = analysis;
  const section = model.sections.find(({ headingSpan }) => encloses(headingSpan, selection));
  const marked = section && frameworks.byLabel.get(section.key);
  if (!marked) return [];
  const { id } = marked.item;
  const at = section.textSpan.end;
  const removal = { title: `Remove the mark ${id}: give this heading another name`, ...otherName(id, at) };
  if (!markableItems(analysis).some(({ entry }) => entry === marked)) return [{ title: `Change stance on ${id}`, reason: SHARED_IDS }, removal];
  const stances = STANCES.map((stance) => ({ title: stanceTitle(id, stance), edits: editsOf(text, [{ form: 'section', at }], id, () => `{${stance}}`) }));
  const fitting = stances.filter(({ edits }) => remark(model.syntax, edits, parsers, ONLY_NEW));
  return [...stancesOrWhyNot(id, fitting), removal];
}

/** Only its author knows what the heading is to be called. Until then it says whose it is not, and all else stays as it is. */
function otherName(id: string, at: number): { readonly edits: readonly TextEdit[]; readonly snippets: readonly TextEdit[] } {
  const words = `(not ${id})`;
  const edit = (newText: string): TextEdit[] => [{ span: { start: at, end: at }, newText: ` ${newText}` }];
  return { edits: edit(words), snippets: edit(placeholder(1, words)) };
}
