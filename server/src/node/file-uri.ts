import { fileURLToPath } from 'node:url';
import { URI } from 'vscode-uri';

/**
 * The URI of a file or folder of this machine. The one way from path to URI: written as editors and `core/workspace/uri.ts`
 * write it (`node:url` encodes less), so that the same file always has the same URI.
 * @param path absolute
 */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI on this machine. Throws where the URI names no place on it. */
export function pathOf(uri: string): string {
  return fileURLToPath(uri);
}
