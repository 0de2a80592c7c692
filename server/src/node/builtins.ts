import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuiltinFile, Builtins } from '../core/workspace/file-state.ts';
import { uriOf } from './file-uri.ts';

/** What the build wrote beside the program: the first line names the files, and each has a line with what the loader made of it. */
interface BuiltEntry {
  /** From the folder that holds package.json: `frameworks/policy-themes.yaml`. */
  readonly file: string;
  readonly id: string;
  /** Of the text that was read. */
  readonly sha256: string;
  /** Of its line. */
  readonly length: number;
}

type BuiltValues = ReadonlyMap<string, BuiltEntry & { readonly json: string }>;

/** The frameworks and templates that stand beside the program. `root` is the folder that holds package.json. */
export function readBuiltins(root: string): Builtins {
  const built = readBuilt(path.join(root, 'dist', 'builtins.jsonl'));
  return { frameworks: filesIn(root, 'frameworks', built), templates: filesIn(root, 'templates', built) };
}

/** Nothing is lost without it: the files are read from their YAML then, which takes longer. */
function readBuilt(file: string): BuiltValues {
  try {
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    const entries = (JSON.parse(first) as BuiltEntry[]).map((entry, index) => [entry.file, { ...entry, json: lines[index] ?? '' }] as const);
    return new Map(entries.filter(([, { json, length }]) => json.length === length));
  } catch {
    return new Map();
  }
}

function filesIn<Value>(root: string, folder: string, built: BuiltValues): BuiltinFile<Value>[] {
  const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => {
    const file = path.join(root, folder, name);
    const known = built.get(`${folder}/${name}`);
    const isCurrent = known?.sha256 === createHash('sha256').update(readFileSync(file)).digest('hex');
    return {
      uri: uriOf(file),
      text: () => readFileSync(file, 'utf8'),
      built: known && isCurrent ? { id: known.id, value: () => JSON.parse(known.json) as Value } : undefined,
    };
  });
}
