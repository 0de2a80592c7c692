import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';

/** A name that is written in a URI as it is. */
const PLAIN_NAME = /^[\w.-]+$/;

/**
 * The URI of a file or folder of this machine. The one way from path to URI: written as editors and `core/workspace/uri.ts`
 * write it (`node:url` encodes less), so that the same file always has the same URI.
 * @param path absolute
 */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The URIs of many files, of which most lie beside others: what a folder is called is found out once. The same as with {@link uriOf}. */
export function urisOf(paths: readonly string[]): string[] {
  let folder = '';
  let folderUri = '';
  return paths.map((file) => {
    const name = file.slice(file.lastIndexOf(path.sep) + 1);
    if (!PLAIN_NAME.test(name)) return uriOf(file);
    if (file.length - name.length !== folder.length || !file.startsWith(folder)) {
      folder = file.slice(0, -name.length);
      folderUri = uriOf(folder);
    }
    return folderUri + name;
  });
}

/** The path of a `file:` URI on this machine. Throws where the URI names no place on it. */
export function pathOf(uri: string): string {
  return fileURLToPath(uri);
}
