import type { YamlPath } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { wordAt, type YamlCursor, type YamlKey } from './yaml-cursor.ts';
import { readToken } from './yaml-token.ts';

/** What stands between braces or brackets. */
export interface FlowScan {
  /** Undefined when the cursor is not in it. */
  readonly cursor: YamlCursor | undefined;
  readonly keys: readonly YamlKey[];
  /** Behind the closing brace, or where the reading ended without one. */
  readonly end: number;
}

/** Deeper than any case nests; what is nested further is not read. */
const MAX_DEPTH = 64;

/**
 * Reads `{…}` or `[…]`, half typed or not, and finds out what the cursor at `offset` is about.
 * @param within from the opening brace to where the reading ends at the latest
 * @param path the place of the whole
 */
export function scanFlow(text: string, within: Span, path: YamlPath, offset: number): FlowScan {
  const scanner = new FlowScanner(text, within.end, offset);
  const end = scanner.readCollection(within.start, path, 0);
  return { cursor: scanner.cursor, keys: scanner.keys, end };
}

class FlowScanner {
  cursor: YamlCursor | undefined;
  readonly keys: YamlKey[] = [];
  readonly #text: string;
  readonly #limit: number;
  readonly #offset: number;

  constructor(text: string, limit: number, offset: number) {
    this.#text = text;
    this.#limit = limit;
    this.#offset = offset;
  }

  /** Reads a map or list from its opening brace. @returns the offset behind its end, as all readers here do */
  readCollection(opening: number, path: YamlPath, depth: number): number {
    const isMap = this.#text[opening] === '{';
    let at = opening + 1;
    for (let index = 0; at < this.#limit && depth < MAX_DEPTH; index += 1) {
      const end = isMap ? this.#readEntry(at, path, depth) : this.#readValue(at, [...path, index], depth);
      const separator = this.#rest(end).search(/[,}\]]/);
      if (separator < 0) return this.#limit;
      at = end + separator + 1;
      if (this.#text[at - 1] !== ',') return at;
    }
    return this.#limit;
  }

  #readEntry(start: number, path: YamlPath, depth: number): number {
    const key = readToken(this.#text, this.#skipBlank(start), this.#limit, /[,{}[\]]|:(?=[\s,{}[\]]|$)|[\r\n]|$/);
    const colon = /^\s*:(?=[\s,{}[\]]|$)/.exec(this.#rest(key.end));
    const word = key.isQuoted ? undefined : wordAt(this.#offset, start, key);
    if (word) this.cursor = { kind: 'key', path, word, style: 'flow', isMarked: colon !== null, mayBeKey: false };
    if (!colon) return key.end;
    const name = this.#text.slice(key.span.start, key.span.end);
    this.keys.push({ group: path, name, span: key.span });
    return this.#readValue(key.end + colon[0].length, [...path, name], depth);
  }

  #readValue(start: number, path: YamlPath, depth: number): number {
    const at = this.#skipBlank(start);
    const first = this.#text[at];
    if ((first === '{' || first === '[') && at < this.#limit) return this.readCollection(at, path, depth + 1);
    const token = readToken(this.#text, at, this.#limit, /[,{}[\]]|[ \t]#|[\r\n]|$/);
    const word = wordAt(this.#offset, start, token);
    if (word) this.cursor = { kind: 'value', path, word, style: 'flow', isMarked: token.isQuoted, mayBeKey: false };
    return token.end;
  }

  /** Behind blanks, line ends and comments. */
  #skipBlank(from: number): number {
    return from + (/^(?:\s|(?<=\s)#[^\r\n]*)*/.exec(this.#rest(from))?.[0].length ?? 0);
  }

  #rest(from: number): string {
    return this.#text.slice(from, this.#limit);
  }
}
