import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decodeText } from '../../server/src/host/decode-text.ts';
import { findBelow, type FolderEntry } from '../../server/src/host/find-below.ts';
import { FindFilesRequest, ReadFileRequest, type FileAnswer } from '../../server/src/protocol.ts';
import { isOwnPage } from './extension-pages.ts';

/**
 * Reads files for a server that cannot: one that runs in the browser, or folders that are on no disk. Only what lies in
 * the folders of the workspace is read, and what ships with the extension, whatever the server asks for.
 */
export function readForServer(client: BaseLanguageClient): void {
  client.onRequest(ReadFileRequest, ({ uri }) => read(uri));
  client.onRequest(FindFilesRequest, ({ folder, patterns }) => find(folder, patterns));
}

async function read(asked: string): Promise<FileAnswer> {
  const uri = inWorkspace(asked);
  if (!uri) return { absent: true };
  try {
    const content = decodeText(await vscode.workspace.fs.readFile(uri));
    return content.kind === 'text' ? { text: content.text } : { reason: content.reason };
  } catch (error) {
    return isAbsent(error) ? { absent: true } : { reason: whyUnreadable(error) };
  }
}

async function find(asked: string, patterns: readonly string[]): Promise<readonly string[]> {
  const folder = inWorkspace(asked);
  if (!folder) return [];
  const found = await findBelow(folder.path, patterns, (path) => entriesOf(vscode.Uri.joinPath(folder, path)));
  return found.map((path) => vscode.Uri.joinPath(folder, path).toString());
}

/** A folder that cannot be read holds nothing: with every case it lacks, its author will see that. */
async function entriesOf(folder: vscode.Uri): Promise<FolderEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.map(([name, type]) => ({ name, kind: KINDS.get(type) ?? 'other' }));
}

/** Of links VS Code says where they lead and that they are links: they are neither. */
const KINDS: ReadonlyMap<vscode.FileType, FolderEntry['kind']> = new Map([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);

/** The URI without detours, if it leads into a folder of the workspace, or to what ships with the extension. */
function inWorkspace(asked: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(asked));
  return isOwnPage(uri) || vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
}

function isAbsent(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}

/** Completes "… could not be read: …". */
function whyUnreadable(error: unknown): string {
  if (!(error instanceof vscode.FileSystemError)) return String(error);
  if (error.code === 'FileIsADirectory') return 'it is a folder';
  if (error.code === 'NoPermissions') return 'you have no permission to read it';
  return error.code === 'Unavailable' ? 'it cannot be reached at the moment' : error.message;
}
