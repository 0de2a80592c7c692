import { STANCES, type Stance, type Status } from '../../model/vocabulary.ts';
import type { Directive } from '../../syntax/block.ts';
import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import type { SyntaxDocument } from '../../syntax/syntax-document.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { attributeId } from '../complete/sources.ts';
import { choice } from '../snippet-text.ts';
import { changeStance, stancesOf } from './change-stance.ts';
import { fittingItems } from './fitting-items.ts';
import { headingActions } from './heading-actions.ts';
import { markAt } from './mark-at.ts';
import { markSelection, type Marking } from './mark-selection.ts';
import { stanceTitle, type MarkingAction, type RefusedMarking } from './marking-action.ts';
import { NO_REMOVAL_HERE, stancesOrWhyNot, whyNotMarked } from './refusals.ts';
import { withoutSpace } from './region.ts';
import { removeMark } from './remove-mark.ts';

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

/** What a selection can be marked with, or why it cannot be marked: one of the two. */
export interface MarkingOffer {
  /** The most fitting items first. */
  readonly choices: readonly MarkingChoice[];
  /** Undefined where there are choices. */
  readonly refusal: string | undefined;
}

/**
 * What the selected text can be marked with; of nothing selected, the paragraph or heading at the cursor. Refused where no
 * mark can be put there without changing what the rest of the case means.
 */
export function markingOffer(analysis: CaseAnalysis, selection: Span, parsers: MarkdownParsers): MarkingOffer {
  const { model, text } = analysis;
  const first = analysis.coverage.items[0]?.entry.item.id;
  const marking = first === undefined ? undefined : markSelection(model.syntax, model.bodyStart, selection, first, parsers);
  const items = marking ? fittingItems(analysis, marking) : [];
  if (!marking || items.length === 0) return { choices: [], refusal: whyNotMarked(analysis, selection, marking !== undefined) };
  const isCiting = marking.form !== 'section' && model.citations.some(({ idSpan }) => idSpan.start >= marking.span.start && idSpan.end <= marking.span.end);
  const sources = isCiting ? [] : idsOfSources(analysis);
  const choices = items.map(({ entry: { item, framework }, status }): MarkingChoice => {
    const action = { title: `${MARKED[marking.form]} for ${item.id}, “${item.label}”`, edits: marking.edits(item.id, () => '') };
    const snippets = marking.edits(item.id, (index) => askedBraces(index, sources));
    return { ...action, ...(canBeSnippets(text, snippets) ? { snippets } : {}), item: item.id, label: item.label, framework: framework.title, status };
  });
  return { choices, refusal: undefined };
}

/** What can be done with the mark that the selection stands in: take another stance, or take it away. */
export function markActions(analysis: CaseAnalysis, selected: Span, parsers: MarkdownParsers): readonly (MarkingAction | RefusedMarking)[] {
  const { model, text } = analysis;
  const selection = withoutSpace(text, selected);
  if (selection.start < model.bodyStart) return [];
  const mark = markAt(analysis, selection);
  return mark ? actionsOn(mark.directive, model.syntax, parsers) : headingActions(analysis, selection, parsers);
}

function actionsOn(directive: Directive, syntax: SyntaxDocument, parsers: MarkdownParsers): (MarkingAction | RefusedMarking)[] {
  const { name } = directive;
  const written = stancesOf(directive).map((attribute) => attribute.name);
  const stances: (Stance | undefined)[] = [...STANCES.filter((stance) => !(written.length === 1 && written[0] === stance)), undefined];
  const changes = stances.flatMap((stance) => {
    const edits = changeStance(syntax, directive, stance, parsers);
    return edits ? [{ title: stanceTitle(name, stance), edits }] : [];
  });
  const removal = `Remove the mark ${name} and keep its text`;
  const edits = removeMark(syntax, directive, parsers);
  return [...stancesOrWhyNot(name, changes), edits ? { title: removal, edits } : { title: removal, reason: NO_REMOVAL_HERE }];
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
