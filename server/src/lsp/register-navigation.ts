import {
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Range,
  type TextDocumentPositionParams,
  type CancellationToken,
} from 'vscode-languageserver';
import { mentionAt } from '../core/mentions/case-mentions.ts';
import { definitionIn, fileOf, itemsIn, type Definition } from '../core/features/navigate/definition.ts';
import { documentLinks } from '../core/features/navigate/document-links.ts';
import { highlightsAt } from '../core/features/navigate/highlights.ts';
import { quotedPassagesAt } from '../core/features/navigate/quoted-passages.ts';
import type { Mention } from '../core/mentions/referent.ts';
import type { Framework } from '../core/frameworks/framework-set.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { isBelow } from '../core/workspace/uri.ts';
import { refuse, refuseUnrenamable, renameInStudy } from './rename-in-study.ts';
import { guard } from './run-safe.ts';
import type { ServerContext } from './server-context.ts';
import { digests, studyMentions, studyQuotations, type FoundPlace } from './study-mentions.ts';
import { studySymbols } from './study-symbols.ts';

/** Answers where something is declared, where it is named, and how it is to be renamed: in a case and in all of the study. */
export function registerNavigation(context: ServerContext): void {
  const { connection, session, profile } = context;

  connection.onDefinition(
    guard<[TextDocumentPositionParams], Location[] | LocationLink[]>(connection, [], async (asked) => {
      const at = await mentionAsked(asked);
      if (!at) return passageLinks(asked);
      const uri = fileOf(at.mention.referent, at.analysis, (name) => session.builtins.templateFile(name));
      if (uri === undefined) return [];
      const text = (await session.textOf(uri)) ?? '';
      const definition = definitionIn(text, at.mention.referent, at.analysis);
      return linksTo([{ uri, ...definition, lines: new LineIndex(text) }], at.analysis.lines.rangeOf(at.mention.span));
    }),
  );

  connection.onReferences(
    guard(connection, [], async (asked, token) => {
      const at = await mentionAsked(asked);
      const found = at ? await studyMentions(context, at.mention.referent, at.analysis, token) : await quotedPlaces(asked, token);
      return found
        .filter(({ isDeclaration }) => asked.context.includeDeclaration || !isDeclaration)
        .map(({ uri, range }): Location => ({ uri: shownUri(uri), range }));
    }),
  );

  connection.onDocumentHighlight(
    guard(connection, [], async ({ textDocument, position }) => {
      const analysis = await session.analyse(textDocument.uri);
      if (!analysis) return [];
      return highlightsAt(analysis, analysis.lines.offsetAt(position)).map(({ span, isDeclaration }) => ({
        range: analysis.lines.rangeOf(span),
        kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );

  // What is refused is an error with its reason, for the editor to show.
  connection.onPrepareRename(async (asked) => {
    const { analysis, mention } = (await mentionAsked(asked)) ?? refuse(NOTHING_TO_RENAME);
    refuseUnrenamable(context, mention.referent, analysis);
    if (mention.reads !== 'id') refuse(`This is not the id “${mention.referent.id}”, but stands for it. Rename it where the id is written.`);
    return { range: analysis.lines.rangeOf(mention.span), placeholder: mention.referent.id };
  });

  connection.onRenameRequest(async ({ newName, ...asked }, token) => {
    const { analysis, mention } = (await mentionAsked(asked)) ?? refuse(NOTHING_TO_RENAME);
    return renameInStudy(context, mention.referent, newName, analysis, token);
  });

  connection.onWorkspaceSymbol(
    guard(connection, [], async ({ query }) => {
      await session.update();
      const symbols = await studySymbols(query, digests(context), rangeOfItem);
      return symbols.map((symbol) => ({ ...symbol, location: { ...symbol.location, uri: shownUri(symbol.location.uri) } }));
    }),
  );

  connection.onDocumentLinks(
    guard(connection, [], async ({ textDocument }) => {
      const analysis = await session.analyse(textDocument.uri);
      if (!analysis) return [];
      const isInside = (uri: string): boolean => session.study.folders.some((folder) => isBelow(uri, folder));
      return documentLinks(analysis, isInside).map(({ span, target }) => ({ range: analysis.lines.rangeOf(span), target }));
    }),
  );

  async function mentionAsked({ textDocument, position }: TextDocumentPositionParams): Promise<{ analysis: CaseAnalysis; mention: Mention } | undefined> {
    const analysis = await session.analyse(textDocument.uri);
    const mention = analysis && mentionAt(analysis, analysis.lines.offsetAt(position));
    return analysis && mention && { analysis, mention };
  }

  /** Where the words of the quotation at a place were said. */
  async function passageLinks({ textDocument, position }: TextDocumentPositionParams): Promise<Location[] | LocationLink[]> {
    const analysis = await session.analyse(textDocument.uri);
    const quoted = analysis && quotedPassagesAt(analysis, analysis.lines.offsetAt(position));
    if (!quoted) return [];
    const places = quoted.passages.map(async ({ uri, span }) => ({ uri, span, wholeSpan: span, lines: new LineIndex((await session.textOf(uri)) ?? '') }));
    return linksTo(await Promise.all(places), analysis.lines.rangeOf(quoted.span));
  }

  /** Where the passage that the quotation at a place is taken from was said, and all quotations that are taken from it. */
  async function quotedPlaces({ textDocument, position }: TextDocumentPositionParams, token: CancellationToken): Promise<FoundPlace[]> {
    const analysis = await session.analyse(textDocument.uri);
    const quoted = analysis && quotedPassagesAt(analysis, analysis.lines.offsetAt(position));
    return quoted ? studyQuotations(context, quoted.passages, token) : [];
  }

  function linksTo(places: readonly (Definition & { readonly uri: string; readonly lines: LineIndex })[], asked: Range): Location[] | LocationLink[] {
    if (!profile.takesLocationLinks) return places.map(({ uri, span, lines }) => ({ uri: shownUri(uri), range: lines.rangeOf(span) }));
    return places.map(({ uri, span, wholeSpan, lines }) => ({
      targetUri: shownUri(uri),
      targetRange: lines.rangeOf(wholeSpan),
      targetSelectionRange: lines.rangeOf(span),
      originSelectionRange: asked,
    }));
  }

  /** Where an item stands in its framework, which is read once as long as that is in use. */
  const places = new WeakMap<Framework, Promise<(id: string) => Range>>();
  async function rangeOfItem(framework: Framework, id: string): Promise<Range> {
    const known = places.get(framework) ?? session.textOf(framework.uri).then(rangesIn);
    places.set(framework, known);
    return (await known)(id);
  }

  /** An open document has the name that the client gave it; what ships with Casewright is a page of our own client's, that cannot be changed. */
  function shownUri(uri: string): string {
    if (profile.isOurs && session.builtins.has(uri)) return `casewright:/${uri.split('/').slice(-2).join('/')}`;
    return session.openDocument(uri)?.uri ?? uri;
  }
}

const NOTHING_TO_RENAME = 'There is nothing here that can be renamed: put the cursor on the id of an item, of a source or of the case.';

function rangesIn(text = ''): (id: string) => Range {
  const lines = new LineIndex(text);
  const items = itemsIn(text);
  return (id) => lines.rangeOf(items.get(id)?.span ?? { start: 0, end: 0 });
}
