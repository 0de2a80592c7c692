import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Host } from '../host/host.ts';
import { readBuiltins } from './builtins.ts';
import { pathOf, uriOf, urisOf } from './file-uri.ts';
import { findFiles } from './find-files.ts';
import { staysIn } from './path-patterns.ts';
import { NodeFileSystem } from './node-file-system.ts';

/**
 * A host that reads this machine's files.
 * @param root the folder that holds frameworks/, templates/ and docs/
 */
export function createNodeHost(root: string): Host {
  const files = new NodeFileSystem();
  return {
    files,
    links: { realUri, readUnlinked: (uri) => files.readUnlinked(uri) },
    builtins: readBuiltins(root),
    rulePages: uriOf(path.join(root, 'docs/rules')),
    findDocuments: async (folder, patterns) => {
      if (URI.parse(folder).scheme !== 'file') return [];
      // The server looks at nothing outside the folders that are open.
      const start = pathOf(folder);
      const found = await findFiles(
        start,
        patterns.filter((pattern) => staysIn(start, pattern)),
      );
      return urisOf(found.files);
    },
  };
}

async function realUri(uri: string): Promise<string> {
  try {
    return uriOf(await realpath(pathOf(uri)));
  } catch {
    return uri; // what is not there, or on no disk, is found out when it is read
  }
}
