import type { ConfigFile } from '../config/config-schema.ts';
import { createFrameworkSet, type FrameworkSet } from '../frameworks/framework-set.ts';
import { buildCase } from '../model/build-case.ts';
import type { CaseModel, Source } from '../model/case-model.ts';
import type { Rule, SameCase } from '../rules/rule.ts';
import type { MarkdownParsers } from '../syntax/markdown-parser.ts';
import { parseSyntax, type SyntaxDocument } from '../syntax/syntax-document.ts';
import { LineIndex } from '../text/line-index.ts';
import { ownBibliographyFiles, readBibliographies } from './bibliography.ts';
import { analyseCase, frameworkIdsOf, type CaseAnalysis } from './case-analysis.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileState, LookUpFile } from './file-state.ts';
import type { BuiltinReader } from './builtin-reader.ts';
import { loadProject, type Project } from './project.ts';
import { resolveConfig } from './resolve-config.ts';
import { folderOf, isBelow } from './uri.ts';

export interface WorkspaceOptions {
  readonly parsers: MarkdownParsers;
  readonly rules: readonly Rule[];
  readonly builtins: BuiltinReader;
  /** The folders that configuration is looked for in, from a case upwards; the outermost that may be read. */
  readonly roots: readonly string[];
}

interface Entry {
  readonly syntax: SyntaxDocument;
  readonly model: CaseModel | undefined;
  analysis: { readonly project: Project; readonly sameCases: readonly SameCase[]; readonly value: CaseAnalysis } | undefined;
}

