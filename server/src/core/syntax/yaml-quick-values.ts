import { CODE, type YamlCursor } from './yaml-cursor.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlSeq } from './yaml-node.ts';
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

  /** A key and the colon behind it. */
  key(): Omit<YamlEntry, 'value'> | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    const scalar = readScalar(cursor, this.#open > 0);
    const isKey = scalar && cursor.code() === CODE.colon && endsText(cursor, 1, this.#open > 0);
    if (!isKey || cursor.at - start > LONGEST_KEY) return undefined;
    cursor.at += 1;
    return { key: String(scalar.value ?? ''), keySpan: scalar.span };
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
      const key = this.key();
      const value = key && !hasKey(entries, key.key) ? this.#valueInGroup() : undefined;
      if (!key || !value || !this.#endsEntry(CODE.closeGroup)) return undefined;
      entries.push({ key: key.key, keySpan: key.keySpan, value });
    }
    this.#close();
    return { kind: 'map', entries, span: this.#cursor.spanFrom(start), flow: true };
  }

  #valueInGroup(): YamlNode | undefined {
    const cursor = this.#cursor;
    cursor.skipSpaces();
    const start = cursor.at;
    if (!this.#skipBlanks()) return undefined;
    const isEmpty = cursor.code() === CODE.comma || cursor.code() === CODE.closeGroup;
    return isEmpty ? { kind: 'scalar', value: null, span: cursor.spanFrom(start, start) } : this.#node();
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

/** Whether a key is given already: what that means is for the library to say. */
export function hasKey(entries: readonly YamlEntry[], key: string): boolean {
  return entries.some((entry) => entry.key === key);
}
