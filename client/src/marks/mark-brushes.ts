import * as vscode from 'vscode';
import { COLOURS, type Painted } from './arrange-marks.ts';
import { marginIcon } from './margin-icon.ts';

/** What draws the marks of one framework. */
interface Brush {
  readonly tint: vscode.TextEditorDecorationType;
  readonly chip: vscode.TextEditorDecorationType;
  readonly added: vscode.TextEditorDecorationType;
  readonly bar: vscode.TextEditorDecorationType;
}

/** Draws marks into editors, in the colours that package.json declares. To be disposed; then nothing drawn is left. */
export class MarkBrushes implements vscode.Disposable {
  readonly #brushes: readonly Brush[];
  /** For labels at the margin: each is a picture of its own, made when it is first shown. By colour and text. */
  readonly #labels = new Map<string, vscode.TextEditorDecorationType>();
  readonly #colours: readonly string[];

  /**
   * @param isHighContrast whether the theme is one in which a tint would cost the contrast that it is for
   * @param colours of the frameworks in this theme, for pictures
   */
  constructor(isHighContrast: boolean, colours: readonly string[]) {
    this.#colours = colours;
    this.#brushes = Array.from({ length: COLOURS }, (_, colour) => makeBrush(colour + 1, isHighContrast));
  }

  /** Shows this in the editor, and nothing that was shown before. */
  paint(editor: vscode.TextEditor, painted: readonly Painted[]): void {
    for (const [colour, { tint, chip, added, bar }] of this.#brushes.entries()) {
      const of = painted[colour];
      editor.setDecorations(tint, (of?.tints ?? []).map(toRange));
      editor.setDecorations(chip, (of?.chips ?? []).map(toRange));
      editor.setDecorations(
        added,
        (of?.added ?? []).map(({ range, text }) => ({ range: toRange(range), renderOptions: { after: { contentText: `\u00a0${text}\u00a0` } } })),
      );
      editor.setDecorations(
        bar,
        (of?.bars ?? []).map(({ first, last }) => new vscode.Range(first, 0, last, 0)),
      );
    }
    this.#paintLabels(editor, painted);
  }

  dispose(): void {
    for (const brush of this.#brushes) for (const type of Object.values<vscode.Disposable>({ ...brush })) type.dispose();
    for (const label of this.#labels.values()) label.dispose();
  }

  #paintLabels(editor: vscode.TextEditor, painted: readonly Painted[]): void {
    const lines = new Map<string, vscode.Range[]>([...this.#labels.keys()].map((key) => [key, []]));
    for (const [colour, { labels }] of painted.entries()) {
      for (const { line, text } of labels) {
        const key = `${colour} ${text}`;
        if (!this.#labels.has(key)) this.#labels.set(key, makeLabel(text, this.#colours[colour] ?? 'gray'));
        lines.set(key, [...(lines.get(key) ?? []), new vscode.Range(line, 0, line, 0)]);
      }
    }
    for (const [key, ranges] of lines) {
      const label = this.#labels.get(key);
      if (label) editor.setDecorations(label, ranges);
    }
  }
}

function makeBrush(colour: number, isHighContrast: boolean): Brush {
  const line = new vscode.ThemeColor(`casewright.framework${colour}`);
  const ground = new vscode.ThemeColor(`casewright.framework${colour}Background`);
  const make = vscode.window.createTextEditorDecorationType;
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  const frame = { borderStyle: 'solid', borderColor: line } as const;
  return {
    tint: make(isHighContrast ? { ...frame, borderWidth: '0 0 2px 0', rangeBehavior } : { backgroundColor: ground, borderRadius: '2px', rangeBehavior }),
    chip: make({ ...frame, borderWidth: '1px', borderRadius: '3px', rangeBehavior }),
    added: make({ rangeBehavior, after: { margin: '0 0 0 1ch', color: line, border: '1px solid', borderColor: line } }),
    bar: make({ ...frame, borderWidth: '0 0 0 2px', isWholeLine: true }),
  };
}

function makeLabel(text: string, colour: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({ gutterIconPath: vscode.Uri.parse(marginIcon(text, colour)), gutterIconSize: 'contain' });
}

function toRange({ start, end }: Painted['tints'][number]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
