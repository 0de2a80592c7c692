import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { markActions, markingChoices, type MarkingAction } from '../core/features/marking/marking-actions.ts';
import type { MarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { ClientProfile } from './client-profile.ts';
import { MARK_AS_EVIDENCE } from './commands.ts';
import { toSpan } from './convert.ts';
import { toWorkspaceEdit } from './language-features.ts';

/** Items that are offered at once; our own client can show all. */
const MOST_ITEMS = 5;

/**
 * The marks that can be made of what is selected, and what can be done with the mark that it is in. An editor that asks by
 * itself as the cursor moves is told of text that can be marked only once some is selected: else its light would be on
 * in every paragraph.
 */
export function markingCodeActions(
  analysis: CaseAnalysis,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  profile: ClientProfile,
  version: number | null,
  parsers: MarkdownParsers,
): CodeAction[] {
  const isWanted = context.only?.some(
    (kind) => kind === '' || CodeActionKind.RefactorRewrite === kind || CodeActionKind.RefactorRewrite.startsWith(`${kind}.`),
  );
  if (isWanted === false) return [];
  const span = toSpan(range, analysis.lines);
  const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic || span.start < span.end;
  const choices = isAsked ? markingChoices(analysis, span, parsers) : [];
  const toAction = (action: MarkingAction): CodeAction => ({
    title: shownText(action.title),
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit(action, analysis, profile, version),
  });
  const title = 'Mark as evidence for another item …';
  const more =
    profile.isOurs && choices.length > MOST_ITEMS ? [{ title, kind: CodeActionKind.RefactorRewrite, command: { title, command: MARK_AS_EVIDENCE } }] : [];
  const ofMark = markActions(analysis, span, parsers).map(toAction);
  const ofText = [...choices.slice(0, MOST_ITEMS).map(toAction), ...more];
  return span.start < span.end ? [...ofText, ...ofMark] : [...ofMark, ...ofText];
}
