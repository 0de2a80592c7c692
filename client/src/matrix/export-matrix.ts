import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isRecord } from '../../page/read.ts';
import { count } from '../../page/words.ts';
import { readOptions } from '../../matrix/state.ts';
import type { MatrixOptions } from '../../matrix/messages.ts';
import { MatrixExportRequest, type MatrixFile } from '../../../server/src/protocol.ts';
import type { CaseList } from '../case-list.ts';
import type { PlaceShower } from '../show-place.ts';
import type { MatrixPanel } from './matrix-panel.ts';
import { sayWithheld } from './say-withheld.ts';

type Format = 'csv' | 'xlsx' | 'md' | 'html' | 'json';

const FORMATS: Readonly<Record<Format, { readonly label: string; readonly description: string }>> = {
  xlsx: { label: 'Excel', description: 'a workbook (.xlsx)' },
  csv: { label: 'CSV', description: 'for any spreadsheet or statistics program (.csv)' },
  md: { label: 'Markdown', description: 'a table for a Markdown text (.md)' },
  html: { label: 'HTML', description: 'a page for any browser, to send or to print (.html)' },
  json: { label: 'JSON', description: 'everything, for other programs (.json)' },
};

interface Parts {
  readonly client: BaseLanguageClient;
  readonly cases: CaseList;
  readonly matrix: MatrixPanel;
  readonly places: PlaceShower;
}

/** What can be said beforehand, so that key bindings and tasks can use it: `format`, `file` (a URI) and `options`. */
interface Answers {
  readonly format: Format | undefined;
  readonly file: vscode.Uri | undefined;
  readonly options: MatrixOptions | undefined;
}

/**
 * Export Matrix: asks for a format and a file, and writes the matrix as it is laid out. Questions that `given` answers
 * are not asked.
 * @returns the file; undefined when the author stopped or it could not be written
 */
export async function exportMatrix({ client, cases, matrix, places }: Parts, given: unknown): Promise<vscode.Uri | undefined> {
  const answers = readAnswers(given);
  const options = answers.options ?? matrix.arranged;
  const format = answers.format ?? (await askFormat());
  if (!format) return undefined;
  const file = answers.file ?? (await askFile(`matrix-${options.show}.${format}`, format));
  if (!file) return undefined;
  if (cases.get(file)) {
    void vscode.window.showErrorMessage(`${nameOf(file)} is a case, and the matrix would take its place: choose another name.`);
    return undefined;
  }
  const made = await client.sendRequest(MatrixExportRequest, { options, format });
  if ('withheld' in made) {
    void sayWithheld('The matrix was not saved.', made.withheld, places);
    return undefined;
  }
  try {
    await vscode.workspace.fs.writeFile(file, contentOf(made));
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.?$/, '.');
    void vscode.window.showErrorMessage(`The matrix could not be saved as ${nameOf(file)}: ${reason} Close it in other programs, or choose another place.`);
    return undefined;
  }
  void report(file, made, format);
  return file;
}

async function askFormat(): Promise<Format | undefined> {
  const picks = (Object.keys(FORMATS) as Format[]).map((format) => ({ ...FORMATS[format], format }));
  return (await vscode.window.showQuickPick(picks, { title: 'Export Matrix', placeHolder: 'In which format?' }))?.format;
}

async function askFile(name: string, format: Format): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    title: 'Export Matrix',
    filters: { [FORMATS[format].label]: [format] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

/** Says what was saved. What VS Code cannot show is opened by the program that can, where the file is on the author's own machine. */
async function report(file: vscode.Uri, { cases, columns }: MatrixFile, format: Format): Promise<void> {
  const size = `${count(cases, 'case')} by ${count(columns, 'column')}`;
  const isShownByOthers = format === 'xlsx' || format === 'html';
  const isOnThisMachine = file.scheme === 'file' && vscode.env.remoteName === undefined;
  const offer = isShownByOthers && !isOnThisMachine ? 'Show in Explorer' : 'Open'; // from where it can be downloaded
  const choice = await vscode.window.showInformationMessage(`The matrix is saved as ${nameOf(file)}: ${size}.`, offer);
  if (!choice) return;
  if (!isShownByOthers) await vscode.window.showTextDocument(file);
  else if (isOnThisMachine) await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('revealInExplorer', file);
}

function contentOf({ text, base64 }: MatrixFile): Uint8Array {
  return base64 === null ? new TextEncoder().encode(text ?? '') : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}

function readAnswers(given: unknown): Answers {
  if (!isRecord(given)) return { format: undefined, file: undefined, options: undefined };
  const { format, file, options } = given;
  return {
    format: (Object.keys(FORMATS) as Format[]).find((known) => known === format),
    file: typeof file === 'string' ? vscode.Uri.parse(file) : undefined,
    options: readOptions(options),
  };
}