/**
 * The documents of a workspace and what is known of them. It does no I/O: texts come in through `setDocument` and
 * `setFile`, and `wanted` names the files it would like to see. Everything is computed when asked for and kept until
 * one of its inputs changes; a document is parsed once per version.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #files = new Map<string, FileState>();
  readonly #wanted = new Set<string>();
  /** Documents that may depend on files nobody has asked for yet. */
  readonly #unresolved = new Set<string>();
  readonly #projects = new Map<string, Project>();
  readonly #frameworkSets = new WeakMap<Project, Map<string, FrameworkSet>>();
  readonly #bibliographies = new Map<string, readonly Source[]>();
  readonly #sameCases = new Map<string, SameCase[]>();
  #roots: readonly string[];
  #settings: ConfigFile = {};

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#roots = options.roots;
  }

  /** Settings that apply where no casewright.yaml does. */
  setSettings(settings: ConfigFile): void {
    this.#settings = settings;
    this.#forgetProjects();
  }

  /** See {@link WorkspaceOptions.roots}. */
  setRoots(roots: readonly string[]): void {
    this.#roots = roots;
    this.#forgetProjects();
  }

  /** A new version of a document. Whether it is a case is found out here. */
  setDocument(uri: string, text: string): void {
    const previous = this.#entries.get(uri);
    if (previous?.syntax.text === text) return;
    const syntax = parseSyntax(text, this.#options.parsers, previous?.syntax);
    const model = buildCase(syntax);
    this.#entries.set(uri, { syntax, model, analysis: undefined });
    this.#unresolved.add(uri);
    if (model?.id !== previous?.model?.id || model?.idSpan.start !== previous?.model?.idSpan.start) this.#sameCases.clear();
  }

  /** A document that is gone. */
  removeDocument(uri: string): void {
    if (this.#entries.delete(uri)) this.#sameCases.clear();
  }

  /** What the host found out about a file that cases depend on. */
  setFile(uri: string, state: FileState): void {
    this.#wanted.delete(uri);
    this.#files.set(uri, state);
    this.#forgetProjects();
  }

  /** Whether any case depends, or would depend, on this file. */
  dependsOn(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The files that the host should look up, given the documents so far; empty when nothing is missing. */
  wanted(): string[] {
    for (const uri of this.#unresolved) {
      const model = this.#entries.get(uri)?.model;
      if (!model) continue;
      this.project(uri);
      this.#bibliographyOf(uri, model);
    }
    this.#unresolved.clear();
    return [...this.#wanted];
  }

  /** The documents that are cases, in the order of their paths. */
  cases(): string[] {
    return [...this.#entries].flatMap(([uri, { model }]) => (model ? [uri] : [])).sort();
  }

  /** Everything known of a case; undefined when the document is not known or not a case. */
  analyse(uri: string): CaseAnalysis | undefined {
    const entry = this.#entries.get(uri);
    if (!entry?.model) return undefined;
    const project = this.project(uri);
    const sameCases = this.#sameCasesAs(uri, entry.model);
    if (entry.analysis?.project === project && entry.analysis.sameCases === sameCases) return entry.analysis.value;
    const frameworks = this.#frameworksOf(entry.model, project);
    const value = analyseCase(uri, entry.model, project, frameworks, this.#bibliographyOf(uri, entry.model), sameCases, this.#options.rules);
    entry.analysis = { project, sameCases, value };
    return value;
  }

  /** The configuration, frameworks and template that apply to a file, whether it is a case or not. */
  project(uri: string): Project {
    const folder = folderOf(uri);
    const known = this.#projects.get(folder);
    if (known) return known;
    const lookUp = this.#lookUpFor(uri);
    const config = resolveConfig(uri, this.#rootOf(uri), lookUp, this.#settings, this.#options.rules);
    const project = loadProject(config, lookUp, this.#options.builtins.read());
    this.#projects.set(folder, project);
    return project;
  }

  /** What is wrong in the files that the cases depend on, or would if there were any in the folders, each problem once. */
  fileProblems(): FileProblem[] {
    // A mistake in a configuration may be the very reason that there is no case.
    const files = [...this.#roots.map((root) => `${root}/case.md`), ...this.cases()];
    const problems = files.flatMap((uri) => this.project(uri).problems);
    return [...new Map(problems.map((problem) => [JSON.stringify([problem.uri, problem.span, problem.message]), problem])).values()];
  }

  /** The lines of a document or of a file that cases depend on; undefined when its text is not known. */
  linesOf(uri: string): LineIndex | undefined {
    const state = this.#files.get(uri);
    const text = this.#entries.get(uri)?.syntax.text ?? (state?.kind === 'text' ? state.text : this.#options.builtins.textOf(uri));
    return text === undefined ? undefined : new LineIndex(text);
  }

  #rootOf(uri: string): string | undefined {
    return this.#roots.find((root) => isBelow(uri, root));
  }

  /** What a case may depend on: files in the folders of the workspace or, where it lies in none of them, in its own. Others are never asked for. */
  #lookUpFor(uri: string): LookUpFile {
    const folders = this.#rootOf(uri) === undefined ? [folderOf(uri)] : this.#roots;
    return (file) => {
      if (!folders.some((folder) => isBelow(file, folder))) return { kind: 'unreadable', reason: 'it lies outside the folder that is open' };
      const state = this.#files.get(file);
      if (!state) this.#wanted.add(file);
      return state ?? { kind: 'unknown' };
    };
  }

  #forgetProjects(): void {
    this.#projects.clear();
    this.#bibliographies.clear();
    for (const uri of this.#entries.keys()) this.#unresolved.add(uri);
  }

  /** The frameworks of a case, brought together once for all cases and versions of a case that name the same ones. */
  #frameworksOf(model: CaseModel, project: Project): FrameworkSet {
    const ids = frameworkIdsOf(model, project);
    const sets = this.#frameworkSets.get(project) ?? new Map<string, FrameworkSet>();
    const set = sets.get(ids.join(' ')) ?? createFrameworkSet(ids.flatMap((id) => project.frameworks.get(id) ?? []));
    this.#frameworkSets.set(project, sets.set(ids.join(' '), set));
    return set;
  }

  /** What the case's own `bibliography` adds; read once for each list of files. */
  #bibliographyOf(uri: string, model: CaseModel): readonly Source[] {
    const files = ownBibliographyFiles(uri, model);
    const key = [folderOf(uri), ...files].join('\n');
    const known = this.#bibliographies.get(key) ?? readBibliographies(files, this.#lookUpFor(uri));
    this.#bibliographies.set(key, known);
    return known;
  }

  /** The other cases with this case's id. The same array as long as nothing changes, so that it can key a memo. */
  #sameCasesAs(uri: string, model: CaseModel): readonly SameCase[] {
    const known = this.#sameCases.get(uri);
    if (known) return known;
    const others = [...this.#entries].flatMap(([other, entry]) =>
      other !== uri && model.id !== '' && entry.model?.id === model.id ? [{ uri: other, idSpan: entry.model.idSpan }] : [],
    );
    others.sort((a, b) => (a.uri < b.uri ? -1 : 1));
    this.#sameCases.set(uri, others);
    return others;
  }
}
