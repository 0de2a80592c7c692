import { LSPErrorCodes, ResponseError, type CancellationToken, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Referent } from '../core/mentions/referent.ts';
import { renaming, whyNotRenamed, type FileEdits, type RenameScope } from '../core/features/navigate/rename.ts';
import type { TeamFile } from '../core/mentions/team-file-mentions.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { nameOf } from '../core/workspace/uri.ts';
import type { AskedPlace } from './asked-place.ts';
import { toTextEdits } from './convert.ts';
import { readThrough } from './read-through.ts';
import type { ServerContext } from './server-context.ts';
import { allCasesKnown, casesUsing, teamFiles } from './study-mentions.ts';

/** Refuses to rename, with the reason that the editor shows. */
export function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Refuses to rename what cannot be renamed at all from the place where somebody asks for it. */
export function refuseUnrenamable({ session }: ServerContext, referent: Referent, from: AskedPlace): void {
  const reason = whyNotRenamed(referent, from.uri, (uri) => !session.builtins.has(uri));
  if (reason !== undefined) refuse(reason);
}

/** The edits that give something another name in all files of the study; an error with the reason where that is refused. */
export async function renameInStudy(
  context: ServerContext,
  referent: Referent,
  newName: string,
  from: AskedPlace,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  refuseUnrenamable(context, referent, from);
  const scope = await scopeOf(context, referent, newName, from, token);
  const result = renaming(referent, newName, scope);
  if (result.kind === 'refused') refuse(result.reason);
  const lines = new Map(scope.cases.map((analysis) => [analysis.uri, analysis.lines]));
  for (const { uri, text } of filesIn(scope)) lines.set(uri, new LineIndex(text));
  const edits = result.files.map((file) => documentEdit(context, file, lines.get(file.uri) ?? new LineIndex('')));
  if (context.profile.takesVersionedEdits) return { documentChanges: edits };
  return { changes: Object.fromEntries(edits.map(({ textDocument, edits: each }) => [textDocument.uri, each])) };
}

/** What may be changed besides cases. */
function filesIn({ team, bibliography }: RenameScope): TeamFile[] {
  return [...(team ? [team.pack, ...team.configurations, ...team.templates] : []), ...(bibliography ? [bibliography] : [])];
}

async function scopeOf(context: ServerContext, referent: Referent, newName: string, from: AskedPlace, token: CancellationToken): Promise<RenameScope> {
  const { session } = context;
  const nothing: RenameScope = { cases: [], team: undefined, bibliography: undefined, caseIds: new Set() };
  if (referent.kind === 'source' && from.analysis) return { ...nothing, cases: [from.analysis] };
  await allCasesKnown(context);
  switch (referent.kind) {
    case 'case': {
      const others = session.workspace.cases().filter((uri) => uri !== referent.uri);
      const caseIds = new Set(others.flatMap((uri) => session.register.get(uri)?.overview.value.case ?? []));
      return { ...nothing, cases: from.analysis ? [from.analysis] : [], caseIds };
    }
    case 'source': {
      const cases = await casesNaming(context, referent, newName, session.workspace.cases(), token);
      const bibliography = { uri: referent.uri, text: (await session.textOf(referent.uri)) ?? '' };
      return { ...nothing, cases: cases.filter(({ sources }) => sources.get(referent.id)?.uri === referent.uri), bibliography };
    }
    case 'item': {
      const cases = await casesNaming(context, referent, newName, casesUsing(context, referent.uri), token);
      return { ...nothing, cases, team: await teamFiles(context, referent, from.project) };
    }
    case 'framework':
    case 'template':
      return nothing;
  }
}

/** Those of some cases whose text has the old name or the new one; refuses to leave out one that cannot be read. */
async function casesNaming(
  context: ServerContext,
  { id }: Referent,
  newName: string,
  uris: readonly string[],
  token: CancellationToken,
): Promise<CaseAnalysis[]> {
  const [unread] = context.session.closed.unread();
  if (unread) refuse(`“${nameOf(unread.uri)}” could not be read: ${unread.reason}. It may name “${id}”, too, so that must be mended first.`);
  const isPossible = (text: string): boolean => text.includes(id) || text.includes(newName);
  const cases: CaseAnalysis[] = [];
  for await (const analysis of readThrough(context, { title: `Renaming “${id}”`, uris, isPossible }, token)) cases.push(analysis);
  return cases;
}

/** With the version of an open document: should its author type on meanwhile, the editor refuses edits that are meant for another text. */
function documentEdit({ session }: ServerContext, { uri, edits }: FileEdits, lines: LineIndex): TextDocumentEdit & { edits: ReturnType<typeof toTextEdits> } {
  const open = session.openDocument(uri);
  return { textDocument: { uri: open?.uri ?? uri, version: open?.version ?? null }, edits: toTextEdits(edits, lines) };
}
