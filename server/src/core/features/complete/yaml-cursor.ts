import type { YamlPath } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import { readToken, type Token } from './yaml-token.ts';

/** What a cursor in YAML is about. Known also while the line is half typed, when no parser could make sense of it. */
export interface YamlCursor {
  /** `key`: a field's name, or whatever may begin a line there. `value`: what stands behind a colon, a dash or a comma. */
  readonly kind: 'key' | 'value';
  /** Of a key, the group (or list) that it is in; of a value, its own place. */
  readonly path: YamlPath;
  /** The word at the cursor, which a completion replaces; empty where none was begun. */
  readonly word: Span;
  /** Between braces or brackets, or on lines of its own. */
  readonly style: 'block' | 'flow';
  /** For a key: whether its colon is there already. For a value: whether it is in quotation marks. */
  readonly isMarked: boolean;
  /** A value behind the dash of a list that is still empty, so that it may become a field's name. */
  readonly mayBeKey: boolean;
}

/** A field's name that stands in YAML. */
export interface YamlKey {
  /** The group that it is in. */
  readonly group: YamlPath;
  readonly name: string;
  readonly span: Span;
}

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

  /** @returns how far it read, which is further than the line where braces go on over several lines */
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

  #openItem(column: number, offset: number): void {
    while ((this.#frames.at(-1)?.indent ?? -1) > column) this.#frames.pop();
    const last = this.#frames.at(-1);
    const isSibling = last?.indent === column && typeof last.step === 'number';
    if (isSibling) this.#frames.pop();
    this.dashes.push({ list: this.#path, offset });
    this.#frames.push({ indent: column, step: isSibling && typeof last.step === 'number' ? last.step + 1 : 0, hasValue: false });
  }

  #readContent(start: number, at: number, end: number, isItem: boolean): number {
    const key = KEY.exec(this.#text.slice(at, end));
    if (!key) {
      if (isItem) return this.#readValue(at, at, end, true);
      this.#closeTo(at - start);
      const wordEnd = at + this.#text.slice(at, end).trimEnd().length;
      if (this.#offset >= at && this.#offset <= wordEnd && !this.#frames.at(-1)?.hasValue) this.#atKey({ start: at, end: wordEnd }, 'block', false);
      return end;
    }
    if (!isItem) this.#closeTo(at - start);
    const span = { start: at, end: at + key[0].replace(/[ \t]*:$/, '').length };
    if (this.#offset >= span.start && this.#offset <= span.end) this.#atKey(span, 'block', true);
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    this.keys.push({ group: this.#path, name, span });
    this.#frames.push({ indent: at - start, step: name, hasValue: false });
    const colon = at + key[0].length;
    return this.#readValue(colon, colon, end, false);
  }

  /** Ends what a line at this column no longer belongs to. */
  #closeTo(column: number): void {
    while ((this.#frames.at(-1)?.indent ?? -1) >= column) this.#frames.pop();
  }

  #atBlank(column: number): void {
    const frames = this.#frames;
    this.#frames = frames.filter((frame) => frame.indent < column);
    // Below a list's dashes at the same column, the list goes on.
    const list = frames.find((frame) => frame.indent === column && typeof frame.step === 'number');
    const isOpen = this.#frames.at(-1)?.hasValue !== true;
    if (isOpen && (!list || this.#frames.length > 0)) this.#atKey({ start: this.#offset, end: this.#offset }, 'block', false);
    this.#frames = frames;
  }

  #atKey(word: Span, style: 'block' | 'flow', isMarked: boolean, path = this.#path): void {
    this.cursor = { kind: 'key', path, word, style, isMarked, mayBeKey: false };
  }

  /** The value behind a colon or dash, up to the end of the line or of its braces. */
  #readValue(from: number, regionStart: number, end: number, isItem: boolean): number {
    const start = from + (/^[ \t]*(?:[&!][^\s,[\]{}]*[ \t]+)?/.exec(this.#text.slice(from, end))?.[0].length ?? 0);
    const first = this.#text[start];
    const frame = this.#frames.at(-1);
    if (start < end && first !== '#' && frame) frame.hasValue = true;
    if ((first === '|' || first === '>') && start < end) {
      this.#blockScalarIndent = frame?.indent ?? 0;
      return end;
    }
    if ((first === '{' || first === '[') && start < end) return this.#readFlow(start, this.#path, this.#lineIndent(start));
    const token = readToken(this.#text, start, end, /[ \t]#|$/);
    this.#atValue(regionStart, token, this.#path, 'block', isItem);
    return end;
  }

  /** Sets the cursor if it is in the region of a value: from behind the colon, dash or comma to the end of the token. */
  #atValue(regionStart: number, token: Token, path: YamlPath, style: 'block' | 'flow', mayBeKey: boolean): void {
    if (this.#offset < regionStart || this.#offset > token.regionEnd) return;
    const isInWord = this.#offset >= token.span.start && this.#offset <= token.span.end;
    const word = isInWord ? token.span : { start: this.#offset, end: this.#offset };
    if (!isInWord && token.span.end > token.span.start) return;
    this.cursor = { kind: 'value', path, word, style, isMarked: token.isQuoted, mayBeKey: mayBeKey && !token.isQuoted };
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

  #readFlow(start: number, path: YamlPath, indent: number): number {
    return this.#flow(start, path, this.#flowLimit(start, indent), 0);
  }

  /** Reads `{…}` or `[…]` from its opening. @returns the offset behind its end */
  #flow(opening: number, path: YamlPath, limit: number, depth: number): number {
    const isMap = this.#text[opening] === '{';
    let at = opening + 1;
    for (let index = 0; at < limit && depth < 64; index += 1) {
      const end = isMap ? this.#flowEntry(at, path, limit, depth) : this.#flowValue(at, [...path, index], limit, depth);
      const separator = this.#text.slice(end, limit).search(/[,}\]]/);
      if (separator < 0) return limit;
      at = end + separator + 1;
      if (this.#text[at - 1] !== ',') return at;
    }
    return limit;
  }

  #flowEntry(regionStart: number, path: YamlPath, limit: number, depth: number): number {
    const key = readToken(this.#text, regionStart + this.#blankLength(regionStart, limit), limit, /[,{}[\]]|:(?=[\s,{}[\]]|$)|[\r\n]|$/);
    const colon = /^\s*:(?=[\s,{}[\]]|$)/.exec(this.#text.slice(key.end, limit));
    this.#atFlowKey(regionStart, key, path, colon !== null);
    if (!colon) return key.end;
    const name = this.#text.slice(key.span.start, key.span.end);
    this.keys.push({ group: path, name, span: key.span });
    return this.#flowValue(key.end + colon[0].length, [...path, name], limit, depth);
  }

  #flowValue(regionStart: number, path: YamlPath, limit: number, depth: number): number {
    const at = regionStart + this.#blankLength(regionStart, limit);
    const first = this.#text[at];
    if ((first === '{' || first === '[') && at < limit) return this.#flow(at, path, limit, depth + 1);
    const token = readToken(this.#text, at, limit, /[,{}[\]]|[ \t]#|[\r\n]|$/);
    this.#atValue(regionStart, token, path, 'flow', false);
    return token.end;
  }

  #atFlowKey(regionStart: number, token: Token, path: YamlPath, hasColon: boolean): void {
    if (this.#offset < regionStart || this.#offset > token.regionEnd || token.isQuoted) return;
    const isInWord = this.#offset >= token.span.start && this.#offset <= token.span.end;
    if (!isInWord && token.span.end > token.span.start) return;
    this.#atKey(isInWord ? token.span : { start: this.#offset, end: this.#offset }, 'flow', hasColon, path);
  }

  #blankLength(from: number, limit: number): number {
    return /^(?:\s|(?<=\s)#[^\r\n]*)*/.exec(this.#text.slice(from, limit))?.[0].length ?? 0;
  }
}
