import type { YamlPath } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { scanFlow } from './scan-flow.ts';
import { wordAt, type YamlCursor, type YamlKey } from './yaml-cursor.ts';
import { readToken } from './yaml-token.ts';

/** What a line-by-line reading of YAML finds. */
export interface YamlScan {
  readonly cursor: YamlCursor | undefined;
  readonly keys: readonly YamlKey[];
  /** Where the dashes of lists stand. */
  readonly dashes: readonly { readonly list: YamlPath; readonly offset: number }[];
}

/** A key or dash that following lines may belong to, if they are indented more. */
interface Frame {
  readonly indent: number;
  readonly step: string | number;
  /** Something stands behind it on its line, so that nothing can follow on lines of its own. */
  hasValue: boolean;
}

const KEY = /^(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'{[\]},#&*!|>@`-](?:(?![ \t]#|:(?:\s|$))[^\r\n])*))[ \t]*:(?=\s|$)/;

/**
 * Reads YAML line by line, after its indentation, and finds out what the cursor at `offset` is about. Where the text
 * breaks YAML's rules it goes on with the next line.
 * @param content where the YAML stands in `text`
 */
export function scanYaml(text: string, content: Span, offset: number): YamlScan {
  const scanner = new Scanner(text, content, offset);
  scanner.scan();
  return scanner;
}

class Scanner implements YamlScan {
  cursor: YamlCursor | undefined;
  readonly keys: YamlKey[] = [];
  readonly dashes: { list: YamlPath; offset: number }[] = [];
  readonly #text: string;
  readonly #content: Span;
  readonly #offset: number;
  #frames: Frame[] = [];
  #blockScalarIndent: number | undefined;

  constructor(text: string, content: Span, offset: number) {
    this.#text = text;
    this.#content = content;
    this.#offset = offset;
  }

  scan(): void {
    let start = this.#content.start;
    while (start <= this.#content.end) {
      const end = this.#lineEnd(start);
      const read = this.#readLine(start, end);
      const next = this.#lineEnd(Math.max(read, end));
      start = next + (this.#text.startsWith('\r\n', next) ? 2 : 1);
    }
  }

  get #path(): YamlPath {
    return this.#frames.map((frame) => frame.step);
  }

  #lineEnd(from: number): number {
    const length = this.#text.slice(from, this.#content.end).search(/[\r\n]/);
    return length < 0 ? this.#content.end : from + length;
  }

  /** Reads one line. @returns how far it read, which is further than the line where braces go on over several lines */
  #readLine(start: number, end: number): number {
    const line = this.#text.slice(start, end);
    const indent = line.search(/[^ ]|$/);
    const isBlank = indent === line.length;
    if (this.#blockScalarIndent !== undefined && (isBlank || indent > this.#blockScalarIndent)) return end;
    this.#blockScalarIndent = undefined;
    if (isBlank || line[indent] === '#') {
      if (this.#offset >= start && this.#offset <= start + indent) this.#atBlank(this.#offset - start);
      return end;
    }
    let at = start + indent;
    let isItem = false;
    for (let dash = this.#dashAt(at, end); dash !== undefined; dash = this.#dashAt(at, end)) {
      this.#openItem(at - start, at);
      at = dash;
      isItem = true;
    }
    return this.#readContent(start, at, end, isItem);
  }

  /** Behind a dash and the spaces that follow it; undefined where there is no dash. */
  #dashAt(at: number, end: number): number | undefined {
    const dash = /^-(?:[ \t]+|$)/.exec(this.#text.slice(at, end));
    return dash ? at + dash[0].length : undefined;
  }

  /** Begins an item at its dash: the next one where the list goes on, else the first of a list. */
  #openItem(column: number, offset: number): void {
    while ((this.#frames.at(-1)?.indent ?? -1) > column) this.#frames.pop();
    const last = this.#frames.at(-1);
    const isSibling = last?.indent === column && typeof last.step === 'number';
    if (isSibling) this.#frames.pop();
    this.dashes.push({ list: this.#path, offset });
    this.#frames.push({ indent: column, step: isSibling && typeof last.step === 'number' ? last.step + 1 : 0, hasValue: false });
  }

  /** Reads what stands behind a line's indentation and dashes: a key with its value, an item's value, or a word half typed. */
  #readContent(start: number, at: number, end: number, isItem: boolean): number {
    const key = KEY.exec(this.#text.slice(at, end));
    if (!key) {
      if (isItem) return this.#readValue(at, end, true);
      this.#closeTo(at - start);
      const wordEnd = at + this.#text.slice(at, end).trimEnd().length;
      if (this.#offset >= at && this.#offset <= wordEnd && !this.#frames.at(-1)?.hasValue) this.#atKey({ start: at, end: wordEnd }, false);
      return end;
    }
    if (!isItem) this.#closeTo(at - start);
    const span = { start: at, end: at + key[0].replace(/[ \t]*:$/, '').length };
    if (this.#offset >= span.start && this.#offset <= span.end) this.#atKey(span, true);
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    this.keys.push({ group: this.#path, name, span });
    this.#frames.push({ indent: at - start, step: name, hasValue: false });
    return this.#readValue(at + key[0].length, end, false);
  }

  /** Ends what a line at this column no longer belongs to. */
  #closeTo(column: number): void {
    while ((this.#frames.at(-1)?.indent ?? -1) >= column) this.#frames.pop();
  }

  /** A cursor with nothing before it on its line begins a key of the group that is open at its column. */
  #atBlank(column: number): void {
    const frames = this.#frames;
    this.#frames = frames.filter((frame) => frame.indent < column);
    // Below a list's dashes at the same column, the list goes on.
    const list = frames.find((frame) => frame.indent === column && typeof frame.step === 'number');
    const isOpen = this.#frames.at(-1)?.hasValue !== true;
    if (isOpen && (!list || this.#frames.length > 0)) this.#atKey({ start: this.#offset, end: this.#offset }, false);
    this.#frames = frames;
  }

  #atKey(word: Span, isMarked: boolean): void {
    this.cursor = { kind: 'key', path: this.#path, word, style: 'block', isMarked, mayBeKey: false };
  }

  /** The value behind a colon or dash, up to the end of the line or of its braces. */
  #readValue(from: number, end: number, isItem: boolean): number {
    const start = from + (/^[ \t]*(?:[&!][^\s,[\]{}]*[ \t]+)?/.exec(this.#text.slice(from, end))?.[0].length ?? 0);
    const first = this.#text[start];
    const frame = this.#frames.at(-1);
    if (start < end && first !== '#' && frame) frame.hasValue = true;
    if ((first === '|' || first === '>') && start < end) {
      this.#blockScalarIndent = frame?.indent ?? 0;
      return end;
    }
    if ((first === '{' || first === '[') && start < end) return this.#readFlow(start);
    const token = readToken(this.#text, start, end, /[ \t]#|$/);
    const word = wordAt(this.#offset, from, token);
    if (word) this.cursor = { kind: 'value', path: this.#path, word, style: 'block', isMarked: token.isQuoted, mayBeKey: isItem && !token.isQuoted };
    return end;
  }

  /** Reads `{…}` or `[…]` from its opening. @returns the offset behind its end */
  #readFlow(start: number): number {
    const flow = scanFlow(this.#text, { start, end: this.#flowLimit(start, this.#lineIndent(start)) }, this.#path, this.#offset);
    for (const key of flow.keys) this.keys.push(key);
    this.cursor = flow.cursor ?? this.cursor;
    return flow.end;
  }

  #lineIndent(offset: number): number {
    const start = Math.max(this.#text.lastIndexOf('\n', offset - 1), this.#text.lastIndexOf('\r', offset - 1)) + 1;
    return this.#text.slice(start).search(/[^ ]|$/);
  }

  /** Where braces that open at `start` can reach at most: lines that are not indented further belong to something else. */
  #flowLimit(start: number, indent: number): number {
    let end = this.#lineEnd(start);
    while (end < this.#content.end) {
      const next = end + (this.#text.startsWith('\r\n', end) ? 2 : 1);
      const nextEnd = this.#lineEnd(next);
      const line = this.#text.slice(next, nextEnd);
      const nextIndent = line.search(/[^ ]|$/);
      if (nextIndent < line.length && (nextIndent <= indent || /^ *- /.test(line)) && !/^ *[}\]]/.test(line)) break;
      end = nextEnd;
    }
    return end;
  }
}
