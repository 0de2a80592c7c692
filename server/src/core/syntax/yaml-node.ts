import type { Span } from '../text/span.ts';
import type { YamlProblem } from './yaml-problem.ts';

/** A single value. `value` is what YAML 1.2's core schema makes of it; a key without a value has null. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Where it stands; for a key without a value, the empty place behind the colon. */
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
  /** Written with braces on one line (`{a: 1}`), not one key a line. */
  readonly flow: boolean;
}

export interface YamlSeq {
  readonly kind: 'seq';
  readonly items: readonly YamlNode[];
  readonly span: Span;
  readonly flow: boolean;
}

/** A value of a YAML document with the place of every part, in offsets of the text it was read from. */
export type YamlNode = YamlScalar | YamlMap | YamlSeq;

/** YAML as a value with places, and what is wrong with it. */
export interface YamlText {
  /** The value; undefined when the text is empty or nothing could be read. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** A path into a YAML value: keys of maps and indexes of lists. */
export type YamlPath = readonly (string | number)[];

/** The entry of `key` in a map; undefined for other nodes and missing keys. The first of duplicated keys counts. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The node at `path`; undefined where there is none. */
export function nodeAt(node: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  let current = node;
  for (const step of path) {
    current = typeof step === 'number' ? (current?.kind === 'seq' ? current.items[step] : undefined) : entryOf(current, step)?.value;
  }
  return current;
}

/** The text of a scalar: a string as it is, a number or boolean as written by JavaScript; undefined for null, maps and lists. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return String(node.value);
}

/** The items of a list; a single value counts as a list of one, a missing or null one as an empty list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (!node || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'seq' ? node.items : [node];
}

/** The node as plain data, for validation against a schema. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(plainValue);
  const plain: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    if (Object.hasOwn(plain, key)) continue;
    // A key `__proto__` is data like any other; so it is only when it is defined, and defining all keys would cost time.
    if (key === '__proto__') Object.defineProperty(plain, key, { value: plainValue(value), enumerable: true, configurable: true, writable: true });
    else plain[key] = plainValue(value);
  }
  return plain;
}
