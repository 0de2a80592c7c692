import type { SameCase } from '../../core/rules/rule.ts';
import { allRules } from '../../core/rules/all-rules.ts';
import { analyseCase, type CaseAnalysis } from '../../core/workspace/case-analysis.ts';
import { folderOf } from '../../core/workspace/uri.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { digestOf, isTelling, stampOf } from '../../node/file-stamp.ts';
import { pathOf, uriOf } from '../../node/file-uri.ts';
import { readNow } from '../../node/read-now.ts';
import { problemLines, type ProblemLine } from '../problem-lines.ts';
import { shownPath } from '../select-files.ts';
import type { StudyFiles } from '../study-files.ts';
import { makeView, type FactsOf, type ViewName, type ViewRequest } from '../views/all-views.ts';
import type { CaseSource, Content, Learned, Reading, Task } from './reading.ts';

/**
 * Reads cases one after the other in this thread. Of each, nothing is kept but what the command makes of it: memory does
 * not grow with what has been read.
 */
export class CaseReader<Name extends ViewName> implements CaseSource<FactsOf<Name>> {
  readonly #workspace: Workspace;
  readonly #files: StudyFiles;
  readonly #request: ViewRequest<Name>;
  readonly #cwd: string;
  readonly #problems = new Map<string, readonly ProblemLine[]>();

  /** @param cwd the folder in which the program runs, for the names of files */
  constructor(workspace: Workspace, files: StudyFiles, request: ViewRequest<Name>, cwd: string) {
    this.#workspace = workspace;
    this.#files = files;
    this.#request = request;
    this.#cwd = cwd;
  }

  async *read(tasks: readonly Task[]): AsyncGenerator<Reading<FactsOf<Name>>> {
    for (const task of tasks) yield this.readOne(task);
  }

  async close(): Promise<Learned> {
    return this.learned;
  }

  abandon(): void {
    // Nothing goes on by itself.
  }

  get learned(): Learned {
    return { found: this.#files.found, problems: this.#problems, isSteady: this.#files.isSteady };
  }

  /** Reads one file. */
  readOne({ file, known, namesakes = [] }: Task): Reading<FactsOf<Name>> {
    const now = Date.now();
    const { state, stats, bytes } = readNow(file);
    if (state.kind === 'absent') return { kind: 'unread', reason: 'it is no longer there' };
    if (state.kind === 'unreadable' || !stats || !bytes) return { kind: 'unread', reason: state.kind === 'unreadable' ? state.reason : 'it is empty' };
    const content: Content = { digest: digestOf(bytes), ...(isTelling(stats, now) ? { stamp: stampOf(stats) } : {}) };
    if (content.digest === known) return { kind: 'as-known', ...content };
    const analysis = this.#analyse(uriOf(file), state.text, namesakes);
    if (!analysis) return { kind: 'no-case', ...content };
    const { facts, part } = makeView(this.#request, analysis, (uri) => shownPath(pathOf(uri), this.#cwd));
    const { id, idSpan } = analysis.model;
    const problems = problemLines(analysis.front.surroundings.files.problems, this.#workspace, this.#cwd);
    return { kind: 'case', ...content, id, idSpan, ...(problems.length > 0 ? { problems } : {}), facts, part: Buffer.from(part) };
  }

  #analyse(uri: string, text: string, sameCases: readonly SameCase[]): CaseAnalysis | undefined {
    this.#workspace.setDocument(uri, text);
    this.#files.settle(this.#workspace);
    const analysis = this.#workspace.analyse(uri);
    this.#workspace.removeDocument(uri);
    if (!analysis) return undefined;
    this.#noteProblems(uri);
    if (sameCases.length === 0) return analysis;
    return analyseCase(uri, analysis.model, { ...analysis.front.surroundings, sameCases }, allRules);
  }

  #noteProblems(uri: string): void {
    const folder = folderOf(uri);
    if (this.#problems.has(folder)) return;
    this.#problems.set(folder, problemLines(this.#workspace.project(uri).problems, this.#workspace, this.#cwd));
  }
}
