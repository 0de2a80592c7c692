/*
 * The grammar of BibTeX between the braces of an entry, for those who only want to know where it ends as for those who want
 * its fields. As in BibTeX, a backslash does not hide a brace, and a quotation mark ends a text unless it stands in braces.
 */

/** A part of a value: text between its delimiters, or the bare word (a number, the name of a text) that stands for one. */
export interface ValuePart {
  readonly kind: 'text' | 'word';
  readonly text: string;
}

/** What is told of each field. `parts` are joined by `#` in the file. */
export type OnField = (name: string, parts: readonly ValuePart[]) => void;

/** What keeps an entry from being read as it stands. */
export interface EntryFlaw {
  readonly at: number;
  readonly kind: 'unclosed' | 'no-equals' | 'no-value' | 'no-comma' | 'stray';
}

/** Where an entry ends, and the first thing that is wrong in it. */
export interface ScannedEntry {
  readonly end: number;
  readonly flaw: EntryFlaw | undefined;
}

/** The next entry begins at the start of a line: an entry that is still open there lacks its end. */
const NEXT_ENTRY = /[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/y;
const NAME = /[^\s={}"#,()@%\\]+/y;
const WORD = /[^\s={}"#,()\\]+/y;

/**
 * Reads the fields from behind the key's comma to the end of the entry, whatever stands there. What cannot be read is stepped
 * over, so that the fields behind it are found.
 * @param closing what ends the entry: `}` or `)`
 */
export function scanEntry(text: string, from: number, closing: string, onField?: OnField): ScannedEntry {
  return new EntryScanner(text, from, closing, onField).scan();
}

/** Where the text in braces that begin at `open` ends, behind the closing one; undefined where the next entry or the end of the file comes first. */
export function skipBraces(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN) depth += 1;
    else if (unit === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (unit === NEWLINE && beginsEntry(text, at + 1)) return undefined;
  }
  return undefined;
}

/** Whether a line that starts at `lineStart` starts an entry. */
export function beginsEntry(text: string, lineStart: number): boolean {
  NEXT_ENTRY.lastIndex = lineStart;
  return NEXT_ENTRY.test(text);
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const AT = 0x40;
const NEWLINE = 0x0a;
const BLANK = 0x20;
const NO_BREAK = 0xa0;

class EntryScanner {
  readonly #text: string;
  readonly #closing: string;
  readonly #onField: OnField | undefined;
  readonly #from: number;
  #at: number;
  #flaw: EntryFlaw | undefined;

  constructor(text: string, from: number, closing: string, onField: OnField | undefined) {
    this.#text = text;
    this.#from = from;
    this.#at = from;
    this.#closing = closing;
    this.#onField = onField;
  }

  scan(): ScannedEntry {
    for (;;) {
      if (!this.#skipSpace()) return this.#unclosed();
      const next = this.#text[this.#at];
      if (next === this.#closing) return { end: this.#at + 1, flaw: this.#flaw };
      if (next === ',') this.#at += 1;
      else if (!this.#field()) return this.#unclosed();
    }
  }

  /** @returns false at the end of what can belong to the entry */
  #field(): boolean {
    const start = this.#at;
    const name = this.#take(NAME);
    if (name === '') return this.#stepOver();
    if (!this.#skipSpace()) return false;
    if (this.#text.charCodeAt(this.#at) !== EQUALS) {
      this.#note('no-equals', start);
      return true;
    }
    this.#at += 1;
    const parts = this.#value();
    if (!parts) return false;
    if (parts.length === 0) this.#note('no-value', start);
    else this.#onField?.(name, parts);
    if (!this.#skipSpace()) return false;
    const next = this.#text[this.#at];
    if (next !== ',' && next !== this.#closing) this.#note('no-comma', this.#at);
    return true;
  }

  /** The parts of a value; undefined where the entry breaks off in it. */
  #value(): ValuePart[] | undefined {
    const parts: ValuePart[] = [];
    for (;;) {
      if (!this.#skipSpace()) return undefined;
      const part = this.#part();
      if (part === undefined) return undefined;
      if (part === null) return parts;
      parts.push(part);
      if (!this.#skipSpace() || this.#text[this.#at] !== '#') return parts;
      this.#at += 1;
    }
  }

  /** Null where there is none; undefined where it is not closed. */
  #part(): ValuePart | null | undefined {
    const unit = this.#text.charCodeAt(this.#at);
    if (unit !== OPEN && unit !== QUOTE) {
      const word = this.#take(WORD);
      return word === '' ? null : { kind: 'word', text: word };
    }
    const end = unit === OPEN ? skipBraces(this.#text, this.#at) : this.#skipQuotes();
    if (end === undefined) return undefined;
    const part = { kind: 'text', text: this.#onField ? this.#text.slice(this.#at + 1, end - 1) : '' } as const;
    this.#at = end;
    return part;
  }

  #skipQuotes(): number | undefined {
    let depth = 0;
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const unit = this.#text.charCodeAt(at);
      if (unit === OPEN) depth += 1;
      else if (unit === CLOSE) depth -= 1;
      else if (unit === QUOTE && depth <= 0) return at + 1;
      else if (unit === NEWLINE && beginsEntry(this.#text, at + 1)) return undefined;
    }
    return undefined;
  }

  /** Steps over something that is no field: a text in braces as a whole. */
  #stepOver(): boolean {
    this.#note('stray', this.#at);
    const behind = this.#text.charCodeAt(this.#at) === OPEN ? skipBraces(this.#text, this.#at) : this.#at + 1;
    if (behind === undefined) return false;
    this.#at = behind;
    return true;
  }

  /** @returns false where the next entry begins, or the file ends */
  #skipSpace(): boolean {
    let unit = this.#text.charCodeAt(this.#at);
    while (unit <= BLANK || unit === NO_BREAK) {
      this.#at += 1;
      unit = this.#text.charCodeAt(this.#at);
    }
    // Behind the last character there is none that has a number.
    if (Number.isNaN(unit)) return false;
    return unit !== AT || !beginsEntry(this.#text, this.#text.lastIndexOf('\n', this.#at) + 1);
  }

  /** What matches here; empty where nothing does. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #note(kind: EntryFlaw['kind'], at: number): void {
    this.#flaw ??= { at, kind };
  }

  /** The entry ends where the next one begins. */
  #unclosed(): ScannedEntry {
    const next = /\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/g;
    next.lastIndex = Math.max(this.#from, this.#text.lastIndexOf('\n', this.#at - 1));
    return { end: next.exec(this.#text)?.index ?? this.#text.length, flaw: { at: this.#at, kind: 'unclosed' } };
  }
}
