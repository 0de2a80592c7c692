import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pack } from '../core/frameworks/pack-schema.ts';
import type { BuiltinFile, Builtins } from '../core/workspace/file-state.ts';
import { uriOf } from './file-uri.ts';

/** What the build wrote beside the program: what the loader makes of each framework, and of which text. */
type LoadedPacks = Readonly<Record<string, { readonly sha256: string; readonly pack: Pack } | undefined>>;

/** Reads the frameworks and templates that stand beside the program. `root` is the folder that holds package.json. */
export function readBuiltins(root: string): Builtins {
  const loaded = readLoaded(path.join(root, 'dist', 'frameworks.json'));
  const frameworks = readFolder(path.join(root, 'frameworks')).map(({ name, file }) => {
    const known = loaded[name];
    return known?.sha256 === createHash('sha256').update(file.text).digest('hex') ? { ...file, pack: known.pack } : file;
  });
  return { frameworks, templates: readFolder(path.join(root, 'templates')).map(({ file }) => file) };
}

/** Nothing is lost without it, or when it is of other texts: the frameworks are read from their YAML then, which takes longer. */
function readLoaded(file: string): LoadedPacks {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LoadedPacks;
  } catch {
    return {};
  }
}

function readFolder(folder: string): { readonly name: string; readonly file: BuiltinFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { name, file: { uri: uriOf(file), text: readFileSync(file, 'utf8') } };
    });
}
