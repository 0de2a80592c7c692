import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { MarkingAction, RefusedMarking } from '../core/features/marking/marking-action.ts';
import { markActions, markingOffer, type MarkingOffer } from '../core/features/marking/marking-actions.ts';
import type { MarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { ClientProfile } from './client-profile.ts';
import { MARK_AS_EVIDENCE } from './commands.ts';
import { toSpan } from './convert.ts';
import { toWorkspaceEdit } from './language-features.ts';

/** Items that are offered at once; our own client can show all. */
const MOST_ITEMS = 5;

const NOT_ASKED: MarkingOffer = { choices: [], refusal: undefined };

/**
 * The marks that can be made of what is selected, and what can be done with the mark that it is in. An editor that asks by
 * itself as the cursor moves is told of text that can be marked only once some is selected: else its light would be on
 * in every paragraph. Who asks and looks for a mark where there can be none is told why, if the editor can show that.
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
  const isSelected = span.start < span.end;
  const isInvoked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  const isLookedFor = isInvoked && (isSelected || isWanted === true);
  const kind = CodeActionKind.RefactorRewrite;
  const toActions = (action: MarkingAction | RefusedMarking): CodeAction[] => {
    const title = shownText(action.title);
    if (!('reason' in action)) return [{ title, kind, edit: toWorkspaceEdit(action, analysis, profile, version) }];
    return profile.showsRefusedActions && isLookedFor ? [{ title, kind, disabled: { reason: shownText(action.reason) } }] : [];
  };
  const { choices, refusal } = isInvoked || isSelected ? markingOffer(analysis, span, parsers) : NOT_ASKED;
  const inOurs = (title: string): CodeAction => ({ title, kind, command: { title, command: MARK_AS_EVIDENCE } });
  const more = profile.isOurs && choices.length > MOST_ITEMS ? [inOurs('Mark as evidence for another item …')] : [];
  // VS Code hides refused actions until somebody looks for them; ours says the reason of this one in a message.
  const why = profile.isOurs && isLookedFor ? [inOurs('Why this cannot be marked as evidence …')] : undefined;
  const refused = refusal === undefined ? [] : (why ?? toActions({ title: 'Mark as evidence', reason: refusal }));
  const ofText = [...choices.slice(0, MOST_ITEMS).flatMap(toActions), ...more, ...refused];
  const ofMark = markActions(analysis, span, parsers).flatMap(toActions);
  return isSelected ? [...ofText, ...ofMark] : [...ofMark, ...ofText];
}
