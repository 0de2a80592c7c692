import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuiltinFile, Builtins } from '../core/workspace/file-state.ts';
import { uriOf } from './file-uri.ts';

/** Reads the frameworks and templates that stand beside the program. `root` is the folder that holds package.json. */
export function readBuiltins(root: string): Builtins {
  return { frameworks: readFolder(path.join(root, 'frameworks')), templates: readFolder(path.join(root, 'templates')) };
}

function readFolder(folder: string): BuiltinFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { uri: uriOf(file), text: readFileSync(file, 'utf8') };
    });
}
