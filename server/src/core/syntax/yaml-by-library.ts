import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, YAMLParseError, type Alias, type Document, type Node, type Pair, type YAMLError } from 'yaml';
import type { Span } from '../text/span.ts';
import type { YamlEntry, YamlNode, YamlScalar, YamlText } from './yaml-node.ts';
import { yamlProblems, type YamlProblem } from './yaml-problem.ts';

/** More values than any case, pack or configuration has; aliases that multiply ("alias bombs") stop here. */
const MAX_NODES = 50_000;
const MAX_DEPTH = 64;

/**
 * Reads any YAML with the library, and says what is wrong with it. Never throws.
 * @param text with a line feed in each of its line ends
 * @param offset added to every offset
 */
export function readByLibrary(text: string, offset: number): YamlText {
  let document: Document.Parsed;
  let targets: ReadonlyMap<Alias, Node>;
  let repeated: readonly YAMLError[];
  let misread: readonly YAMLError[] = [];
  try {
    document = parse(text);
    const repaired = withInnerColonsAsText(text, document.errors);
    if (repaired !== text) {
      misread = document.errors.filter((error) => MISREAD_VALUE.has(error.code));
      document = parse(repaired);
    }
    targets = aliasTargets(document);
    repeated = repeatedKeys(document);
  } catch {
    return {
      root: undefined,
      problems: [
        { span: { start: offset, end: offset + text.length }, message: 'This is nested too deeply to be read. Write it with fewer brackets inside brackets.' },
      ],
    };
  }
  const reader = new Reader(targets, offset);
  const root = document.contents ? reader.read(document.contents, 0, offset + text.length) : undefined;
  const problems = [...yamlProblems([...misread, ...document.errors, ...repeated], text, offset), ...reader.problems];
  return { root, problems: eachOnce(problems).sort((a, b) => a.span.start - b.span.start) };
}

function parse(text: string): Document.Parsed {
  // What tags beyond the core schema make of a value (bytes, dates, sets) has no place in a case: the value stays as it is written.
  return parseDocument(text, {
    logLevel: 'error',
    uniqueKeys: false, // see `repeatedKeys`
    strict: true,
    version: '1.2',
    stringKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
  });
}

/** Errors at a value that was taken for a key, because ": " stands in it. */
const MISREAD_VALUE: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW']);

/**
 * `title: Mode: how it went` makes YAML take everything below for a part of the title. The slip is so common that the
 * fields below, `case` among them, must not be lost over it: with a no-break space behind the inner colon, the value is
 * the text that was meant, and every offset stays.
 */
function withInnerColonsAsText(text: string, errors: readonly YAMLError[]): string {
  let repaired = text;
  for (const { code, pos } of errors) {
    if (!MISREAD_VALUE.has(code)) continue;
    const lineEnd = /[\r\n]|$/.exec(text.slice(pos[0]))?.index ?? 0;
    const end = code === 'BLOCK_IN_FLOW' ? Math.min(pos[1], pos[0] + lineEnd) : pos[0] + lineEnd;
    repaired = repaired.slice(0, pos[0]) + repaired.slice(pos[0], end).replaceAll(': ', ':\u00A0') + repaired.slice(end);
  }
  return repaired;
}

/** What each alias stands for: the last node before it that has its anchor. One pass, since thousands of aliases are no bomb yet. */
function aliasTargets(document: Document.Parsed): Map<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchored.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

/** The keys that their group has already. The library would compare each key with all before it, which thousands take too long for. */
function repeatedKeys(document: Document.Parsed): YAMLError[] {
  const repeated: YAMLError[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const before = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (before.has(key.value)) repeated.push(new YAMLParseError([key.range?.[0] ?? 0, key.range?.[1] ?? 0], 'DUPLICATE_KEY', 'Map keys must be unique'));
        before.add(key.value);
      }
    },
  });
  return repeated;
}

class Reader {
  readonly problems: YamlProblem[] = [];
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #offset: number;
  #count = 0;

  constructor(targets: ReadonlyMap<Alias, Node>, offset: number) {
    this.#targets = targets;
    this.#offset = offset;
  }

  /** @param emptyAt where a missing value would stand */
  read(node: unknown, depth: number, emptyAt: number): YamlNode {
    const empty: YamlScalar = { kind: 'scalar', value: null, span: { start: emptyAt, end: emptyAt } };
    if (this.#count > MAX_NODES) return empty;
    this.#count += 1;
    const target = isAlias(node) ? this.#targets.get(node) : (node as Node | null | undefined);
    const span = this.#spanOf(node as Node, emptyAt);
    if (this.#count > MAX_NODES || depth > MAX_DEPTH) {
      this.#report(
        span,
        'This front matter or file unfolds to far too many values. Remove the anchors (&) and aliases (*), or the nesting, and write the values out.',
      );
      this.#count = MAX_NODES + 1;
      return empty;
    }
    if (isAlias(node) && !target) {
      this.#report(
        span,
        'A value that begins with * refers to an anchor that does not exist. If you meant the character itself, put the value in quotation marks.',
      );
      return empty;
    }
    if (isMap(target)) {
      const entries = target.items.map((pair) => this.#entry(pair, depth, span.end));
      return { kind: 'map', entries, span, flow: target.flow === true };
    }
    if (isSeq(target)) {
      return { kind: 'seq', items: target.items.map((item) => this.read(item, depth + 1, span.end)), span, flow: target.flow === true };
    }
    if (isScalar(target)) return { kind: 'scalar', value: scalarValue(target.value), span };
    return empty;
  }

  #entry(pair: Pair, depth: number, end: number): YamlEntry {
    const keySpan = this.#spanOf(pair.key as Node, end);
    const named = isAlias(pair.key) ? this.#targets.get(pair.key) : pair.key;
    const key = isScalar(named) ? String(scalarValue(named.value) ?? '') : '';
    return { key, keySpan, value: this.read(pair.value, depth + 1, Math.min(keySpan.end + 1, end)) };
  }

  #spanOf(node: Node | null | undefined, otherwise: number): Span {
    const range = node?.range;
    return range ? { start: range[0] + this.#offset, end: range[1] + this.#offset } : { start: otherwise, end: otherwise };
  }

  #report(span: Span, message: string): void {
    this.problems.push({ span, message });
  }
}

/** Two errors of the parser, or an alias used twice, may come to the same sentence at the same place. */
function eachOnce(problems: readonly YamlProblem[]): YamlProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.span.start} ${problem.message}`, problem])).values()];
}

function scalarValue(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}
