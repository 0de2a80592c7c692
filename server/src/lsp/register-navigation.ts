import {
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Range,
  type TextDocumentPositionParams,
  type CancellationToken,
} from 'vscode-languageserver';
import { definitionIn, fileOf } from '../core/features/navigate/definition.ts';
import { documentLinks } from '../core/features/navigate/document-links.ts';
import { highlightsAt } from '../core/features/navigate/highlights.ts';
import type { QuotedPassages } from '../core/features/navigate/quoted-passages.ts';
import type { Mention } from '../core/mentions/referent.ts';
import { LineIndex } from '../core/text/line-index.ts';
import { isBelow } from '../core/workspace/uri.ts';
import { askedPlace, askedPlaceInStudy, type AskedPlace } from './asked-place.ts';
import { itemPlaces } from './item-places.ts';
import { pageOf } from './own-pages.ts';
import { refuse, refuseUnrenamable, renameInStudy } from './rename-in-study.ts';
import { guard } from './run-safe.ts';
import type { ServerContext } from './server-context.ts';
import { digests, studyMentions, studyQuotations, type FoundPlace } from './study-mentions.ts';
import { studySymbols } from './study-symbols.ts';

/** A place to go to. */
interface LinkTarget {
  readonly uri: string;
  /** What is selected there. */
  readonly range: Range;
  /** All that belongs to it. */
  readonly wholeRange: Range;
}

/** Answers where something is declared, where it is named, and how it is to be renamed: in a case, in the files that cases rest on, and in all of the study. */
export function registerNavigation(context: ServerContext): void {
  const { connection, session, profile } = context;
  const rangeOfItem = itemPlaces(session);

  connection.onDefinition(
    guard<[TextDocumentPositionParams], Location[] | LocationLink[]>(connection, [], async (asked) => {
      const at = await askedPlace(session, asked); // at once, since editors ask wherever the mouse rests
      if (at?.mention) return definitionOf(at, at.mention);
      return at?.analysis && at.quoted ? passageLinks(at.quoted, at.lines.rangeOf(at.quoted.span)) : [];
    }),
  );

  connection.onReferences(
    guard(connection, [], async (asked, token) => {
      const at = await askedPlaceInStudy(session, asked);
      const found = at ? await referencesOf(at, token) : [];
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

  // What is refused is an error with its reason, for the editor to show. In a file of somebody else's, it is none of our business.
  connection.onPrepareRename(async (asked) => {
    const at = await askedPlaceInStudy(session, asked);
    if (!at) return null;
    const { lines, mention } = at;
    if (!mention) return refuse(NOTHING_TO_RENAME);
    refuseUnrenamable(context, mention.referent, at);
    if (mention.reads !== 'id') refuse(`This is not the id “${mention.referent.id}”, but stands for it. Rename it where the id is written.`);
    return { range: lines.rangeOf(mention.span), placeholder: mention.referent.id };
  });

  connection.onRenameRequest(async ({ newName, ...asked }, token) => {
    const at = await askedPlaceInStudy(session, asked);
    return at?.mention ? renameInStudy(context, at.mention.referent, newName, at, token) : refuse(NOTHING_TO_RENAME);
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

  /** Where that is declared which is named at a place: that place itself, where it is. */
  async function definitionOf({ lines, project }: AskedPlace, { referent, span }: Mention): Promise<Location[] | LocationLink[]> {
    const uri = fileOf(referent, project, (name) => session.builtins.templateFile(name));
    if (uri === undefined) return [];
    const text = (await session.textOf(uri)) ?? '';
    const declaring = session.workspace.isCase(uri) ? await session.analyse(uri) : undefined;
    const there = new LineIndex(text);
    const definition = definitionIn(text, referent, declaring?.model);
    return linksTo([{ uri, range: there.rangeOf(definition.span), wholeRange: there.rangeOf(definition.wholeSpan) }], lines.rangeOf(span));
  }

  /** Where the words of a quotation were said. */
  function passageLinks({ passages }: QuotedPassages, asked: Range): Location[] | LocationLink[] {
    const places = passages.flatMap(({ uri, span }) => {
      const range = session.rangeIn(uri, span);
      return range ? [{ uri, range, wholeRange: range }] : [];
    });
    return linksTo(places, asked);
  }

  async function referencesOf({ analysis, project, mention, quoted }: AskedPlace, token: CancellationToken): Promise<FoundPlace[]> {
    if (mention) return studyMentions(context, mention.referent, project, token);
    const found = quoted ? await studyQuotations(context, quoted.passages, token) : [];
    // Who asks in the transcript is there already.
    return analysis ? found : found.filter(({ isDeclaration }) => !isDeclaration);
  }

  function linksTo(places: readonly LinkTarget[], asked: Range): Location[] | LocationLink[] {
    if (!profile.takesLocationLinks) return places.map(({ uri, range }) => ({ uri: shownUri(uri), range }));
    return places.map(({ uri, range, wholeRange }) => ({
      targetUri: shownUri(uri),
      targetRange: wholeRange,
      targetSelectionRange: range,
      originSelectionRange: asked,
    }));
  }

  /** An open document has the name that the client gave it; what ships with Casewright is a page of our own client's, that cannot be changed. */
  function shownUri(uri: string): string {
    if (profile.isOurs && session.builtins.has(uri)) return pageOf(uri);
    return session.openDocument(uri)?.uri ?? uri;
  }
}

const NOTHING_TO_RENAME = 'There is nothing here that can be renamed: put the cursor on the id of an item, of a source or of the case.';
