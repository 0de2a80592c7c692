import { CODE, YamlCursor } from './yaml-cursor.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlSeq } from './yaml-node.ts';
import { hasKey, nothing, QuickValues } from './yaml-quick-values.ts';

/** Characters. Longer texts are no front matter, and may hold more values than are allowed. */
const LONGEST = 50_000;
/** Deeper nesting than authors write. */
const DEEPEST = 20;

/**
 * Reads YAML as authors write it: keys and lists by indentation, groups and lists in brackets, texts on one line,
 * comments. Gives what the library gives, some twenty times as fast; undefined where it is not sure that it does, such as at
 * anchors, tags, texts over several lines, tabs, byte order marks, keys given twice and every mistake. The library then reads the text.
 * @param text with a line feed in each of its line ends
 * @param offset added to every offset
 */
export function readQuickly(text: string, offset: number): YamlNode | undefined {
  if (text.length > LONGEST || text.includes('\t') || text.includes('\uFEFF')) return undefined;
  return new QuickReader(text, offset).root();
}

/**
 * Reads what is nested by indentation. Where a block ends matters to those who ask what stands at a place: the library
 * gives a value the comments behind it that stand to the right of its block, and a block those from its own column on
 * when nothing but comments follows in it.
 */
class QuickReader {
  readonly #cursor: YamlCursor;
  readonly #values: QuickValues;
  /** The column of the next line that is neither blank nor a comment, where the cursor stands; -1 at the text's end. */
  #indent = -1;
  /** The last column of comments before that line that belong to no value; -1 when there are none. */
  #commentIndent = -1;
  /** Where the value that was read last ends, with what belongs to it: where a block ends that it is the last of. */
  #end = 0;

  constructor(text: string, offset: number) {
    this.#cursor = new YamlCursor(text, offset);
    this.#values = new QuickValues(this.#cursor);
  }

  root(): YamlNode | undefined {
    this.#nextLine(Infinity);
    const root = this.#indent === 0 ? this.#block(0) : undefined;
    return this.#indent === -1 ? root : undefined;
  }

  #block(depth: number): YamlNode | undefined {
    if (depth > DEEPEST) return undefined;
    return this.#isAtItem() ? this.#list(this.#indent, depth) : this.#group(this.#indent, depth);
  }

  #group(indent: number, depth: number): YamlMap | undefined {
    const start = this.#cursor.at;
    const entries: YamlEntry[] = [];
    do {
      const key = this.#isAtMarker() ? undefined : this.#values.key();
      const value = key && !hasKey(entries, key.key) ? this.#valueOf(indent, depth, true) : undefined;
      if (!key || !value) return undefined;
      entries.push({ key: key.key, keySpan: key.keySpan, value });
    } while (this.#indent === indent);
    return { kind: 'map', entries, span: this.#endBlock(start, indent), flow: false };
  }

  #list(indent: number, depth: number): YamlSeq | undefined {
    const start = this.#cursor.at;
    const items: YamlNode[] = [];
    let hasNote = false;
    do {
      this.#cursor.at += 1;
      const value = this.#valueOf(indent, depth, false);
      if (!value) return undefined;
      items.push(value);
      // An entry without a value goes on to the next line if it has a comment, be it above.
      if (hasNote && value.span.start === value.span.end) this.#end = this.#cursor.at;
      hasNote = this.#commentIndent >= 0;
    } while (this.#indent === indent && this.#isAtItem());
    return { kind: 'seq', items, span: this.#endBlock(start, indent), flow: false };
  }

  /** Reads what follows a key's colon or an entry's hyphen, and goes to the next line. @param indent the column of the block */
  #valueOf(indent: number, depth: number, isGroup: boolean): YamlNode | undefined {
    const cursor = this.#cursor;
    const before = cursor.at;
    cursor.skipSpaces();
    if (cursor.isAtLineEnd() || cursor.isAtComment()) return this.#valueBelow(indent, depth, isGroup);
    const start = cursor.at;
    if (!isGroup && this.#values.key()) {
      cursor.at = start;
      this.#indent = indent + 1 + start - before;
      return this.#group(this.#indent, depth + 1);
    }
    cursor.at = start;
    const value = this.#values.value(indent);
    cursor.skipSpaces();
    if (!value || !(cursor.isAtLineEnd() || cursor.isAtComment())) return undefined;
    cursor.skipLine();
    this.#nextLine(indent);
    // A line further to the right would go on with the value.
    return this.#indent > indent ? undefined : value;
  }

  /** The block on the lines below, or nothing. */
  #valueBelow(indent: number, depth: number, isGroup: boolean): YamlNode | undefined {
    const cursor = this.#cursor;
    const start = cursor.at;
    const hasComment = cursor.isAtComment();
    cursor.skipLine();
    this.#nextLine(Infinity);
    const isBelow = this.#indent > indent || (isGroup && this.#indent === indent && this.#isAtItem());
    if (isBelow) return this.#block(depth + 1);
    this.#end = hasComment || this.#commentIndent >= 0 ? cursor.at : start;
    this.#commentIndent = -1;
    return nothing(cursor, start);
  }

  /**
   * Goes to the next line that is neither blank nor a comment. The comments right behind a value and further to the
   * right than its block belong to the value.
   * @param indent the block's column
   */
  #nextLine(indent: number): void {
    const cursor = this.#cursor;
    this.#end = cursor.at;
    this.#commentIndent = -1;
    while (!cursor.isAtEnd()) {
      const lineStart = cursor.at;
      cursor.skipSpaces();
      this.#indent = cursor.at - lineStart;
      const isComment = cursor.code() === CODE.hash;
      if (!isComment && !cursor.isAtLineEnd()) return;
      cursor.skipLine();
      if (!isComment) continue;
      if (this.#commentIndent < 0 && this.#indent > indent) this.#end = cursor.at;
      else this.#commentIndent = Math.max(this.#commentIndent, this.#indent);
    }
    this.#indent = -1;
  }

  /** The span of a block that ends before the next line. */
  #endBlock(start: number, indent: number) {
    const span = this.#cursor.spanFrom(start, this.#end);
    if (indent > 0 && this.#commentIndent >= indent) {
      this.#end = this.#cursor.at;
      this.#commentIndent = -1;
    }
    return span;
  }

  #isAtItem(): boolean {
    return this.#cursor.code() === CODE.hyphen && this.#cursor.isBlank(1);
  }

  /** Whether a line begins here that ends the YAML, or a document in it. */
  #isAtMarker(): boolean {
    const { text, at } = this.#cursor;
    return text.startsWith('---', at) || text.startsWith('...', at);
  }
}
