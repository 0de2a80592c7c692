import { markingOffer, type MarkingOffer } from '../core/features/marking/marking-actions.ts';
import { onFirstUse } from '../core/memory/once-per.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { MarkingChoicesRequest, MarkingEditRequest } from '../protocol.ts';
import { toSpan } from './convert.ts';
import { toWorkspaceEdit } from './language-features.ts';
import type { ServerContext } from './server-context.ts';

const NO_CASE =
  'This file is not a case, so there is nothing that its text could be evidence for. A case has a line such as “case: brodersen” in its front matter.';

/** Answers the requests by which an author marks text with an item that is not among the most fitting ones. */
export function registerMarking({ connection, session, documents, profile }: ServerContext): void {
  const parsers = onFirstUse(() => createMarkdownParsers());
  const offerAt = (analysis: CaseAnalysis, range: Parameters<typeof toSpan>[0]): MarkingOffer =>
    markingOffer(analysis, toSpan(range, analysis.lines), parsers());

  connection.onRequest(MarkingChoicesRequest, async ({ uri, range }) => {
    const analysis = await session.analyse(uri);
    if (!analysis) return { choices: [], refusal: NO_CASE };
    const { choices, refusal } = offerAt(analysis, range);
    const rows = choices.map(({ item, label, framework, status }) => ({ item, label: shownText(label), framework: shownText(framework), status }));
    return { choices: rows, refusal: refusal ?? null };
  });

  connection.onRequest(MarkingEditRequest, async ({ uri, range, item }) => {
    const analysis = await session.analyse(uri);
    const chosen = analysis && offerAt(analysis, range).choices.find((choice) => choice.item === item);
    return analysis && chosen ? toWorkspaceEdit(chosen, analysis, profile, documents.get(uri)?.version ?? null) : null;
  });
}
