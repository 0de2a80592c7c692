import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allRules } from '../core/rules/all-rules.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import type { Range } from '../core/text/line-index.ts';
import type { Span } from '../core/text/span.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { BuiltinReader } from '../core/workspace/builtin-reader.ts';
import type { FileProblem } from '../core/workspace/file-problem.ts';
import type { FileState } from '../core/workspace/file-state.ts';
import type { Project } from '../core/workspace/project.ts';
import { isBelow } from '../core/workspace/uri.ts';
import { hasFrontMatter, Workspace } from '../core/workspace/workspace.ts';
import { ConfinedFiles } from '../host/confined-files.ts';
import { whyTooLarge } from '../host/decode-text.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { NewestReads } from '../host/newest-reads.ts';
import { settle } from '../host/settle.ts';
import { BackgroundReading, type ReadingWork } from './background-reading.ts';
import { CaseRegister } from './case-register.ts';
import { ClosedCases } from './closed-cases.ts';
import { normalise } from './normalise.ts';
import { readSettings } from './read-settings.ts';
import { ShownFiles } from './shown-files.ts';
import { StudyFolders } from './study-folders.ts';
import { Slices, Turns } from './turns.ts';

/** The place in a file that has no text. */
const NOWHERE: Span = { start: 0, end: 0 };

/** Who is told how far the closed cases have been read. */
export type ReadingListener = Pick<ReadingWork, 'onProgress' | 'onEnd' | 'onError'>;

/**
 * The state of one running server: the documents that are open, and what has changed in them since it was last looked
 * at; behind them, the closed cases. A changed document is parsed when somebody asks, so that of several quick changes
 * only the last is.
 */
