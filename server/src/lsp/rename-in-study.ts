import { LSPErrorCodes, ResponseError, type CancellationToken, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Referent } from '../core/mentions/referent.ts';
import { renaming, whyNotRenamed, type FileEdits, type RenameScope } from '../core/features/navigate/rename.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { Project } from '../core/workspace/project.ts';
import { nameOf } from '../core/workspace/uri.ts';
import { toTextEdits } from './convert.ts';
import { readThrough } from './read-through.ts';
import type { ServerContext } from './server-context.ts';
import { allCasesKnown, casesUsing, teamFiles } from './study-mentions.ts';

/** Refuses to rename, with the reason that the editor shows. */
export function refuse(reason: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** Refuses to rename what cannot be renamed at all. */
export function refuseUnrenamable({ session }: ServerContext, referent: Referent): void {
  const { workspace, builtins } = session;
  const reason = whyNotRenamed(
    referent,
    (uri) => workspace.isCase(uri),
    (uri) => !builtins.has(uri),
  );
  if (reason !== undefined) refuse(reason);
}

/**
 * The edits that give something another name in all files of the study; an error with the reason where that is refused.
 * @param project what applies to the file that is asked from
 */
export async function renameInStudy(
  context: ServerContext,
  referent: Referent,
  newName: string,
  project: Project,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  refuseUnrenamable(context, referent);
  const scope = await scopeOf(context, referent, newName, project, token);
  const result = renaming(referent, newName, scope);
  if (result.kind === 'refused') refuse(result.reason);
  const lines = new Map(scope.cases.map((analysis) => [analysis.uri, analysis.lines]));
  const { team } = scope;
  for (const { uri, text } of team ? [team.pack, ...team.configurations, ...team.templates] : []) lines.set(uri, new LineIndex(text));
  const edits = result.files.map((file) => documentEdit(context, file, lines.get(file.uri) ?? new LineIndex('')));
  if (context.profile.takesVersionedEdits) return { documentChanges: edits };
  return { changes: Object.fromEntries(edits.map(({ textDocument, edits: each }) => [textDocument.uri, each])) };
}

async function scopeOf(context: ServerContext, referent: Referent, newName: string, project: Project, token: CancellationToken): Promise<RenameScope> {
  const { session } = context;
  if (referent.kind !== 'item') {
    const own = 'uri' in referent ? await session.analyse(referent.uri) : undefined;
    const cases = own ? [own] : [];
    if (referent.kind !== 'case') return { cases, team: undefined, caseIds: new Set() };
    await allCasesKnown(context);
    const others = session.workspace.cases().filter((uri) => uri !== referent.uri);
    const caseIds = new Set(others.flatMap((uri) => session.register.get(uri)?.overview.value.case ?? []));
    return { cases, team: undefined, caseIds };
  }
  await allCasesKnown(context);
  const [unread] = session.closed.unread();
  if (unread) refuse(`“${nameOf(unread.uri)}” could not be read: ${unread.reason}. It may name “${referent.id}”, too, so that must be mended first.`);
  const isPossible = (text: string): boolean => text.includes(referent.id) || text.includes(newName);
  const search = { title: `Renaming “${referent.id}”`, uris: casesUsing(context, referent.uri), isPossible };
  const cases: CaseAnalysis[] = [];
  for await (const analysis of readThrough(context, search, token)) cases.push(analysis);
  return { cases, team: await teamFiles(context, referent, project), caseIds: new Set() };
}

/** With the version of an open document: should its author type on meanwhile, the editor refuses edits that are meant for another text. */
function documentEdit({ session }: ServerContext, { uri, edits }: FileEdits, lines: LineIndex): TextDocumentEdit & { edits: ReturnType<typeof toTextEdits> } {
  const open = session.openDocument(uri);
  return { textDocument: { uri: open?.uri ?? uri, version: open?.version ?? null }, edits: toTextEdits(edits, lines) };
}
