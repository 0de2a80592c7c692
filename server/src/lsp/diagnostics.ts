import { DiagnosticSeverity, type Connection, type Diagnostic, type DocumentDiagnosticReport, type Range } from 'vscode-languageserver';
import { LineIndex } from '../core/text/line-index.ts';
import { shownText } from '../core/text/shown-text.ts';
import type { FileProblem } from '../core/workspace/file-problem.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { ClientProfile } from './client-profile.ts';
import { toDiagnostic, type DiagnosticOptions } from './convert.ts';
import type { Session } from './session.ts';
import { messagesReceived } from './turns.ts';

/**
 * Brings findings to the client: on request where it pulls, unasked where it does not. What is wrong in packs,
 * templates and configuration is always sent unasked, since clients pull for Markdown only.
 */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #profile: ClientProfile;
  /** How findings are shown. */
  readonly options: DiagnosticOptions;
  /** What was last answered for a document, so that the same findings need not be sent again. */
  readonly #answered = new Map<string, { readonly content: string; readonly resultId: string }>();
  /** What was last sent unasked for a document. */
  readonly #pushed = new Map<string, { readonly version: number; readonly analysis: CaseAnalysis | undefined }>();
  readonly #filesWithProblems = new Set<string>();
  #answers = 0;

  constructor(connection: Connection, session: Session, profile: ClientProfile, rulePages: string) {
    this.#connection = connection;
    this.#session = session;
    this.#profile = profile;
    this.options = { rulePages: profile.rulePages ?? rulePages, rangeIn: (uri, span) => session.rangeIn(uri, span) };
  }

  /** The findings of a case as diagnostics. */
  diagnosticsOf(analysis: CaseAnalysis): Diagnostic[] {
    return analysis.findings.map((finding) => toDiagnostic(finding, analysis, this.options));
  }

  /** Answers a pull. */
  async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    // Whoever types on has asked again by then: only the last version is analysed, and every question is answered from it.
    await messagesReceived();
    const analysis = await this.#session.analyse(uri);
    const items = this.#itemsOf(uri, analysis);
    const content = JSON.stringify(items);
    const last = this.#answered.get(uri);
    if (last?.content === content && last.resultId === previousResultId) return { kind: 'unchanged', resultId: last.resultId };
    this.#answers += 1;
    const resultId = String(this.#answers);
    this.#answered.set(uri, { content, resultId });
    return { kind: 'full', resultId, items };
  }

  /** Something changed that can touch any document: clients that pull are asked to, others are sent the findings. */
  async refreshAll(): Promise<void> {
    if (this.#profile.pullsDiagnostics) {
      if (this.#profile.refreshesDiagnostics) await this.#connection.languages.diagnostics.refresh();
    } else {
      for (const document of this.#session.openDocuments()) await this.pushOne(document.uri, document.version);
    }
    await this.#pushFileProblems();
  }

  /** Sends the findings of an open document to a client that does not pull; a version that is out of date is left out. */
  async pushOne(uri: string, version: number): Promise<void> {
    if (this.#profile.pullsDiagnostics) return;
    const isCurrent = (): boolean => this.#session.openDocument(uri)?.version === version;
    await messagesReceived();
    if (!isCurrent()) return;
    await this.#push(uri);
    await this.#pushOthers(uri);
  }

  /** A closed document has no findings on the screen. */
  async clear(uri: string): Promise<void> {
    if (this.#session.openDocument(uri)) return; // it was opened again meanwhile
    this.#answered.delete(uri);
    this.#pushed.delete(uri);
    if (this.#profile.pullsDiagnostics) return;
    await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    await this.#pushOthers(uri);
  }

  /** Other open cases may have, or have had, the name of the one that changed or was closed. */
  async #pushOthers(uri: string): Promise<void> {
    for (const other of this.#session.openDocuments()) if (other.uri !== uri) await this.#push(other.uri);
  }

  /** Sends the findings of an open document as it stands now, unless the client has them. */
  async #push(uri: string): Promise<void> {
    const analysis = await this.#session.analyse(uri);
    const version = this.#session.openDocument(uri)?.version;
    const last = this.#pushed.get(uri);
    if (version === undefined || (last?.version === version && last.analysis === analysis)) return;
    const diagnostics = this.#itemsOf(uri, analysis);
    // A place in a case that has not been read yet is sent when it has: what lacks it counts as not sent.
    const isWhole = (analysis?.findings ?? []).every(({ related = [] }, index) => related.length === (diagnostics[index]?.relatedInformation?.length ?? 0));
    if (isWhole) this.#pushed.set(uri, { version, analysis });
    else this.#pushed.delete(uri);
    await this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** The findings of a case; of a document that is too large to be read as one, that it is. */
  #itemsOf(uri: string, analysis: CaseAnalysis | undefined): Diagnostic[] {
    if (analysis) return this.diagnosticsOf(analysis);
    const why = this.#session.whyUnread(uri);
    return why === undefined ? [] : [problemAt(START, `This text is not checked: ${why}.`)];
  }

  async #pushFileProblems(): Promise<void> {
    const byFile = new Map<string, FileProblem[]>();
    for (const problem of await this.#session.fileProblems()) byFile.set(problem.uri, [...(byFile.get(problem.uri) ?? []), problem]);
    for (const uri of this.#filesWithProblems) if (!byFile.has(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#filesWithProblems.clear();
    for (const [uri, problems] of byFile) {
      this.#filesWithProblems.add(uri);
      const lines = this.#session.workspace.linesOf(uri) ?? new LineIndex('');
      const diagnostics = problems.map(({ span, message, severity }) => problemAt(lines.rangeOf(span), message, severity));
      await this.#connection.sendDiagnostics({ uri, diagnostics });
    }
  }
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What keeps a file or document from being used as it is meant, which no rule finds. */
function problemAt(range: Range, message: string, severity?: FileProblem['severity']): Diagnostic {
  return { range, severity: severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, source: 'casewright', message: shownText(message) };
}
