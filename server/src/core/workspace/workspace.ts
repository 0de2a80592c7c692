import type { ConfigFile } from '../config/config-schema.ts';
import { createFrameworkSet, type FrameworkSet } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import { buildCase } from '../model/build-case.ts';
import type { CaseModel } from '../model/case-model.ts';
import type { Rule } from '../rules/rule.ts';
import type { MarkdownParsers } from '../syntax/markdown-parser.ts';
import { parseSyntax, type SyntaxDocument } from '../syntax/syntax-document.ts';
import { LineIndex } from '../text/line-index.ts';
import { analyseCase, frameworkIdsOf, type CaseAnalysis } from './case-analysis.ts';
import { filesNamedBy, keyOfFiles, NO_CASE_FILES, readCaseFiles, type CaseFiles } from './case-files.ts';
import { CaseIndex, othersAmong, type Namesakes } from './case-index.ts';
import { FileMemo } from './file-memo.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileState, LookUpFile } from './file-state.ts';
import type { BuiltinReader } from './builtin-reader.ts';
import { loadProject, type Project } from './project.ts';
import { findConfig, readConfig, settingsAsConfig } from './resolve-config.ts';
import { folderOf, isBelow } from './uri.ts';

export interface WorkspaceOptions {
  readonly parsers: MarkdownParsers;
  readonly rules: readonly Rule[];
  readonly builtins: BuiltinReader;
  /** The folders that configuration is looked for in, from a case upwards; the outermost that may be read. */
  readonly roots: readonly string[];
}

/** An analysis and what it was made of, besides the document itself. */
interface Analysed {
  readonly project: Project;
  readonly namesakes: Namesakes;
  readonly files: CaseFiles;
  readonly value: CaseAnalysis;
}

/** A document whose text is held. */
interface Held {
  readonly text: string;
  /** Undefined for a document that cannot be a case: nobody asks what is in it. */
  readonly syntax: SyntaxDocument | undefined;
  readonly model: CaseModel | undefined;
  /** Of this version or, until somebody asks for that, of an earlier one. */
  analysis: Analysed | undefined;
}

