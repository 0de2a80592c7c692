import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import { STANCES, type Stance, type Status } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { attributeId } from '../complete/sources.ts';
import { choice } from '../snippet-text.ts';
import { changeStance, stancesOf } from './change-stance.ts';
import { fittingItems } from './fitting-items.ts';
import { markAt } from './mark-at.ts';
import { markSelection, type Marking } from './mark-selection.ts';
import { removeMark } from './remove-mark.ts';

/** A change of marks that an author may choose. */
export interface MarkingAction {
  /** What it does, as an order: "Mark as evidence for P3, “Knowledge acquisition”". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The same change with what the mark says of itself left open, in the syntax of LSP snippets, for editors that take them. */
  readonly snippets?: readonly TextEdit[];
}

/** What a selection can be marked with. */
export interface MarkingChoice extends MarkingAction {
  readonly item: string;
  readonly label: string;
  readonly framework: string;
  readonly status: Status;
}

/** Sources offered in one list. */
const MOST_SOURCES = 60;

/** Stands in for a source until the author chooses one; left there, it is reported as no source. */
const WHICH_SOURCE = 'source';

const MARKED: Readonly<Record<Marking['form'], string>> = {
  text: 'Mark as evidence',
  paragraph: 'Mark this paragraph as evidence',
  section: 'Mark this section as evidence',
  container: 'Mark this passage as evidence',
};

/**
 * What the selected text can be marked with, the most fitting items first; of nothing selected, the paragraph or heading at
 * the cursor. None where no mark can be put there without changing what the rest of the case means.
 */
export function markingChoices(analysis: CaseAnalysis, selection: Span, parsers: MarkdownParsers): MarkingChoice[] {
  const { model, text } = analysis;
  const first = analysis.coverage.items[0]?.entry.item.id;
  const marking = first === undefined ? undefined : markSelection(model.syntax, model.bodyStart, selection, first, parsers);
  if (!marking) return [];
  const isCiting = marking.form !== 'section' && model.citations.some(({ idSpan }) => idSpan.start >= marking.span.start && idSpan.end <= marking.span.end);
  const sources = isCiting ? [] : idsOfSources(analysis);
  return fittingItems(analysis, marking.span).map(({ entry: { item, framework }, status }): MarkingChoice => {
    const action = { title: `${MARKED[marking.form]} for ${item.id}, “${item.label}”`, edits: marking.edits(item.id, () => '') };
    const snippets = marking.edits(item.id, (index) => askedBraces(index, sources));
    return { ...action, ...(canBeSnippets(text, snippets) ? { snippets } : {}), item: item.id, label: item.label, framework: framework.title, status };
  });
}

/** What can be done with the mark that the selection stands in: take another stance, or take it away. */
export function markActions({ model, frameworks }: CaseAnalysis, selection: Span, parsers: MarkdownParsers): MarkingAction[] {
  if (selection.start < model.bodyStart) return [];
  const mark = markAt({ model, frameworks }, selection);
  if (!mark) return [];
  const { syntax } = model;
  const { directive } = mark;
  const written = stancesOf(directive).map(({ name }) => name);
  const stances: (Stance | undefined)[] = [...STANCES.filter((stance) => !(written.length === 1 && written[0] === stance)), undefined];
  const changes = stances.flatMap((stance) => {
    const edits = changeStance(syntax, directive, stance, parsers);
    return edits ? [{ title: `Change stance on ${directive.name} to ${stance === undefined ? 'none' : `“${stance}”`}`, edits }] : [];
  });
  const edits = removeMark(syntax, directive, parsers);
  return edits ? [...changes, { title: `Remove the mark ${directive.name} and keep its text`, edits }] : changes;
}

/** Braces that ask how the text bears on the item and what it rests on; of several marks made at once, the first asks for all. */
function askedBraces(index: number, sources: readonly string[]): string {
  const [stance, source] = index === 0 ? [choice(1, STANCES), choice(2, [WHICH_SOURCE, ...sources])] : ['$1', '$2'];
  return sources.length === 0 ? `{${stance}}` : `{${stance} src=${source}}`;
}

/** Editors repeat the blanks at the start of a line on the further lines of a snippet, where ours has them already. */
function canBeSnippets(text: string, edits: readonly TextEdit[]): boolean {
  return edits.every(({ span, newText }) => {
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
    return !/[\r\n]/.test(newText) || !/[ \t]/.test(text.slice(lineStart, Math.min(lineStart + 1, span.start)));
  });
}

/** The sources that an attribute can name, those of the case first. */
function idsOfSources({ model, sources }: CaseAnalysis): string[] {
  const ids = new Set<string>();
  for (const list of [model.sources, sources.values()]) {
    for (const { id } of list) {
      if (ids.size >= MOST_SOURCES) return [...ids];
      if (attributeId(id) !== undefined) ids.add(id);
    }
  }
  return [...ids];
}
