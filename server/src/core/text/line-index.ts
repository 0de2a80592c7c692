import type { Span } from './span.ts';

/** A place as editors count it: zero-based line, zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text as editors count it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Converts between offsets and line/character for one text. Line ends are `\n`, `\r\n` and `\r`, as in LSP. */
export class LineIndex {
  readonly #starts: readonly number[];
  /** Where the text of each line ends, before its line end. */
  readonly #ends: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const breaks = [...text.matchAll(/\r\n|\n|\r/g)];
    this.#starts = [0, ...breaks.map((found) => found.index + found[0].length)];
    this.#ends = [...breaks.map((found) => found.index), text.length];
    this.#length = text.length;
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` starts; past the last line, the end of the text. */
  lineStart(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#length;
  }

  /** The position of `offset`; offsets outside the text are moved to its nearest end, those within a line end before it. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.min(inside, this.#ends[low] ?? inside) - (this.#starts[low] ?? 0) };
  }

  /** The offset of `position`; one outside the text is moved to its nearest end, one behind a line to the end of that line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    return Math.min(this.lineStart(position.line) + Math.max(0, position.character), this.#ends[position.line] ?? this.#length);
  }

  /** The range of a span. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}
