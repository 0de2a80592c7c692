import { linesOf } from './lines.ts';
import { firstAtOrAfter } from './sorted.ts';
import type { Span } from './span.ts';
import type { TextChange } from './text-change.ts';

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
  readonly #text: string;
  /** Where each line starts. */
  readonly #starts: readonly number[];

  /** @param starts where the lines of the text start, when that is known */
  constructor(text: string, starts: readonly number[] = [0, ...startsIn(text, 0, text.length)]) {
    this.#text = text;
    this.#starts = starts;
  }

  /**
   * The lines of a later version of the text, found from these at the cost of what changed.
   * @param change what changed from this text to `text`
   */
  after(text: string, { start, endBefore, endAfter }: TextChange): LineIndex {
    const self = (at: number): number => at;
    // Whether a line starts somewhere is seen by the characters before and behind that place.
    const head = this.#starts.slice(0, Math.max(1, firstAtOrAfter(this.#starts, start, self)));
    const moved = endAfter - endBefore;
    const tail = this.#starts.slice(Math.max(head.length, firstAtOrAfter(this.#starts, endBefore + 1, self)));
    const between = startsIn(text, head.at(-1) ?? 0, endAfter);
    return new LineIndex(text, head.concat(between, moved === 0 ? tail : tail.map((at) => at + moved)));
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` starts; past the last line, the end of the text. */
  lineStart(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#text.length;
  }

  /** The position of `offset`; offsets outside the text are moved to its nearest end, those within a line end before it. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = Math.max(0, firstAtOrAfter(this.#starts, inside + 1, (start) => start) - 1);
    return { line, character: Math.min(inside, this.#lineEnd(line)) - this.lineStart(line) };
  }

  /** The offset of `position`; one outside the text is moved to its nearest end, one behind a line to the end of that line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    return Math.min(this.lineStart(position.line) + Math.max(0, position.character), this.#lineEnd(position.line));
  }

  /** The range of a span. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** Where the text of a line ends, before its line end. */
  #lineEnd(line: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    return this.#text.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
  }
}

/** Where lines start behind the line that starts at `from`, up to `to`. */
function startsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (const { end, next } of linesOf(text, from)) {
    if (next > to) break;
    // The last line of a text that does not end with a line end is followed by none.
    if (next > end) starts.push(next);
  }
  return starts;
}
