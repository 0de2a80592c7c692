import * as vscode from 'vscode';

/** Shows places of cases in the editor, marked until the cursor moves on. */
export class PlaceShower implements vscode.Disposable {
  readonly #highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('contrastActiveBorder'),
  });
  readonly #listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
    if (kind !== undefined) textEditor.setDecorations(this.#highlight, []);
  });

  /**
   * Puts the cursor at the start of a place, in the editor where its file is shown already, if there is one. The place
   * is highlighted, not selected: a key pressed next must not replace the author's text.
   */
  async show(uri: vscode.Uri, place: vscode.Range): Promise<void> {
    const column = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString())?.viewColumn;
    const document = await vscode.workspace.openTextDocument(uri);
    const range = document.validateRange(place);
    const start = new vscode.Range(range.start, range.start);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column ?? vscode.ViewColumn.One, selection: start, preview: false });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#highlight, [range]);
  }

  dispose(): void {
    this.#highlight.dispose();
    this.#listener.dispose();
  }
}
