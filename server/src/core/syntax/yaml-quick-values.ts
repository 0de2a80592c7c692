import { CODE, type YamlCursor } from './yaml-cursor.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar, YamlSeq } from './yaml-node.ts';
import { endsText, readScalar } from './yaml-quick-scalars.ts';

/** Characters. The library allows 1,024. */
const LONGEST_KEY = 1000;
/** Brackets within brackets, more than authors write. */
const DEEPEST = 30;

/**
 * Reads what stands on a line or between brackets. Each method reads what begins at the cursor and leaves the cursor
 * behind it; undefined or false means that it is not sure, and that the library has to read the text.
 */
export class QuickValues {
  readonly #cursor: YamlCursor;
  /** How many brackets are open. */
  #open = 0;
  /** The least column of lines between brackets. */
  #margin = 0;

  constructor(cursor: YamlCursor) {
    this.#cursor = cursor;
  }

  /**
   * A scalar, a list in brackets or a group in braces.
   * @param indent the column of the key or hyphen that it belongs to
   */
  value(indent: number): YamlNode | undefined {
    this.#margin = indent + 1;
    return this.#node();
  }

  /** A key and the colon behind it, on a line of its own or behind a hyphen. */
  key(): Omit<YamlEntry, 'value'> | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    const scalar = readScalar(cursor, false);
    if (!scalar || cursor.code() !== CODE.colon || !cursor.isBlank(1) || cursor.at - start > LONGEST_KEY) return undefined;
    cursor.at += 1;
    return { key: keyOf(scalar), keySpan: scalar.span };
  }

  #node(): YamlNode | undefined {
    const code = this.#cursor.code();
    if (code === CODE.openGroup) return this.#group();
    return code === CODE.openList ? this.#list() : readScalar(this.#cursor, this.#open > 0);
  }

  #list(): YamlSeq | undefined {
    const start = this.#cursor.at;
    const items: YamlNode[] = [];
    if (!this.#opens()) return undefined;
    while (this.#cursor.code() !== CODE.closeList) {
      const item = this.#node();
      if (!item || !this.#endsEntry(CODE.closeList)) return undefined;
      items.push(item);
    }
    this.#close();
    return { kind: 'seq', items, span: this.#cursor.spanFrom(start), flow: true };
  }

  #group(): YamlMap | undefined {
    const start = this.#cursor.at;
    const entries: YamlEntry[] = [];
    if (!this.#opens()) return undefined;
    while (this.#cursor.code() !== CODE.closeGroup) {
      const entry = this.#entry();
      if (!entry || hasKey(entries, entry.key) || !this.#endsEntry(CODE.closeGroup)) return undefined;
      entries.push(entry);
    }
    this.#close();
    return { kind: 'map', entries, span: this.#cursor.spanFrom(start), flow: true };
  }

  /** An entry of a group in braces; its value may still be missing, and the colon before it. */
  #entry(): YamlEntry | undefined {
    const cursor = this.#cursor;
    const key = readScalar(cursor, true);
    if (!key) return undefined;
    const hasColon = cursor.code() === CODE.colon && endsText(cursor, 1, true);
    let emptyAt = cursor.at + 1;
    if (hasColon) {
      cursor.at += 1;
      cursor.skipSpaces();
      emptyAt = cursor.at;
    }
    if (!this.#skipBlanks()) return undefined;
    const isEmpty = cursor.code() === CODE.comma || cursor.code() === CODE.closeGroup;
    const value = isEmpty ? nothing(cursor, emptyAt) : hasColon ? this.#node() : undefined;
    return value && { key: keyOf(key), keySpan: key.span, value };
  }

  #opens(): boolean {
    this.#open += 1;
    this.#cursor.at += 1;
    return this.#open <= DEEPEST && this.#skipBlanks();
  }

  #close(): void {
    this.#open -= 1;
    this.#cursor.at += 1;
  }

  /** Goes to the next entry, or to the bracket that closes. */
  #endsEntry(close: number): boolean {
    if (!this.#skipBlanks()) return false;
    if (this.#cursor.code() !== CODE.comma) return this.#cursor.code() === close;
    this.#cursor.at += 1;
    return this.#skipBlanks();
  }

  /** Goes behind white space, line ends and comments between brackets; false where a line stands too far to the left. */
  #skipBlanks(): boolean {
    const cursor = this.#cursor;
    let lineStart = -1;
    for (;;) {
      cursor.skipSpaces();
      if (cursor.isAtEnd()) return false;
      if (!cursor.isAtComment() && !cursor.isAtLineEnd()) break;
      cursor.skipLine();
      lineStart = cursor.at;
    }
    const column = cursor.at - lineStart;
    if (lineStart < 0 || column >= this.#margin) return true;
    // Only the last bracket may stand below the key it belongs to.
    const isClosing = cursor.code() === CODE.closeList || cursor.code() === CODE.closeGroup;
    return isClosing && this.#open === 1 && column === this.#margin - 1;
  }
}

/** What a scalar is called as a key. */
function keyOf({ value }: YamlScalar): string {
  return String(value ?? '');
}

/** A value that is missing. @param at the empty place where it would stand */
export function nothing(cursor: YamlCursor, at: number): YamlScalar {
  return { kind: 'scalar', value: null, span: cursor.spanFrom(at, at) };
}

/** Whether a key is given already: what that means is for the library to say. */
export function hasKey(entries: readonly YamlEntry[], key: string): boolean {
  return entries.some((entry) => entry.key === key);
}
