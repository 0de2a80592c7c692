// An extension for tests: a file system that is in memory only, as those are that repositories on the web are looked at
// with. It starts with the files that files.json beside it names, and takes changes.
import * as vscode from 'vscode';

const SCHEME = 'virtual';

interface Entry {
  readonly type: vscode.FileType;
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

class VirtualFolder implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #clock = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.#put('/', vscode.FileType.Directory);
    for (const [path, text] of Object.entries(files)) this.#write(path, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined); // all changes are told to everybody
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, bytes, mtime } = this.#get(uri);
    return { type, ctime: 0, mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#get(uri);
    const start = uri.path.replace(/\/?$/, '/');
    const inside = [...this.#entries].filter(([path]) => path.startsWith(start) && path !== start && !path.slice(start.length).includes('/'));
    return inside.map(([path, { type }]) => [path.slice(start.length), type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const { type, bytes } = this.#get(uri);
    if (type === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean }): void {
    const isThere = this.#entries.has(uri.path);
    if (!isThere && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (isThere && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.#write(uri.path, bytes);
    this.#tell(uri, isThere ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created);
  }

  createDirectory(uri: vscode.Uri): void {
    this.#put(uri.path, vscode.FileType.Directory);
    this.#tell(uri, vscode.FileChangeType.Created);
  }

  delete(uri: vscode.Uri): void {
    this.#get(uri);
    for (const path of [...this.#entries.keys()]) if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    this.#tell(uri, vscode.FileChangeType.Deleted);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#write(to.path, this.readFile(from));
    this.delete(from);
    this.#tell(to, vscode.FileChangeType.Created);
  }

  #get(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path.replace(/(?<=.)\/$/, ''));
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  /** Writes a file, and makes the folders that it is in. */
  #write(path: string, bytes: Uint8Array): void {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) this.#put(path.slice(0, end), vscode.FileType.Directory);
    this.#put(path, vscode.FileType.File, bytes);
  }

  #put(path: string, type: vscode.FileType, bytes: Uint8Array = new Uint8Array()): void {
    this.#clock += 1;
    this.#entries.set(path, { type, bytes, mtime: this.#clock });
  }

  #tell(uri: vscode.Uri, type: vscode.FileChangeType): void {
    this.#changed.fire([{ uri, type }]);
  }
}

export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const listed = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'files.json'));
  const files = JSON.parse(new TextDecoder().decode(listed)) as Readonly<Record<string, string>>;
  subscriptions.push(vscode.workspace.registerFileSystemProvider(SCHEME, new VirtualFolder(files), { isCaseSensitive: true }));
}