/**
 * The documents of a workspace and what is known of them. It does no I/O: texts come in through `setDocument` and
 * `setFile`, and `wanted` names the files it would like to see. Everything is computed when asked for and kept until
 * one of its inputs changes; a document is parsed once per version.
 *
 * A workspace may have more cases than there is memory for. `release` lets go of a case's text and of all that was made
 * of it; that there is such a case, and what its name is, stays known. Nothing that is done for one document costs more
 * because there are many.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #held = new Map<string, Held>();
  readonly #index = new CaseIndex();
  readonly #files = new Map<string, FileState>();
  readonly #wanted = new Set<string>();
  /** Held cases that may depend on files nobody has asked for yet. */
  readonly #unresolved = new Set<string>();
  /** Cases of which not all is true any more that was said of this version of theirs. */
  readonly #outdated = new Set<string>();
  /** By folder, the casewright.yaml that applies. */
  readonly #configs = new FileMemo<string | undefined>();
  /** By casewright.yaml; where there is none, by the folder that the editor's settings apply to. */
  readonly #projects = new FileMemo<Project>();
  /** By the files that a case names itself. */
  readonly #caseFiles = new FileMemo<CaseFiles>();
  readonly #frameworkSets = new WeakMap<Project, Map<string, FrameworkSet>>();
  #roots: readonly string[];
  #settings: ConfigFile = {};

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#roots = options.roots;
  }

  /** Settings that apply where no casewright.yaml does. */
  setSettings(settings: ConfigFile): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#forgetProjects();
  }

  /** See {@link WorkspaceOptions.roots}. */
  setRoots(roots: readonly string[]): void {
    if (roots.length === this.#roots.length && roots.every((root, index) => root === this.#roots[index])) return;
    this.#roots = roots;
    this.#forgetProjects();
  }

  /** A new version of a document. Whether it is a case is found out here. */
  setDocument(uri: string, text: string): void {
    const previous = this.#held.get(uri);
    if (previous?.text === text) return;
    const syntax = hasFrontMatter(text) ? parseSyntax(text, this.#options.parsers, previous?.syntax) : undefined;
    const model = syntax && buildCase(syntax, previous?.model);
    this.#held.set(uri, { text, syntax, model, analysis: previous?.analysis });
    this.#touch(model ? this.#index.set(uri, model.id, model.idSpan) : this.#index.delete(uri));
    if (model) this.#unresolved.add(uri);
    else this.#outdated.delete(uri);
  }

  /** A document that is gone. */
  removeDocument(uri: string): void {
    this.release(uri);
    this.#touch(this.#index.delete(uri));
    this.#outdated.delete(uri);
  }

  /** Lets go of the text of a document. A case stays one of the `cases`. */
  release(uri: string): void {
    const model = this.#held.get(uri)?.model;
    this.#held.delete(uri);
    if (model) this.#leaveFiles(uri, model);
  }

  /** Whether the text of a document is there, so that it can be analysed. */
  holds(uri: string): boolean {
    return this.#held.has(uri);
  }

  /**
   * Cases that have to be looked at again though they are the same: their project has changed, or others now have their
   * name. Each until it is analysed again, or gone; one that is released needs its text for that.
   */
  outdated(): ReadonlySet<string> {
    return this.#outdated;
  }

  /** What the host found out about a file that cases depend on. @returns false when that was known already */
  setFile(uri: string, state: FileState): boolean {
    this.#wanted.delete(uri);
    if (isSameState(this.#files.get(uri), state)) return false;
    this.#files.set(uri, state);
    const folders = new Set([...this.#configs.fileChanged(uri), ...this.#projects.fileChanged(uri)]);
    for (const folder of folders) this.#touch(this.#index.inFolder(folder));
    this.#touch(this.#caseFiles.fileChanged(uri));
    return true;
  }

  /** Whether any case depends, or would depend, on this file. */
  dependsOn(uri: string): boolean {
    return this.#files.has(uri) || this.#wanted.has(uri);
  }

  /** The files that the host should look up, given the documents so far; empty when nothing is missing. */
  wanted(): string[] {
    for (const root of this.#roots) this.project(caseIn(root));
    for (const uri of this.#unresolved) {
      const model = this.#held.get(uri)?.model;
      if (!model) continue;
      this.project(uri);
      this.#filesOf(uri, model);
    }
    this.#unresolved.clear();
    return [...this.#wanted];
  }

  /** The documents that are cases, in the order of their paths. */
  cases(): readonly string[] {
    return this.#index.uris();
  }

  /** Whether a document is a case, held or released. */
  isCase(uri: string): boolean {
    return this.#index.has(uri);
  }

  /** Everything known of a case; undefined when the document is not held or not a case. */
  analyse(uri: string): CaseAnalysis | undefined {
    const held = this.#held.get(uri);
    if (!held?.model) return undefined;
    this.#outdated.delete(uri);
    const project = this.project(uri);
    const namesakes = this.#index.namesakes(uri);
    const files = this.#filesOf(uri, held.model);
    const { analysis } = held;
    if (analysis?.value.model === held.model && analysis.project === project && analysis.namesakes === namesakes && analysis.files === files)
      return analysis.value;
    const surroundings = { project, frameworks: this.#frameworksOf(held.model, project), files, sameCases: othersAmong(namesakes, uri) };
    const value = analyseCase(uri, held.model, surroundings, this.#options.rules, analysis?.value);
    held.analysis = { project, namesakes, files, value };
    return value;
  }

  /** The configuration, frameworks and template that apply to a file, whether it is a case or not. */
  project(uri: string): Project {
    const folder = folderOf(uri);
    const root = this.#rootOf(uri);
    const lookUp = this.#lookUpFor(uri, root);
    const config = this.#configs.get(folder, folder, lookUp, (seen) => findConfig(uri, root, seen));
    return this.#projects.get(config ?? `none for ${root ?? folder}`, folder, lookUp, (seen) => {
      const loaded = config === undefined ? settingsAsConfig(this.#settings, root ?? folder) : readConfig(config, seen, this.#options.rules);
      return loadProject(loaded, seen, this.#options.builtins.read());
    });
  }

  /** What is wrong in the files that the cases depend on, or would if there were any in the folders, each problem once. */
  fileProblems(): FileProblem[] {
    // A mistake in a configuration may be the very reason that there is no case.
    const folders = [...this.#roots, ...[...this.#index.folders()].sort()];
    const projects = new Set(folders.map((folder) => this.project(caseIn(folder))));
    // A file that a case names for itself is looked at while the case is open.
    const ofCases = [...this.#held].flatMap(([uri, { model }]) => (model ? this.#filesOf(uri, model).problems : []));
    const problems = [...[...projects].flatMap((project) => project.problems), ...ofCases];
    return [...new Map(problems.map((problem) => [JSON.stringify([problem.uri, problem.span, problem.message]), problem])).values()];
  }

  /** The lines of a document that is held or of a file that cases depend on; undefined when its text is not known. */
  linesOf(uri: string): LineIndex | undefined {
    const state = this.#files.get(uri);
    if (!this.#held.has(uri) && state?.kind === 'text') return linesOfFile(state);
    const text = this.textOf(uri);
    return text === undefined ? undefined : new LineIndex(text);
  }

  /** The text of a document that is held or of a file that cases depend on, those that ship with Casewright among them. */
  textOf(uri: string): string | undefined {
    const state = this.#files.get(uri);
    return this.#held.get(uri)?.text ?? (state?.kind === 'text' ? state.text : this.#options.builtins.textOf(uri));
  }

  #rootOf(uri: string): string | undefined {
    return this.#roots.find((root) => isBelow(uri, root));
  }

  /** What a case may depend on: files in the folders of the workspace or, where it lies in none of them, in its own. Others are never asked for. */
  #lookUpFor(uri: string, root: string | undefined): LookUpFile {
    const folders = root === undefined ? [folderOf(uri)] : this.#roots;
    return (file) => {
      if (!folders.some((folder) => isBelow(file, folder))) return { kind: 'unreadable', reason: 'it lies outside the folder that is open' };
      const state = this.#files.get(file);
      if (!state) this.#wanted.add(file);
      return state ?? { kind: 'unknown' };
    };
  }

  #forgetProjects(): void {
    this.#configs.clear();
    this.#projects.clear();
    this.#caseFiles.clear();
    this.#touch(this.#index.uris());
  }

  /** Something that these cases depend on has changed. */
  #touch(uris: Iterable<string>): void {
    for (const uri of uris) {
      if (!this.#index.has(uri)) continue;
      this.#outdated.add(uri);
      if (this.#held.has(uri)) this.#unresolved.add(uri);
    }
  }

  /** The frameworks of a case, brought together once for all cases and versions of a case that name the same ones. */
  #frameworksOf(model: CaseModel, project: Project): FrameworkSet {
    const ids = frameworkIdsOf(model, project);
    const sets = this.#frameworkSets.get(project) ?? new Map<string, FrameworkSet>();
    const set = sets.get(ids.join(' ')) ?? createFrameworkSet(ids.flatMap((id) => project.frameworks.get(id) ?? []));
    this.#frameworkSets.set(project, sets.set(ids.join(' '), set));
    return set;
  }

  /** A case is not held any more: what is remembered of its transcripts, such as an index ten times as large as they are, is forgotten with their states. */
  #leaveFiles(uri: string, model: CaseModel): void {
    const named = filesNamedBy(uri, model);
    if (!this.#caseFiles.letGo(keyOfFiles(uri, named), (user) => this.#held.has(user))) return;
    for (const [, file] of named.transcripts) {
      const state = this.#files.get(file);
      if (state) this.#files.set(file, { ...state });
    }
  }

  /** The files that a case names; read once for all cases and versions of a case that name the same ones. */
  #filesOf(uri: string, model: CaseModel): CaseFiles {
    const named = filesNamedBy(uri, model);
    if (named.bibliography.length === 0 && named.transcripts.length === 0 && named.pseudonyms === undefined) return NO_CASE_FILES;
    return this.#caseFiles.get(keyOfFiles(uri, named), uri, this.#lookUpFor(uri, this.#rootOf(uri)), (seen) => readCaseFiles(named, seen));
  }
}

/** A case that might lie in a folder: what applies to it says what is wrong where there is none. */
const caseIn = (folder: string): string => `${folder}/case.md`;

/** The lines of a file that cases depend on: at each keystroke, findings point into transcripts of megabytes. */
const linesOfFile = oncePer((state: Extract<FileState, { readonly kind: 'text' }>) => new LineIndex(state.text));

/** Whether a text begins as one with front matter does. Without any it holds no case, and there is no need to read on. */
export function hasFrontMatter(text: string): boolean {
  return text.startsWith('---', text.startsWith('\uFEFF') ? 1 : 0);
}

function isSameState(known: FileState | undefined, state: FileState): boolean {
  if (known?.kind !== state.kind) return false;
  if (state.kind === 'text') return known.kind === 'text' && known.text === state.text;
  return state.kind !== 'unreadable' || (known.kind === 'unreadable' && known.reason === state.reason);
}
