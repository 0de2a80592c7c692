import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { knownKeys, schemaAt } from './schema-at.ts';
import { entryOf, nodeAt, plainValue, textOf, type YamlNode, type YamlPath } from './yaml-node.ts';

/** How a value breaks a schema: a key nobody knows, a key that must be there, or a value of the wrong form. */
export type ViolationKind = 'unknown-field' | 'missing-field' | 'invalid-value';

/** One place where YAML does not fit its schema, in words for authors. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly path: YamlPath;
  readonly span: Span;
  /** What is wrong, without a full stop: "“employees” must be a whole number, not “forty”". */
  readonly message: string;
  /** What was probably meant: the nearest known key or allowed word. */
  readonly suggestion: string | undefined;
}

type Issue = z.core.$ZodIssue;

/**
 * Compares a YAML value with a schema.
 * @returns the typed value (undefined when there are violations) and every violation with its place
 */
export function validate<S extends z.ZodType>(root: YamlNode, schema: S): { value: z.output<S> | undefined; violations: Violation[] } {
  const result = schema.safeParse(plainValue(root), { reportInput: true });
  const passedOver = keysPassedOver(root, schema, []);
  if (result.success && passedOver.length === 0) return { value: result.data, violations: [] };
  const issues = result.success ? [] : result.error.issues;
  return { value: undefined, violations: [...issues.flatMap((issue) => violationsOf(issue, root, schema)), ...passedOver] };
}

/** Where any name is allowed, the library leaves `__proto__` out without a word; nobody is to look for what became of it. */
function keysPassedOver(node: YamlNode, schema: z.ZodType, path: YamlPath): Violation[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'seq') return node.items.flatMap((item, index) => keysPassedOver(item, schema, [...path, index]));
  return node.entries.flatMap(({ key, keySpan, value }): Violation[] => {
    const at = [...path, key];
    if (key !== '__proto__' || !schemaAt(schema, at)) return keysPassedOver(value, schema, at);
    return [{ kind: 'unknown-field', path: at, span: keySpan, message: `“${key}” is a name that cannot be used here`, suggestion: undefined }];
  });
}

function violationsOf(issue: Issue, root: YamlNode, schema: z.ZodType): Violation[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(root, path, key, schema));
  if (issue.code === 'invalid_union') return unionViolations(issue, root, path, schema);
  const node = nodeAt(root, path);
  if (isAbsent(node, root, path)) return [missingField(root, path)];
  const suggestion = issue.code === 'invalid_value' ? nearest(textOf(node) ?? '', issue.values.map(String)) : undefined;
  return [
    { kind: 'invalid-value', path, span: node?.span ?? root.span, message: `${nameOf(path)} must be ${expected(issue)}, not ${shown(node)}`, suggestion },
  ];
}

/** Of the alternatives of a union, the one that fits best tells what is wrong; where none goes deeper, all are named. */
function unionViolations(issue: Extract<Issue, { code: 'invalid_union' }>, root: YamlNode, path: YamlPath, schema: z.ZodType): Violation[] {
  const branches = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
  const [deeper] = branches.toSorted((a, b) => slipsIn(a) - slipsIn(b));
  if (deeper) return deeper.flatMap((inner) => violationsOf({ ...inner, path: [...path, ...inner.path] }, root, schema));
  const node = nodeAt(root, path);
  if (isAbsent(node, root, path)) return [missingField(root, path)];
  const wanted = [...new Set(issue.errors.flatMap((branch) => branch.map(expected)))].join(' or ');
  return [
    {
      kind: 'invalid-value',
      path,
      span: node?.span ?? root.span,
      message: `${nameOf(path)} must be ${wanted || 'something else'}, not ${shown(node)}`,
      suggestion: undefined,
    },
  ];
}

/** How far a value is from fitting: every unknown key counts, and a required one that is not there. */
function slipsIn(branch: readonly Issue[]): number {
  return branch.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** Characters of a value that a message repeats. */
const MOST_SHOWN = 60;

function shown(node: YamlNode | undefined): string {
  if (node?.kind === 'map') return 'a group of fields';
  if (node?.kind === 'seq') return ['an empty list', 'a list with one entry'][node.items.length] ?? 'a list';
  const text = textOf(node) ?? '';
  return `“${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}”`;
}

function isAbsent(node: YamlNode | undefined, root: YamlNode, path: YamlPath): boolean {
  if (path.length === 0) return false;
  return !node || (node.kind === 'scalar' && node.value === null) || !nodeAt(root, path);
}

/** A required key that is not there, or is there without a value. */
function missingField(root: YamlNode, path: YamlPath): Violation {
  const parent = nodeAt(root, path.slice(0, -1)) ?? root;
  const entry = entryOf(parent, String(path.at(-1)));
  if (parent.kind === 'seq') {
    const span = nodeAt(root, path)?.span ?? parent.span;
    return { kind: 'missing-field', path, span, message: `${nameOf(path)} has an entry without a value`, suggestion: undefined };
  }
  const span = entry?.keySpan ?? (parent.kind === 'map' ? (parent.entries[0]?.keySpan ?? parent.span) : parent.span);
  return { kind: 'missing-field', path, span, message: entry ? `${nameOf(path)} has no value` : `${nameOf(path)} is missing`, suggestion: undefined };
}

function unknownField(root: YamlNode, path: YamlPath, key: string, schema: z.ZodType): Violation {
  const entry = entryOf(nodeAt(root, path), key);
  const known = knownKeys(schema, path);
  const isElsewhere = known.includes(key);
  return {
    kind: 'unknown-field',
    path: [...path, key],
    span: entry?.keySpan ?? root.span,
    message: isElsewhere ? `“${key}” cannot stand beside the other fields here` : `“${key}” is not a field that Casewright knows here`,
    suggestion: isElsewhere ? undefined : nearest(key, known),
  };
}

function nameOf(path: YamlPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.length === 0 ? 'This' : `“${names.join('.')}”`;
}

/** What an issue's value should have been, as the end of "must be …". A schema's own words win over the general ones. */
function expected(issue: Issue): string {
  if (!/^(?:Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return EXPECTED_TYPES[issue.expected] ?? 'something else';
    case 'invalid_value':
      return issue.values.length === 1 ? `“${String(issue.values[0])}”` : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? 'filled in' : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_key':
      return `named by ${issue.issues.map((inner) => inner.message).join(' or ')}`;
    default:
      return 'written differently';
  }
}

const EXPECTED_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};
