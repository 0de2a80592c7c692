import * as vscode from 'vscode';

/** The scheme of the pages, frameworks and templates that ship with the extension, which VS Code may keep on a disk or on a server. */
const SCHEME = 'casewright';
const FOLDERS = ['/docs/', '/frameworks/', '/templates/'];

/** Where the pages of the rules are. */
export const RULE_PAGES = `${SCHEME}:/docs/rules`;

/** Whether a URI is that of something that ships with the extension. */
export function isOwnPage({ scheme }: vscode.Uri): boolean {
  return scheme === SCHEME;
}

/** Lets VS Code open the pages that ship with the extension, in the browser as on a desktop; they cannot be changed. */
export function provideExtensionPages(extensionUri: vscode.Uri): vscode.Disposable {
  const readFile = async (uri: vscode.Uri): Promise<Uint8Array> => {
    const page = vscode.Uri.joinPath(uri); // without detours
    if (!FOLDERS.some((folder) => page.path.startsWith(folder))) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, page.path));
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const provider: vscode.FileSystemProvider = {
    readFile,
    stat: async (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: (await readFile(uri)).length, permissions: vscode.FilePermission.Readonly }),
    readDirectory: () => [],
    onDidChangeFile: changed.event, // they never do
    watch: () => new vscode.Disposable(() => undefined),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registration = vscode.workspace.registerFileSystemProvider(SCHEME, provider, { isReadonly: true, isCaseSensitive: true });
  return vscode.Disposable.from(registration, changed);
}
