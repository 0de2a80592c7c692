import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { configSchema, type ConfigFile } from '../core/config/config-schema.ts';
import { allRules } from '../core/rules/all-rules.ts';
import { createMarkdownParsers } from '../core/syntax/markdown-parser.ts';
import type { CaseAnalysis } from '../core/workspace/case-analysis.ts';
import { BuiltinReader } from '../core/workspace/builtin-reader.ts';
import type { Project } from '../core/workspace/project.ts';
import { isBelow } from '../core/workspace/uri.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import type { Host } from '../host/host.ts';
import { settle } from '../host/settle.ts';

/** Files looked at when no configuration says otherwise. */
const DEFAULT_CASES = ['**/*.md'];
/** How many files are read before other work gets its turn. */
const FILES_AT_A_TIME = 20;

/**
 * The state of one running server: the workspace, which documents are open, and what has changed since it was last
 * looked at. A changed document is parsed when somebody asks, so that of several quick changes only the last is.
 */
export class Session {
  readonly workspace: Workspace;
  readonly #host: Host;
  readonly #open = new Map<string, TextDocument>();
  readonly #changed = new Set<string>();
  /** Open documents whose file was deleted. */
  readonly #orphans = new Set<string>();
  #folders: readonly string[] = [];
  /** The files that the folders' configurations name: closed, only these are cases of the study. */
  #listed: ReadonlySet<string> = new Set();
  /** Looks through folders that are under way, so that of many new files not each asks for one. */
  readonly #listings = new Map<string, Promise<readonly string[]>>();
  #announceFolders: () => void = () => undefined;
  /** Until the folders are known there is nothing to look through; who asks for all cases waits for them. */
  readonly #foldersKnown = new Promise<void>((resolve) => (this.#announceFolders = resolve));
  #scan: Promise<void> = Promise.resolve();
  /** Reads of files that changed on disk: whoever asks next waits for them. */
  #reads: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    this.workspace = new Workspace({ parsers: createMarkdownParsers(), rules: allRules, builtins: new BuiltinReader(host.builtins), roots: [] });
  }

  /** Sets the folders of the workspace and looks through them in the background; see {@link scanned}. */
  setFolders(folders: readonly string[], onDone: () => void): void {
    this.#folders = folders.map((folder) => normalise(folder).replace(/\/$/, ''));
    this.workspace.setRoots(this.#folders);
    this.rescan(onDone);
    this.#announceFolders();
  }

  /** Looks through the folders again, as after a change of configuration. */
  rescan(onDone: () => void): void {
    this.#scan = this.#scan.then(() => this.#scanFolders()).then(onDone, onDone);
  }

  /** Resolves when the workspace has been looked through. */
  async scanned(): Promise<void> {
    await this.#foldersKnown;
    await this.#scan;
  }

  /** Editor settings, which apply where there is no casewright.yaml. Settings of a wrong form are left out. */
  setSettings(settings: unknown): void {
    this.workspace.setSettings(readSettings(settings));
  }

  /** A document was opened or has changed. */
  change(document: TextDocument): void {
    const uri = normalise(document.uri);
    this.#open.set(uri, document);
    this.#changed.add(uri);
  }

  /** A document was closed: from now on the file counts, if it belongs to the study. */
  async close(uri: string): Promise<void> {
    const known = normalise(uri);
    this.#open.delete(known);
    this.#changed.delete(known);
    this.#orphans.delete(known);
    await this.#waitedFor(this.#takeFromDisk(known));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normalise(uri));
  }

  /** The open documents, by the names the client gave them. */
  openDocuments(): readonly TextDocument[] {
    return [...this.#open.values()];
  }

  /**
   * A file was created, changed or deleted outside the editor. Of an open document the editor's text counts; but editors
   * hold on to documents whose file is gone, and those are no cases of the study until their author writes on.
   * @returns what it means for the cases
   */
  async fileChanged(uri: string, isDeleted: boolean): Promise<'document' | 'support' | 'nothing'> {
    const known = normalise(uri);
    const isSupport = this.workspace.dependsOn(known);
    const work = isSupport ? this.#readSupport(known) : this.#rereadDocuments(known, isDeleted);
    const count = await this.#waitedFor(work);
    return isSupport ? 'support' : count > 0 ? 'document' : 'nothing';
  }

  /** Everything known of a case as it stands now; undefined when the document is not a case. */
  async analyse(uri: string): Promise<CaseAnalysis | undefined> {
    await this.#update();
    return this.workspace.analyse(normalise(uri));
  }

  /** All cases as they stand now. */
  async analyseAll(): Promise<CaseAnalysis[]> {
    await this.#update();
    return this.workspace.cases().flatMap((uri) => this.workspace.analyse(uri) ?? []);
  }

  /** The configuration, frameworks and templates that apply to a file, whether it exists and is a case or not. */
  async projectOf(uri: string): Promise<Project> {
    // What a configuration names is known only once it has been read, so it may take several rounds.
    for (;;) {
      const project = this.workspace.project(normalise(uri));
      if (this.workspace.wanted().length === 0) return project;
      await settle(this.workspace, this.#host.files);
    }
  }

  /** The text of an open document, as the editor shows it. */
  textOf(uri: string): string | undefined {
    return this.#open.get(normalise(uri))?.getText();
  }

  /** How a file is named for readers: relative to the folder that is open; with several open, that folder's name comes first. */
  nameOf(uri: string): string {
    const folder = this.#folders.find((candidate) => isBelow(normalise(uri), candidate));
    if (folder === undefined) return URI.parse(uri).path;
    const inside = URI.parse(uri).path.slice(URI.parse(folder).path.length + 1);
    return this.#folders.length === 1 ? inside : `${folder.slice(folder.lastIndexOf('/') + 1)}/${inside}`;
  }

  /** Makes whoever asks next wait until the work is done, or has failed. */
  #waitedFor<Result>(work: Promise<Result>): Promise<Result> {
    this.#reads = Promise.allSettled([this.#reads, work]);
    return work;
  }

  async #update(): Promise<void> {
    await this.#reads;
    for (const uri of this.#changed) {
      const document = this.#open.get(uri);
      if (document) this.workspace.setDocument(uri, document.getText());
    }
    this.#changed.clear();
    await settle(this.workspace, this.#host.files);
  }

  async #scanFolders(): Promise<void> {
    const seen = new Set<string>();
    for (const folder of this.#folders) {
      const found = await this.#documentsIn(folder);
      for (const uri of found) seen.add(uri);
      this.#listed = new Set([...this.#listed, ...found]);
      for (let index = 0; index < found.length; index += FILES_AT_A_TIME) {
        await Promise.all(found.slice(index, index + FILES_AT_A_TIME).map((uri) => this.#readDocument(uri)));
      }
    }
    this.#listed = seen;
    // What an earlier look found and the configuration no longer names is none of the study's cases.
    for (const uri of this.workspace.cases()) if (!seen.has(uri) && !this.#open.has(uri)) this.workspace.removeDocument(uri);
    await this.#update();
  }

  async #documentsIn(folder: string): Promise<readonly string[]> {
    const { config } = await this.projectOf(`${folder}/case.md`);
    return (await this.#host.findDocuments(folder, config.cases ?? DEFAULT_CASES)).map(normalise);
  }

  /** Whether a file is one of those that the configuration of its folder names. Of a new one, that is found out here. */
  async #isOfStudy(uri: string): Promise<boolean> {
    if (this.#listed.has(uri)) return true;
    const folder = this.#folders.find((candidate) => isBelow(uri, candidate));
    if (folder === undefined || !/\.(?:md|markdown)$/i.test(uri)) return false;
    const listing = this.#listings.get(folder) ?? this.#documentsIn(folder).finally(() => this.#listings.delete(folder));
    this.#listings.set(folder, listing);
    this.#listed = new Set([...this.#listed, ...(await listing)]);
    return this.#listed.has(uri);
  }

  async #takeFromDisk(uri: string): Promise<void> {
    if (await this.#isOfStudy(uri)) await this.#readDocument(uri);
    else if (!this.#open.has(uri)) this.workspace.removeDocument(uri);
  }

  async #readSupport(uri: string): Promise<number> {
    this.workspace.setFile(uri, await this.#host.files.read(uri));
    return 1;
  }

  /** Reads again what a change on disk touches. @returns how many documents that are */
  async #rereadDocuments(uri: string, isDeleted: boolean): Promise<number> {
    const touched = await this.#touchedBy(uri, isDeleted);
    await Promise.all(touched.map((document) => (this.#open.has(document) ? this.#lookForFile(document) : this.#readDocument(document))));
    return touched.length;
  }

  async #touchedBy(uri: string, isDeleted: boolean): Promise<string[]> {
    // Of a folder that is deleted, editors report the folder and not what was in it.
    if (isDeleted) return [...new Set([...this.#listed, ...this.#open.keys()])].filter((document) => document === uri || isBelow(document, uri));
    if (this.#open.has(uri)) return this.#orphans.has(uri) ? [uri] : [];
    return (await this.#isOfStudy(uri)) ? [uri] : [];
  }

  /** A file that is replaced as a whole is reported as deleted, too: what counts is whether it is there. */
  async #lookForFile(uri: string): Promise<void> {
    const { kind } = await this.#host.files.read(uri);
    if (kind === 'absent') {
      this.#orphans.add(uri);
      this.#changed.delete(uri);
      this.workspace.removeDocument(uri);
    } else if (this.#orphans.delete(uri)) this.#changed.add(uri);
  }

  async #readDocument(uri: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const state = await this.#host.files.read(uri);
    // It may have been opened while it was read; then the editor's text counts.
    if (this.#open.has(uri)) return;
    if (state.kind === 'text') this.workspace.setDocument(uri, state.text);
    else this.workspace.removeDocument(uri);
  }
}

/** One spelling for each URI: clients differ in what they percent-encode. */
export function normalise(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The settings that are set and of the right form. Editors send null for what is not set. */
function readSettings(settings: unknown): ConfigFile {
  if (typeof settings !== 'object' || settings === null) return {};
  const known = Object.keys(configSchema.shape);
  const set = Object.entries(settings).filter(([key, value]) => known.includes(key) && value !== null && value !== '');
  return Object.assign({}, ...set.map(([key, value]: [string, unknown]) => configSchema.safeParse({ [key]: value }).data ?? {})) as ConfigFile;
}
