import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MarksRequest, type ShownMark, type ShownMarks } from '../../../server/src/protocol.ts';
import { coalesced } from '../coalesce.ts';
import { arrangeMarks } from './arrange-marks.ts';
import { declaredColours, type ThemeKind } from './declared-colours.ts';
import { MarkBrushes } from './mark-brushes.ts';
import { nextDisplay, readDisplay, type MarkDisplay } from './mark-display.ts';

type Range = ShownMark['range'];

/** Lines above and below what is in sight that are drawn along, so that scrolling a little shows nothing undrawn. */
const MARGIN = 40;

/**
 * Shows the marks of cases in the text of visible editors. What is drawn moves along with the text while its author
 * types; what has changed is drawn anew once the findings of a version are in.
 */
export class MarksInEditors implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #disposables: readonly vscode.Disposable[];
  /** What the server said last of what an editor shows. */
  readonly #shown = new Map<vscode.TextEditor, ShownMarks>();
  /** Of which lines that was asked. */
  readonly #asked = new WeakMap<ShownMarks, readonly Range[]>();
  readonly #asking = new WeakMap<vscode.TextEditor, () => Promise<void>>();
  readonly #manifest: unknown;
  #brushes: MarkBrushes;

  /** @param manifest package.json, which declares the colours */
  constructor(client: BaseLanguageClient, manifest: unknown) {
    this.#client = client;
    this.#manifest = manifest;
    this.#brushes = newBrushes(manifest);
    this.#disposables = [
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of this.#shown.keys()) if (!editors.includes(editor)) this.#shown.delete(editor);
        for (const editor of editors) this.#update(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!this.#isDrawn(textEditor)) this.#update(textEditor);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('casewright.showMarks')) this.#updateAll();
      }),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.#brushes.dispose();
        this.#brushes = newBrushes(this.#manifest);
        for (const [editor, shown] of this.#shown) this.#paint(editor, shown);
      }),
    ];
  }

  /** What is drawn in the active editor. */
  get drawn(): readonly ShownMark[] {
    const editor = vscode.window.activeTextEditor;
    return (editor && displayIn(editor) !== 'off' && this.#shown.get(editor)?.marks) || [];
  }

  /** The findings of a new version of a document are in, or other files have changed what they are. */
  analysed(uri: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri.toString()) this.#update(editor);
  }

  /** Shows marks in the next of the ways there are, for all editors and from now on. */
  async toggle(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('casewright', vscode.window.activeTextEditor?.document.uri);
    const display = nextDisplay(readDisplay(settings.get('showMarks')));
    const isOfWorkspace = settings.inspect('showMarks')?.workspaceValue !== undefined;
    await settings.update('showMarks', display, isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
    vscode.window.setStatusBarMessage(SAID[display], 4000);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#brushes.dispose();
  }

  #updateAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#update(editor);
  }

  /** Asks anew, one question at a time for each editor: of what changes meanwhile, only the last is asked for. */
  #update(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== 'markdown') return;
    let ask = this.#asking.get(editor);
    if (!ask) {
      ask = coalesced(
        () => this.#ask(editor),
        () => undefined, // the server has written to the log what went wrong
      );
      this.#asking.set(editor, ask);
    }
    void ask();
  }

  async #ask(editor: vscode.TextEditor): Promise<void> {
    if (!this.#client.isRunning() || !vscode.window.visibleTextEditors.includes(editor)) return;
    const { document } = editor;
    const wanted = displayIn(editor) !== 'off' && vscode.languages.match(this.#selector(), document) > 0;
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const ranges = editor.visibleRanges.map((range) => around(document, range));
    const shown = wanted ? await this.#client.sendRequest(MarksRequest, { uri, ranges }) : null;
    // Typed on meanwhile: the findings of that version are on their way, and with them comes the next question.
    if (shown && shown.version !== document.version) return;
    if (shown) this.#asked.set(shown, ranges);
    this.#paint(editor, shown);
  }

  #paint(editor: vscode.TextEditor, shown: ShownMarks | null): void {
    if (shown) this.#shown.set(editor, shown);
    else if (!this.#shown.delete(editor)) return; // nothing was drawn
    this.#brushes.paint(editor, arrangeMarks(shown, displayIn(editor)));
  }

  /** Whether what an editor now shows was asked for before it was scrolled there. */
  #isDrawn(editor: vscode.TextEditor): boolean {
    const shown = this.#shown.get(editor);
    const asked = (shown?.version === editor.document.version && this.#asked.get(shown)) || [];
    return editor.visibleRanges.every((range) => asked.some(({ start, end }) => start.line <= range.start.line && range.end.line <= end.line));
  }

  /** The documents that the server knows. */
  #selector(): vscode.DocumentSelector {
    return (this.#client.clientOptions.documentSelector ?? []) as vscode.DocumentSelector;
  }
}

const SAID: Readonly<Record<MarkDisplay, string>> = {
  chips: 'Marks: chips and bars at the margin',
  tint: 'Marks: chips, bars and tinted text',
  off: 'Marks: not shown',
};

function displayIn({ document }: vscode.TextEditor): MarkDisplay {
  return readDisplay(vscode.workspace.getConfiguration('casewright', document.uri).get('showMarks'));
}

const KINDS: Readonly<Record<vscode.ColorThemeKind, ThemeKind>> = {
  [vscode.ColorThemeKind.Light]: 'light',
  [vscode.ColorThemeKind.Dark]: 'dark',
  [vscode.ColorThemeKind.HighContrast]: 'highContrast',
  [vscode.ColorThemeKind.HighContrastLight]: 'highContrastLight',
};

function newBrushes(manifest: unknown): MarkBrushes {
  const kind = KINDS[vscode.window.activeColorTheme.kind];
  return new MarkBrushes(kind === 'highContrast' || kind === 'highContrastLight', declaredColours(manifest, kind));
}

function around(document: vscode.TextDocument, { start, end }: vscode.Range): Range {
  const last = Math.min(document.lineCount - 1, end.line + MARGIN);
  // Plain objects: those of VS Code arrive empty in a web worker.
  return { start: { line: Math.max(0, start.line - MARGIN), character: 0 }, end: { line: last, character: document.lineAt(last).text.length } };
}
