import type { z } from 'zod';
import type { YamlPath } from './yaml-node.ts';

/** What a schema says of one place in a YAML value. */
export interface SchemaPlace {
  /** What authors read about it. */
  readonly description: string | undefined;
  /** The only words that may stand here; empty where any may. */
  readonly words: readonly string[];
  /** The keys that may stand here; empty where any may, or none. */
  readonly keys: readonly string[];
  /** Whether a group of fields may stand here, with known keys or with any. */
  readonly isGroup: boolean;
  /** Whether a list may stand here. */
  readonly isList: boolean;
  /** Values as they may stand here; of a list, its entries. Empty where the schema shows none. */
  readonly examples: readonly unknown[];
  /** Whether a command writes what stands here, and nobody types it. */
  readonly isReadOnly: boolean;
}

/** What a schema says of the place at `path`; undefined where it allows nothing. */
export function schemaAt(schema: z.ZodType, path: YamlPath): SchemaPlace | undefined {
  const found = walk(schema, path);
  if (found.length === 0) return undefined;
  const forms = found.flatMap(alternatives).map(defOf);
  const described = found.flatMap(wrappers);
  return {
    description: described.find((candidate) => candidate.description !== undefined)?.description,
    words: forms.flatMap((def) => Object.values(def.entries ?? {})),
    keys: forms.flatMap((def) => Object.keys(def.shape ?? {})),
    isGroup: forms.some((def) => def.type === 'object' || def.type === 'record'),
    isList: forms.some((def) => def.type === 'array'),
    examples: described.flatMap((candidate) => examplesOf(candidate)),
    isReadOnly: described.some((candidate) => candidate.meta()?.readOnly === true),
  };
}

function examplesOf(schema: z.ZodType): readonly unknown[] {
  const examples = schema.meta()?.examples;
  return Array.isArray(examples) ? examples : [];
}

/** The keys that a schema allows at a path; an empty list where it allows any. */
export function knownKeys(schema: z.ZodType, path: YamlPath): readonly string[] {
  return schemaAt(schema, path)?.keys ?? [];
}

/** Whether a schema allows `value` at `path`. */
export function accepts(schema: z.ZodType, path: YamlPath, value: unknown): boolean {
  return walk(schema, path).some((candidate) => candidate.safeParse(value).success);
}

/** The parts of zod's schema definitions that lead from a value to its parts. */
interface SchemaDef {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
}

function defOf(schema: z.ZodType): SchemaDef {
  return schema.def;
}

function walk(schema: z.ZodType, path: YamlPath): readonly z.ZodType[] {
  return path.reduce<readonly z.ZodType[]>((current, step) => current.flatMap((at) => into(at, step)), [schema]);
}

function into(schema: z.ZodType, step: string | number): z.ZodType[] {
  return alternatives(schema).flatMap((alternative) => {
    const def = defOf(alternative);
    const next = typeof step === 'number' ? def.element : (ownShape(def, step) ?? def.valueType);
    return next ? [next] : [];
  });
}

/** Authors' keys may be called like something that every object has ("constructor"). */
function ownShape(def: SchemaDef, key: string): z.ZodType | undefined {
  return def.shape && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
}

/** The schema and what it wraps, from the outside in; a description may stand on any of them. */
function wrappers(schema: z.ZodType): z.ZodType[] {
  const { innerType } = defOf(schema);
  return innerType ? [schema, ...wrappers(innerType)] : [schema];
}

/** The schema without its wrappers; of a union, each part. */
function alternatives(schema: z.ZodType): z.ZodType[] {
  const def = defOf(schema);
  if (def.innerType) return alternatives(def.innerType);
  return def.options ? def.options.flatMap(alternatives) : [schema];
}
