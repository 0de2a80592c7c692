import { digestOf } from '../core/report/case-digest.ts';
import type { UnreadFile } from '../core/report/matrix/matrix-rows.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import type { FileState } from '../core/workspace/file-state.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { FileSystem } from '../host/file-system.ts';
import { settle } from '../host/settle.ts';
import type { CaseRegister } from './case-register.ts';
import type { StudyFolders } from './study-folders.ts';
import type { Pause } from './turns.ts';

/** How many closed cases stay analysed after somebody asked for them: whoever looks at one often looks at it again. */
const KEPT = 8;

export interface ClosedCasesParts {
  readonly workspace: Workspace;
  readonly register: CaseRegister;
  readonly study: StudyFolders;
  readonly files: FileSystem;
  readonly isOpen: (uri: string) => boolean;
}

/**
 * The cases that no editor shows. They are read, analysed, and let go of again: what stays is a digest in the register.
 * Their number is not limited by memory, and the documents that are open come first.
 */
export class ClosedCases {
  readonly #parts: ClosedCasesParts;
  /** Files of the study that are still to be read, or have changed since. */
  readonly #due = new Set<string>();
  /** Files that have been read. */
  readonly #seen = new Set<string>();
  /** Files that were asked for, and that may not have been put down yet. */
  readonly #asked = new Set<string>();
  /** Files that could not be read, with the reason. */
  readonly #unread = new Map<string, string>();
  /** Cases that stay analysed, the last used at the end. */
  readonly #kept = new Set<string>();
  /** In the order in which they began, the reads of which the result is at hand. */
  readonly #begun = new WeakMap<FileState, number>();
  #reads = 0;
  /** By file, the read that was put down: nothing that was read before it may take its place, however long it was at hand. */
  readonly #putDown = new Map<string, number>();
  /** Analyses of which the register has the digest. */
  readonly #takenDown = new WeakSet<CaseAnalysis>();

  constructor(parts: ClosedCasesParts) {
    this.#parts = parts;
  }

  /** The files that have to be read for everything that is said of the closed cases to be true. */
  *due(): Generator<string> {
    const { workspace, isOpen } = this.#parts;
    yield* this.#due;
    for (const uri of workspace.outdated()) if (!this.#due.has(uri) && !isOpen(uri)) yield uri;
  }

  hasDue(): boolean {
    return this.due().next().done === false;
  }

  /** The files of which something is known, or will be in a moment, whether or not they are still of the study. */
  *known(): Generator<string> {
    yield* this.#seen;
    for (const uri of this.#asked) if (!this.#seen.has(uri)) yield uri;
  }

  /** A file of the study is new, or has changed, or is gone. */
  expect(uri: string): void {
    this.#due.add(uri);
  }

  /** The files of the study are known anew: those that are new are due, and those that are none of it any more are forgotten. */
  compareWithStudy(): void {
    const { study, workspace, isOpen } = this.#parts;
    for (const uri of study.all()) if (!this.#seen.has(uri) && !isOpen(uri)) this.#due.add(uri);
    for (const uri of [...this.#seen, ...workspace.cases()]) if (!study.has(uri) && !isOpen(uri)) this.forget(uri);
  }

  /** Files that the configuration says are cases, and that could not be read. */
  unread(): UnreadFile[] {
    const { study } = this.#parts;
    return [...this.#unread].filter(([uri]) => study.isMeantAsCase(uri)).map(([uri, reason]) => ({ uri, reason }));
  }

  /** Reads a file, for {@link take}. What changes from now on has to be read again. */
  fetch(uri: string): Promise<FileState> {
    this.#due.delete(uri);
    this.#asked.add(uri);
    return this.peek(uri);
  }

  /** Reads a file, for {@link take}, or for a look that leaves all as it is. */
  async peek(uri: string): Promise<FileState> {
    this.#reads += 1;
    const begun = this.#reads;
    const state = { ...(await this.#parts.files.read(uri)) }; // not shared with others, so that it stands for this read
    this.#begun.set(state, begun);
    return state;
  }

  /**
   * Puts down what a file holds, and lets go of it.
   * @param pause lets others go first, between one piece of the work and the next
   * @returns the case in the file; undefined when it is none, or open
   */
  async take(uri: string, state: FileState, pause: Pause): Promise<CaseAnalysis | undefined> {
    const analysis = await this.#hold(uri, state, pause);
    if (!this.#parts.isOpen(uri) && !this.#kept.has(uri)) this.#parts.workspace.release(uri);
    return analysis;
  }

  /** Everything known of a closed case; undefined when the file is not known as a case. */
  async analyse(uri: string): Promise<CaseAnalysis | undefined> {
    const { workspace, isOpen } = this.#parts;
    if (!workspace.isCase(uri)) return undefined;
    this.#keep(uri);
    if (!workspace.holds(uri)) await this.#hold(uri, await this.fetch(uri));
    await this.#settle();
    const analysis = workspace.analyse(uri);
    if (analysis) this.takeDown(analysis);
    else if (!isOpen(uri)) this.#kept.delete(uri);
    return analysis;
  }

  /** A document was opened: it is closed no more. */
  opened(uri: string): void {
    this.#due.delete(uri);
    this.#kept.delete(uri);
    this.#unread.delete(uri);
  }

  /** Puts down what an analysis says, for when nobody holds it any more. */
  takeDown(analysis: CaseAnalysis): void {
    if (this.#takenDown.has(analysis)) return;
    this.#takenDown.add(analysis);
    const { register, study } = this.#parts;
    register.take(digestOf(analysis, (uri) => study.nameOf(uri), register.shapes));
  }

  /** A document is none of the cases any more. */
  forget(uri: string): void {
    const { workspace, register } = this.#parts;
    workspace.removeDocument(uri);
    register.forget(uri);
    for (const set of [this.#due, this.#seen, this.#kept]) set.delete(uri);
    this.#unread.delete(uri);
  }

  async #hold(uri: string, found: FileState, pause: Pause = goOn): Promise<CaseAnalysis | undefined> {
    const { workspace, isOpen } = this.#parts;
    let state = found;
    while ((this.#begun.get(state) ?? this.#reads) < (this.#putDown.get(uri) ?? 0)) state = await this.fetch(uri);
    this.#putDown.set(uri, this.#begun.get(state) ?? this.#reads);
    this.#asked.delete(uri);
    // It may have been opened while it was read; then the editor's text counts.
    if (isOpen(uri)) return undefined;
    this.#seen.add(uri);
    if (state.kind === 'unreadable') this.#unread.set(uri, state.reason);
    else this.#unread.delete(uri);
    if (state.kind === 'text') workspace.setDocument(uri, state.text);
    else workspace.removeDocument(uri);
    if (!workspace.isCase(uri)) {
      workspace.removeDocument(uri);
      this.#parts.register.forget(uri);
      return undefined;
    }
    await pause();
    await this.#settle();
    if (isOpen(uri)) return undefined;
    const analysis = workspace.analyse(uri);
    if (analysis) this.takeDown(analysis);
    // Somebody else was done with it in the meantime, and let go of it.
    else if (this.#seen.has(uri)) this.#due.add(uri);
    return analysis;
  }

  async #settle(): Promise<void> {
    await settle(this.#parts.workspace, this.#parts.files);
  }

  #keep(uri: string): void {
    this.#kept.delete(uri);
    this.#kept.add(uri);
    for (const oldest of this.#kept) {
      if (this.#kept.size <= KEPT) return;
      this.#kept.delete(oldest);
      if (!this.#parts.isOpen(oldest)) this.#parts.workspace.release(oldest);
    }
  }
}

const goOn: Pause = () => Promise.resolve();