export class Session {
  readonly workspace: Workspace;
  readonly builtins: BuiltinReader;
  /** What is known of every case; brought up to date by {@link update}. */
  readonly register = new CaseRegister();
  readonly study: StudyFolders;
  readonly closed: ClosedCases;
  readonly reading: BackgroundReading;
  readonly #files: FileSystem;
  readonly #turns = new Turns();
  readonly #open = new Map<string, TextDocument>();
  readonly #shown = new ShownFiles({ textOf: (uri) => this.workspace.textOf(uri) });
  readonly #changed = new Set<string>();
  /** Open documents whose file was deleted. */
  readonly #orphans = new Set<string>();
  #listener: ReadingListener | undefined;
  #announceFolders: () => void = () => undefined;
  /** Until the folders are known there is nothing to look through; who asks for all cases waits for them. */
  readonly #foldersKnown = new Promise<void>((resolve) => (this.#announceFolders = resolve));
  /** Reads that every answer waits for: of files that open documents depend on. */
  #reads: Promise<unknown> = Promise.resolve();
  /** What finds out whether a file is one of the study: who asks for all cases waits for it. */
  #questions: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    const files = host.links ? new ConfinedFiles(host.files, host.links, () => this.study.folders) : host.files;
    this.#files = new NewestReads(files);
    this.builtins = new BuiltinReader(host.builtins);
    this.workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins: this.builtins, roots: [] });
    this.study = new StudyFolders(host, (uri) => this.projectOf(uri));
    const isOpen = (uri: string): boolean => this.#open.has(uri);
    this.closed = new ClosedCases({ workspace: this.workspace, register: this.register, study: this.study, files: this.#files, isOpen });
    const slices = this.slices();
    const work: ReadingWork = {
      list: async () => {
        await this.study.list();
        this.closed.compareWithStudy();
      },
      due: () => this.closed.due(),
      fetch: (uri) => this.closed.fetch(uri),
      take: (uri, state) => this.closed.take(uri, state, slices.next),
      onProgress: (state) => this.#listener?.onProgress(state),
      onEnd: (end) => this.#listener?.onEnd(end),
      onError: (error) => this.#listener?.onError(error),
    };
    this.reading = new BackgroundReading(work, slices);
  }

  /** Who is to be told how far the closed cases have been read. */
  listen(listener: ReadingListener): void {
    this.#listener = listener;
  }

  /** For work in the background. */
  slices(): Slices {
    return new Slices(this.#turns);
  }

  /** Sets the folders of the workspace and looks through them in the background. */
  setFolders(folders: readonly string[]): void {
    this.study.setFolders(folders);
    this.workspace.setRoots(this.study.folders);
    this.reading.start();
    this.#announceFolders();
  }

  /** Resolves when all cases have been read, or somebody has stopped that, and the register is up to date. */
  async allRead(): Promise<void> {
    await this.#foldersKnown;
    do {
      await this.#questions;
      await this.reading.ended();
      await this.update();
    } while (this.reading.isRunning);
  }

  /** Editor settings, which apply where there is no casewright.yaml. Settings of a wrong form are left out. */
  setSettings(settings: unknown): void {
    this.workspace.setSettings(readSettings(settings));
  }

  /** A document was opened or has changed. */
  change(document: TextDocument): void {
    const uri = normalise(document.uri);
    this.#turns.served();
    this.#open.set(uri, document);
    this.#changed.add(uri);
    this.closed.opened(uri);
  }

  /** A document was closed: from now on the file counts, if it belongs to the study. */
  async close(uri: string): Promise<void> {
    const known = normalise(uri);
    this.#open.delete(known);
    this.#changed.delete(known);
    this.#orphans.delete(known);
    this.workspace.release(known); // what was not saved is gone
    await this.#find(async () => {
      const isOfStudy = await this.study.includes(known);
      if (this.#open.has(known)) return;
      if (isOfStudy) this.closed.expect(known);
      else this.closed.forget(known);
    });
  }

  /** A file that cases rest on was opened or has changed in an editor, see {@link ShownFiles}. */
  showFile(document: TextDocument): void {
    this.#shown.show(normalise(document.uri), document);
  }

  /** A file that cases rest on was closed. */
  hideFile(uri: string): void {
    this.#shown.hide(normalise(uri));
  }

  /** An open document as the editor shows it, be it a case or a file that cases rest on; undefined when it is not open. */
  openDocument(uri: string): TextDocument | undefined {
    const known = normalise(uri);
    return this.#open.get(known) ?? this.#shown.get(known);
  }

  /** Why an open document that may be a case is not read, as it would not be from its file; undefined where it is. */
  whyUnread(uri: string): string | undefined {
    const text = this.openDocument(uri)?.getText() ?? '';
    return hasFrontMatter(text) ? whyTooLarge(text.length) : undefined;
  }

  /** The open documents that may be cases, by the names the client gave them. */
  openDocuments(): readonly TextDocument[] {
    return [...this.#open.values()];
  }

  /**
   * A file was created, changed or deleted outside the editor. Of an open document the editor's text counts; but editors
   * hold on to documents whose file is gone, and those are no cases of the study until their author writes on.
   * @returns whether something else is to be said of open documents; closed cases are read in the background
   */
  async fileChanged(uri: string, isDeleted: boolean): Promise<boolean> {
    const known = normalise(uri);
    if (!this.workspace.dependsOn(known)) return this.#find(() => this.#documentsChanged(known, isDeleted));
    const read = this.#files.read(known).then((state) => this.workspace.setFile(known, state));
    return this.#waitedFor(read);
  }

  /** Everything known of a case as it stands now; undefined when the document is not a case. */
  async analyse(uri: string): Promise<CaseAnalysis | undefined> {
    const known = normalise(uri);
    this.#turns.served();
    await this.#readChanges();
    return this.#open.has(known) ? this.workspace.analyse(known) : this.closed.analyse(known);
  }

  /** Brings the register up to date with the open documents. */
  async update(): Promise<void> {
    this.#turns.served();
    await this.#readChanges();
    for (const uri of this.#open.keys()) {
      const analysis = this.workspace.analyse(uri);
      if (analysis) this.closed.takeDown(analysis);
      else this.register.forget(uri);
    }
    if (this.closed.hasDue()) this.reading.more();
  }

  /** The configuration, frameworks and templates that apply to a file, whether it exists and is a case or not. */
  async projectOf(uri: string): Promise<Project> {
    // What a configuration names is known only once it has been read, so it may take several rounds.
    for (;;) {
      const project = this.workspace.project(normalise(uri));
      if (this.workspace.wanted().length === 0) return project;
      await settle(this.workspace, this.#files);
    }
  }

  /** The range, on the screen, of a span of a case or of a file that cases depend on. Of a case that is not held, where its name stands is known. */
  rangeIn(uri: string, span: Span): Range | undefined {
    return this.#shown.rangeOf(uri, span) ?? this.workspace.linesOf(uri)?.rangeOf(span) ?? this.register.get(uri)?.idRange;
  }

  /** The span of a file that cases depend on, as it is saved, that its editor shows at a span. */
  savedSpan(uri: string, span: Span): Span {
    return this.#shown.savedSpan(uri, span);
  }

  /** Reads a file of the folders as it is on the disk. */
  readFile(uri: string): Promise<FileState> {
    return this.#files.read(uri);
  }

  /** The text of a case or of a file that cases depend on, as its editor shows it; undefined when it cannot be had. */
  async textOf(uri: string): Promise<string | undefined> {
    const known = this.#shown.get(uri)?.getText() ?? this.workspace.textOf(uri);
    if (known) return known;
    // What ships with Casewright is not read again where it was built in, apart from its words: the client has them.
    const state = await this.readFile(uri);
    return state.kind === 'text' ? state.text : undefined;
  }

  /** What is wrong in the files that cases depend on, and which files are meant as cases and cannot be read. */
  async fileProblems(): Promise<FileProblem[]> {
    await this.#readChanges();
    const unread = this.closed.unread().map(({ uri, reason }) => ({ uri, span: NOWHERE, message: `This file could not be read: ${reason}.` }));
    return [...this.workspace.fileProblems(), ...unread];
  }

  /** Takes over what has changed in open documents. */
  async #readChanges(): Promise<void> {
    await this.#reads;
    for (const uri of this.#changed) {
      const document = this.#open.get(uri);
      if (!document) continue;
      if (this.whyUnread(uri) === undefined) this.workspace.setDocument(uri, document.getText());
      else this.workspace.removeDocument(uri);
    }
    this.#changed.clear();
    await settle(this.workspace, this.#files);
  }

  /** Makes every answer wait until the work is done, or has failed. */
  #waitedFor<Result>(work: Promise<Result>): Promise<Result> {
    this.#reads = Promise.allSettled([this.#reads, work]);
    return work;
  }

  /** Finds out which closed cases are to be read; whoever asks for all cases waits for that, and nobody else. */
  async #find<Result>(question: () => Promise<Result>): Promise<Result> {
    const answer = question();
    this.#questions = Promise.allSettled([this.#questions, answer]);
    const result = await answer;
    if (this.closed.hasDue()) this.reading.more();
    return result;
  }

  /** @returns whether open documents are touched */
  async #documentsChanged(uri: string, isDeleted: boolean): Promise<boolean> {
    // Of a folder that is deleted, editors report the folder and not what was in it.
    const isTouched = (document: string): boolean => document === uri || (isDeleted && isBelow(document, uri));
    const open = [...this.#open.keys()].filter((document) => isTouched(document) && (isDeleted || this.#orphans.has(document)));
    await this.#waitedFor(Promise.all(open.map((document) => this.#lookForFile(document))));
    const gone = isDeleted ? new Set([...this.study.all(), ...this.closed.known()]) : [];
    for (const document of gone) if (isTouched(document) && !this.#open.has(document)) this.closed.expect(document);
    if (!isDeleted && !this.#open.has(uri) && (await this.study.includes(uri)) && !this.#open.has(uri)) this.closed.expect(uri);
    return open.length > 0;
  }

  /** A file that is replaced as a whole is reported as deleted, too: what counts is whether it is there. */
  async #lookForFile(uri: string): Promise<void> {
    const document = this.#open.get(uri);
    const version = document?.version;
    const text = document?.getText();
    const { kind } = await this.#files.read(uri);
    // Its author writes on, or has closed it, or opened it anew, which begins with version 1 again.
    if (!document || this.#open.get(uri) !== document || document.version !== version || document.getText() !== text) return;
    if (kind === 'absent') {
      this.#orphans.add(uri);
      this.#changed.delete(uri);
      this.workspace.removeDocument(uri);
    } else if (this.#orphans.delete(uri)) this.#changed.add(uri);
  }
}
