import type { Position, TextDocumentPositionParams } from 'vscode-languageserver';
import { quotedPassagesAt, type QuotedPassages } from '../core/features/navigate/quoted-passages.ts';
import { mentionAt } from '../core/mentions/case-mentions.ts';
import { mentionInFile } from '../core/mentions/file-mentions.ts';
import type { Mention } from '../core/mentions/referent.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { Project } from '../core/workspace/project.ts';
import { isBehindCases } from './files-behind-cases.ts';
import { fileShown } from './own-pages.ts';
import type { Session } from './session.ts';

/** What stands at the cursor of somebody who asks where it leads to, or what leads to it. */
export interface AskedPlace {
  readonly uri: string;
  readonly lines: LineIndex;
  /** What applies to the file. */
  readonly project: Project;
  /** Undefined where the file is no case, but one that cases rest on. */
  readonly analysis: CaseAnalysis | undefined;
  readonly mention: Mention | undefined;
  /** Where nothing is named: the quotation of a case; in a transcript, what stands around the cursor as a passage of itself. */
  readonly quoted: QuotedPassages | undefined;
}

/** What is asked about, when all cases have been read: until then nobody can tell whether one rests on a file. */
export async function askedPlaceInStudy(session: Session, asked: TextDocumentPositionParams): Promise<AskedPlace | undefined> {
  if (isBehindCases(asked.textDocument.uri)) await session.allRead();
  return askedPlace(session, asked);
}

/** What is asked about; undefined in a file that no case rests on, as far as they have been read. */
export async function askedPlace(session: Session, { textDocument, position }: TextDocumentPositionParams): Promise<AskedPlace | undefined> {
  const analysis = await session.analyse(textDocument.uri);
  if (!analysis) return placeBehindCases(session, fileShown(session.builtins, textDocument.uri), position);
  const { uri, lines, project } = analysis;
  const offset = lines.offsetAt(position);
  const mention = mentionAt(analysis, offset);
  return { uri, lines, project, analysis, mention, quoted: mention ? undefined : quotedPassagesAt(analysis, offset) };
}

async function placeBehindCases(session: Session, uri: string, position: Position): Promise<AskedPlace | undefined> {
  // What ships with Casewright lies in no folder of the study: there, what applies to its cases does.
  const near = session.builtins.has(uri) ? session.workspace.cases()[0] : session.workspace.dependsOn(uri) ? uri : undefined;
  if (near === undefined) return undefined;
  const project = await session.projectOf(near);
  const text = (await session.textOf(uri)) ?? '';
  const lines = new LineIndex(text);
  const offset = lines.offsetAt(position);
  const mention = mentionInFile({ uri, text }, offset, project);
  const around = { start: Math.max(0, offset - 1), end: offset + 1 }; // all that touches the cursor
  return {
    uri,
    lines,
    project,
    analysis: undefined,
    mention,
    quoted: mention ? undefined : { span: around, passages: [{ uri, span: session.savedSpan(uri, around) }] },
  };
}
