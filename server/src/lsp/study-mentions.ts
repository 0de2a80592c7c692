import type { CancellationToken, Range } from 'vscode-languageserver';
import { mentionsOf } from '../core/mentions/case-mentions.ts';
import { definitionIn } from '../core/features/navigate/definition.ts';
import { quotationsFrom } from '../core/features/navigate/quoted-passages.ts';
import type { Mention, Referent } from '../core/mentions/referent.ts';
import { itemInTeamFiles, type TeamFile, type TeamFiles } from '../core/mentions/team-file-mentions.ts';
import { extendedBy } from '../core/features/navigate/extended-by.ts';
import { itemRanges, type CaseDigest } from '../core/report/case-digest.ts';
import type { TranscriptPlace } from '../core/quotes/judge.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { Project } from '../core/workspace/project.ts';
import { readThrough, type Search } from './read-through.ts';
import type { ServerContext } from './server-context.ts';

type Context = Pick<ServerContext, 'connection' | 'session'>;
type ItemReferent = Extract<Referent, { kind: 'item' }>;

/** A place of the study that names something. */
export interface FoundPlace {
  readonly uri: string;
  readonly range: Range;
  readonly isDeclaration: boolean;
}

/**
 * All places of the study that name something, the one where it is declared among them; file by file.
 * @param project what applies to the file that is asked from
 */
export async function studyMentions(context: Context, referent: Referent, project: Project, token: CancellationToken): Promise<FoundPlace[]> {
  const inCase = (analysis: CaseAnalysis): FoundPlace[] => placesIn(analysis.uri, analysis.lines, mentionsOf(analysis, referent));
  const { session } = context;
  const own = 'uri' in referent && session.workspace.isCase(referent.uri) ? await session.analyse(referent.uri) : undefined;
  if (own) return inCase(own);
  await allCasesKnown(context);
  const found: FoundPlace[] = [];
  if (referent.kind === 'source') {
    const text = (await session.textOf(referent.uri)) ?? '';
    found.push({ uri: referent.uri, range: new LineIndex(text).rangeOf(definitionIn(text, referent, undefined).span), isDeclaration: true });
  }
  if (referent.kind === 'item') {
    for (const { uri, text, mentions } of itemInTeamFiles(referent, await teamFiles(context, referent, project)))
      found.push(...placesIn(uri, new LineIndex(text), mentions));
    // Nothing has to be read for it: the digests have the places.
    for (const digest of digests(context)) found.push(...itemPlaces(digest, referent));
    return found;
  }
  const search = { title: `Looking for “${referent.id}”`, ...whereToLook(context, referent) };
  for await (const analysis of readThrough(context, search, token)) found.push(...inCase(analysis));
  return found;
}

/** Passages of transcripts, as what the quotations of all cases come from, and those quotations. */
export async function studyQuotations(context: Context, passages: readonly TranscriptPlace[], token: CancellationToken): Promise<FoundPlace[]> {
  const { session } = context;
  await allCasesKnown(context);
  const found: FoundPlace[] = [];
  for (const { uri, span } of passages) {
    const range = session.rangeIn(uri, span);
    if (range) found.push({ uri, range, isDeclaration: true });
  }
  const search = { title: 'Looking for quotations', uris: session.workspace.cases(), isPossible: (text: string) => text.includes('transcript') };
  for await (const analysis of readThrough(context, search, token)) {
    const { uri, lines } = analysis;
    for (const span of quotationsFrom(analysis, passages)) found.push({ uri, range: lines.rangeOf(span), isDeclaration: false });
  }
  return found;
}

/** Resolves when all cases have been read, also where somebody had stopped that: some of the places would be taken for all. */
export async function allCasesKnown({ session }: Context): Promise<void> {
  if (session.reading.state.kind === 'stopped') session.reading.start();
  await session.allRead();
}

function placesIn(uri: string, lines: LineIndex, mentions: readonly Mention[]): FoundPlace[] {
  return mentions.map(({ span, isDeclaration }) => ({ uri, range: lines.rangeOf(span), isDeclaration }));
}

/** The cases that may name something, by what their digests say of them. */
function whereToLook({ session: { register, workspace } }: Context, referent: Referent): Omit<Search, 'title'> {
  const among = (isCandidate: (digest: CaseDigest) => boolean): string[] =>
    workspace.cases().filter((uri) => {
      const digest = register.get(uri);
      return digest === undefined || isCandidate(digest);
    });
  const hasName = (text: string): boolean => text.includes(referent.id);
  if (referent.kind === 'framework') return { uris: among(({ frameworks }) => frameworks.some(({ uri }) => uri === referent.uri)), isPossible: hasName };
  return { uris: workspace.cases(), isPossible: hasName };
}

function itemPlaces(digest: CaseDigest, { id, uri }: ItemReferent): FoundPlace[] {
  const framework = digest.frameworks.find((candidate) => candidate.uri === uri);
  return framework ? itemRanges(digest, framework.id, id).map((range) => ({ uri: digest.uri, range, isDeclaration: false })) : [];
}

/** What is known of each case, in the order of their paths. */
export function digests({ session: { register, workspace } }: Pick<ServerContext, 'session'>): CaseDigest[] {
  return workspace.cases().flatMap((uri) => register.get(uri) ?? []);
}

/** The cases that use the framework in a file. */
export function casesUsing({ session: { register, workspace } }: Context, frameworkUri: string): string[] {
  return workspace.cases().filter((uri) => register.get(uri)?.frameworks.some((framework) => framework.uri === frameworkUri));
}

/** The team's files that may name an item: its framework, and the configurations and templates of the cases that use it. */
export async function teamFiles(context: Context, { uri }: ItemReferent, project: Project): Promise<TeamFiles> {
  const { session } = context;
  const projects = new Set<Project>([project]);
  for (const user of casesUsing(context, uri)) projects.add(await session.projectOf(user));
  const configurations = new Map<string, TeamFile>();
  const templates = new Map<string, TeamFile>();
  for (const { configUri, templateUri } of projects) {
    if (templateUri !== undefined) templates.set(templateUri, await fileAt(context, templateUri));
    for (let next = configUri; next !== undefined && !configurations.has(next);) {
      const file = await fileAt(context, next);
      configurations.set(next, file);
      next = extendedBy(file);
    }
  }
  return { pack: await fileAt(context, uri), configurations: [...configurations.values()], templates: [...templates.values()] };
}

async function fileAt({ session }: Context, uri: string): Promise<TeamFile> {
  return { uri, text: (await session.textOf(uri)) ?? '' };
}
