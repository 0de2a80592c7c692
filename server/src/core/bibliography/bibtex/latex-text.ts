import { ACCENTS, SYMBOLS } from './accents.ts';

/** Text without any of these is what it says. */
const SPECIAL = /[\\{}~$]|--|``|''/;
/** A command by its name, or by the one sign that it consists of. */
const COMMAND = /\\(?:([A-Za-z]+)\*?[ \t\r\n]*|([^A-Za-z]))/y;
/** What an accent is set on: the next letter, in braces or not, with a command for a letter such as `\i` or `\ae`. */
const BASE = /\s*(?:\{\s*(?:\\([A-Za-z]+)\s*|(\p{L}))?\s*\}|\\([A-Za-z]+)\s*|\{?(\p{L}))/uy;
/** Arguments in brackets, and addresses in front of the words that link to them: `\href{https://…}{words}`. */
const OPTIONS = /(?:\[[^\]\n]*\][ \t]*)+/y;
const ADDRESS = /\{[^{}]*\}\s*(?=\{)/y;
const LIGATURES: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
];

/**
 * The text of a BibTeX field as a reader sees it: accents and special characters as such, without braces, commands for the
 * looks of text, and runs of space. LaTeX that is not known leaves the words in it.
 */
export function latexText(latex: string): string {
  const text = SPECIAL.test(latex) ? new LatexReader(latex).read() : latex;
  return text.replace(/\s+/g, ' ').trim();
}

class LatexReader {
  readonly #latex: string;
  #at = 0;
  #text = '';

  constructor(latex: string) {
    this.#latex = latex;
  }

  read(): string {
    while (this.#at < this.#latex.length) {
      const unit = this.#latex[this.#at] ?? '';
      if (unit === '\\') this.#command();
      else if (unit === '{' || unit === '}' || unit === '$') this.#at += 1;
      else this.#character(unit);
    }
    return this.#text.normalize('NFC');
  }

  #character(unit: string): void {
    const ligature = LIGATURES.find(([written]) => this.#latex.startsWith(written, this.#at));
    this.#at += ligature?.[0].length ?? 1;
    this.#text += ligature?.[1] ?? (unit === '~' ? ' ' : unit);
  }

  #command(): void {
    const match = this.#take(COMMAND);
    // A backslash at the very end.
    if (!match) this.#at += 1;
    const [, name, sign] = match ?? [];
    const accent = ACCENTS.get(name ?? sign ?? '');
    const base = accent === undefined ? undefined : this.#base();
    if (accent !== undefined && base !== undefined) this.#text += `${base}${accent}`;
    else if (name !== undefined) this.#named(name);
    else if (sign !== undefined) this.#signed(sign);
  }

  /** What an accent is set on; an accent on nothing, as in `\'{}`, is dropped. */
  #base(): string | undefined {
    const match = this.#take(BASE);
    if (!match) return undefined;
    const command = match[1] ?? match[3];
    if (command === 'i' || command === 'j') return command;
    return command === undefined ? (match[2] ?? match[4] ?? '') : (SYMBOLS.get(command) ?? '');
  }

  #named(name: string): void {
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) this.#text += symbol;
    else {
      this.#take(OPTIONS);
      if (name === 'href' || name === 'foreignlanguage' || name === 'textcolor') this.#take(ADDRESS);
    }
  }

  #signed(sign: string): void {
    if ('&%$#_{}'.includes(sign)) this.#text += sign;
    else if (/[\s\\,;:]/.test(sign)) this.#text += ' ';
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#latex);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}
