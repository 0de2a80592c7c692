import { describe, expect, it } from 'vitest';
import { CodeActionKind, CodeActionTriggerKind, type CodeActionContext, type InitializeParams } from 'vscode-languageserver';
import { createMarkdownParsers } from '../../server/src/core/syntax/markdown-parser.ts';
import { profileOf, type ClientProfile } from '../../server/src/lsp/client-profile.ts';
import { markingCodeActions } from '../../server/src/lsp/marking-code-actions.ts';
import { SMALL_STUDY } from '../support/features.ts';
import { readMarkers } from '../support/marked-text.ts';
import { analyse } from '../support/workspace.ts';

const INVOKED = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked };
const REFACTOR = { ...INVOKED, only: [CodeActionKind.Refactor] };

const PROFILE = profileOf({ capabilities: {} } as InitializeParams);

/** The actions on a selection, a refused one with its reason behind it. */
async function check(
  body: string,
  context: CodeActionContext,
  expected: readonly string[],
  client: Partial<ClientProfile> = { showsRefusedActions: true },
): Promise<void> {
  const { text, ranges } = readMarkers(`---\ncase: x\n---\n\n${body}`);
  const analysis = await analyse(text, SMALL_STUDY);
  const profile = { ...PROFILE, ...client };
  const range = analysis.lines.rangeOf(ranges[0] ?? { start: 0, end: 0 });
  const actions = markingCodeActions(analysis, { range, context }, profile, 1, createMarkdownParsers());
  expect(actions.map(({ title, disabled }) => (disabled ? `${title}: ${disabled.reason.slice(0, 18)}…` : title))).toEqual(expected);
}

const REFUSED = 'Mark as evidence: There are no words…';

describe('who looks for a mark where there can be none is told why', () => {
  it('when something is selected, and when refactorings are asked for', async () => {
    await check('```\n‹|code|›\n```\n', INVOKED, [REFUSED]);
    await check('One.\n\n‹||›\n\nTwo.\n', REFACTOR, [REFUSED]);
    await check(':A2[- ‹|two|›]\n', REFACTOR, [
      'Mark as evidence for A1, “Timing”',
      'Mark as evidence for A3, “Performance”',
      ...['supports', 'contradicts', 'qualifies', 'rival'].map((stance) => `Change stance on A2 to “${stance}”`),
      'Remove the mark A2 and keep its text: Without its mark, …',
    ]);
  });
  it('by the command of our own client, where that asks: it has a message for the reason', async () => {
    const ours = { showsRefusedActions: true, isOurs: true };
    await check('```\n‹|code|›\n```\n', INVOKED, ['Why this cannot be marked as evidence …'], ours);
    await check('```\n‹|code|›\n```\n', { ...INVOKED, triggerKind: CodeActionTriggerKind.Automatic }, [], ours);
  });
  it('but not while the cursor only moves, nor in an editor that could not show it', async () => {
    await check('One.\n\n‹||›\n\nTwo.\n', INVOKED, []);
    await check('```\n‹|code|›\n```\n', { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic }, []);
    await check('```\n‹|code|›\n```\n', REFACTOR, [], {});
    await check('```\n‹|code|›\n```\n', { ...INVOKED, only: [CodeActionKind.QuickFix] }, []);
  });
});
