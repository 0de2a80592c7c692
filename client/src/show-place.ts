import * as vscode from 'vscode';

/** Shows places of cases in the editor, marked until the cursor moves on. */
export class PlaceShower implements vscode.Disposable {
  readonly #highlight = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'), // only themes of high contrast have one
  });
  readonly #listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
    if (kind !== undefined) textEditor.setDecorations(this.#highlight, []);
  });

  /**
   * Puts the cursor at the start of a place, in the editor where its file is shown already, if there is one. The place
   * is highlighted, not selected: a key pressed next must not replace the author's text.
   * @param notIn a column that must keep what it shows
   */
  async show(uri: vscode.Uri, place: vscode.Range, { notIn }: { readonly notIn?: vscode.ViewColumn | undefined } = {}): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const range = withoutMargin(document, document.validateRange(place));
    const start = new vscode.Range(range.start, range.start);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri, notIn) ?? otherThan(notIn), selection: start });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.#highlight, [range]);
  }

  dispose(): void {
    this.#highlight.dispose();
    this.#listener.dispose();
  }
}

/** A section starts right behind its heading; what is shown starts at its first word. */
function withoutMargin(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const text = document.getText(range);
  if (text.trim() === '') return range;
  const end = document.offsetAt(range.start) + text.trimEnd().length;
  const start = document.offsetAt(range.end) - text.trimStart().length;
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function otherThan(column: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return column === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}

/** Where a file is open already, in front or behind another. */
function columnOf(uri: vscode.Uri, notIn: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find((group) => group.viewColumn !== notIn && group.tabs.some(shows))?.viewColumn;
}
