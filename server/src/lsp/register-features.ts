import type { Range } from 'vscode-languageserver';
import { completeOutsideCase } from '../core/features/complete/outside-case.ts';
import { complete } from '../core/features/complete/complete.ts';
import { hoverAt } from '../core/features/hover/hover-at.ts';
import { onFirstUse } from '../core/memory/once-per.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { Span } from '../core/text/span.ts';
import { SHOW_ITEM } from './commands.ts';
import { isBehindCases } from './files-behind-cases.ts';
import { codeActions, foldsOf, lensesOf, symbolsOf, toCompletionItem, toHover } from './language-features.ts';
import { markingCodeActions } from './marking-code-actions.ts';
import { guard } from './run-safe.ts';
import type { ServerContext } from './server-context.ts';

/** Answers the requests of the protocol. Each handler looks the case up, asks the core and converts the answer. */
export function registerFeatures({ connection, session, documents, profile, diagnostics }: ServerContext): void {
  /** What tries whether a mark can be put somewhere. */
  const parsers = onFirstUse(() => createMarkdownParsers());

  if (profile.pullsDiagnostics) {
    connection.languages.diagnostics.on(
      guard(connection, { kind: 'full', items: [] }, async ({ textDocument, previousResultId }) => diagnostics.pull(textDocument.uri, previousResultId)),
    );
  }

  connection.onCompletion(
    guard(connection, [], async ({ textDocument, position }) => {
      const analysis = await session.analyse(textDocument.uri);
      if (analysis) {
        const offered = complete(analysis, analysis.lines.offsetAt(position));
        const items = offered.map((item) => toCompletionItem(item, analysis.lines, profile));
        return offered.some(({ isOneOfMany }) => isOneOfMany) ? { isIncomplete: true, items } : items;
      }
      if (isBehindCases(textDocument.uri)) return [];
      const text = session.openDocument(textDocument.uri)?.getText() ?? '';
      const lines = new LineIndex(text);
      const items = completeOutsideCase(text, lines.offsetAt(position), await session.projectOf(textDocument.uri));
      return items.map((item) => toCompletionItem(item, lines, profile));
    }),
  );

  connection.onHover(
    guard(connection, null, async ({ textDocument, position }) => {
      const analysis = await session.analyse(textDocument.uri);
      const hover = analysis && hoverAt(analysis, analysis.lines.offsetAt(position));
      return analysis && hover ? toHover(hover, analysis.lines) : null;
    }),
  );

  connection.onCodeAction(
    guard(connection, [], async ({ textDocument, range, context }) => {
      const analysis = await session.analyse(textDocument.uri);
      if (!analysis) return [];
      const version = documents.get(textDocument.uri)?.version ?? null;
      const fixes = codeActions(analysis, range, profile, version, diagnostics.options);
      return [...fixes, ...markingCodeActions(analysis, { range, context }, profile, version, parsers())];
    }),
  );

  connection.onDocumentSymbol(
    guard(connection, [], async ({ textDocument }) => {
      const analysis = await session.analyse(textDocument.uri);
      return analysis ? symbolsOf(analysis, profile) : [];
    }),
  );

  connection.onCodeLens(
    guard(connection, [], async ({ textDocument }) => {
      const analysis = await session.analyse(textDocument.uri);
      return analysis ? lensesOf(analysis) : [];
    }),
  );

  connection.onFoldingRanges(
    guard(connection, [], async ({ textDocument }) => {
      const analysis = await session.analyse(textDocument.uri);
      return analysis ? foldsOf(analysis) : [];
    }),
  );

  if (!profile.isOurs) {
    connection.onExecuteCommand(
      guard(connection, null, async (params) => {
        const [uri, item] = (params.arguments ?? []) as unknown[];
        const place = params.command === SHOW_ITEM && typeof uri === 'string' && typeof item === 'string' ? await placeOfItem(uri, item) : undefined;
        if (place && profile.showsDocuments) await connection.window.showDocument({ uri: place.uri, selection: place.range, takeFocus: true });
        return null;
      }),
    );
  }

  /** Where the author's conclusion on an item stands; where there is none, the next text about it. */
  async function placeOfItem(uri: string, itemId: string): Promise<{ uri: string; range: Range } | undefined> {
    const analysis = await session.analyse(uri);
    const item = analysis?.coverage.items.find(({ entry }) => entry.item.id === itemId);
    const span: Span | undefined = item?.finding?.span ?? item?.marks[0]?.nameSpan;
    return analysis && span && { uri, range: analysis.lines.rangeOf(span) };
  }
}
