import type { Span } from '../text/span.ts';

/** Characters that mean something in YAML, by their code: a text is looked at one by one. */
export const CODE = {
  newline: 10,
  return: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  hyphen: 45,
  colon: 58,
  openList: 91,
  closeList: 93,
  openGroup: 123,
  closeGroup: 125,
} as const;

/** The codes of some characters. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** A text and how far it has been read. The text has no tabs, and a line feed in each of its line ends. */
export class YamlCursor {
  readonly text: string;
  at = 0;
  readonly #offset: number;

  /** @param offset where the text stands in a larger one; added to every place that is given out */
  constructor(text: string, offset: number) {
    this.text = text;
    this.#offset = offset;
  }

  /** The code of the next character, or of the one that is `ahead` of it; NaN beyond the text. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  isAtLineEnd(ahead = 0): boolean {
    const code = this.code(ahead);
    return code === CODE.newline || code === CODE.return || Number.isNaN(code);
  }

  /** Whether a space stands there, or a line ends. */
  isBlank(ahead = 0): boolean {
    return this.code(ahead) === CODE.space || this.isAtLineEnd(ahead);
  }

  /** Whether a comment begins here: a # with white space before it. */
  isAtComment(): boolean {
    return this.code() === CODE.hash && this.isBlank(-1);
  }

  /** Goes behind the spaces that stand here. */
  skipSpaces(): void {
    while (this.code() === CODE.space) this.at += 1;
  }

  /** Goes behind the end of this line. */
  skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  spanFrom(start: number, end = this.at): Span {
    return { start: start + this.#offset, end: end + this.#offset };
  }
}
