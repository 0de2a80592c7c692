import { SPACE, type FoldedText } from './folded-text.ts';

/** What is looked for: the codes of a folded term, with a space before it. */
export interface Pattern<Value> {
  readonly codes: readonly number[];
  readonly value: Value;
}

/** What was found: a value, and the units that it was found in, `end` excluded. */
export interface Hit<Value> {
  readonly values: readonly Value[];
  readonly start: number;
  readonly end: number;
}

const ROOT = 0;

/**
 * Finds any number of terms in one pass over a text, however many they are and however they overlap (Aho and Corasick
 * 1975). Terms are compared code by code and nothing in them has a meaning of its own.
 */
export class NameAutomaton<Value> {
  /** The codes of the terms, numbered from 0: with few of them, a state and a code make a small number, which is looked up fastest. */
  readonly #letters = new Map<number, number>();
  readonly #next = new Map<number, number>();
  readonly #depths: number[] = [0];
  readonly #values: (Value[] | undefined)[] = [undefined];
  /** For each state, the state of the longest end of what was read that is the beginning of a term. */
  readonly #fallbacks: number[] = [ROOT];
  /** For each state, the next such state that is a whole term; ROOT where there is none. */
  readonly #shorter: number[] = [ROOT];

  constructor(patterns: readonly Pattern<Value>[]) {
    for (const { codes } of patterns) for (const code of codes) if (!this.#letters.has(code)) this.#letters.set(code, this.#letters.size);
    /** The states of each depth, with the state and the letter that led to them. */
    const levels: [state: number, parent: number, letter: number][][] = [];
    for (const { codes, value } of patterns) {
      let state = ROOT;
      for (const [depth, code] of codes.entries()) {
        const letter = this.#letters.get(code) ?? 0;
        const key = state * this.#letters.size + letter;
        const known = this.#next.get(key);
        const next = known ?? this.#depths.length;
        if (known === undefined) {
          this.#next.set(key, next);
          this.#depths.push(depth + 1);
          this.#values.push(undefined);
          (levels[depth] ??= []).push([next, state, letter]);
        }
        state = next;
      }
      if (state !== ROOT) (this.#values[state] ??= []).push(value);
    }
    for (const [state, parent, letter] of levels.flat()) {
      const fallback = parent === ROOT ? ROOT : this.#step(this.#fallbacks[parent] ?? ROOT, letter);
      this.#fallbacks[state] = fallback;
      this.#shorter[state] = this.#values[fallback] ? fallback : (this.#shorter[fallback] ?? ROOT);
    }
  }

  /** Everything that is found, in the order in which it ends; of what ends at one place, the longest first. */
  *find({ codes }: Pick<FoldedText, 'codes'>): Generator<Hit<Value>, void> {
    let state = ROOT;
    for (let index = 0; index < codes.length; index += 1) {
      const code = codes[index] ?? SPACE;
      // Terms begin with a space: most letters of a text are of words with which none begins.
      if (state === ROOT && code !== SPACE) continue;
      const letter = this.#letters.get(code);
      state = letter === undefined ? ROOT : this.#step(state, letter);
      for (let found = this.#values[state] ? state : (this.#shorter[state] ?? ROOT); found !== ROOT; found = this.#shorter[found] ?? ROOT) {
        yield { values: this.#values[found] ?? [], start: index + 1 - (this.#depths[found] ?? 0), end: index + 1 };
      }
    }
  }

  #step(from: number, letter: number): number {
    let state = from;
    for (;;) {
      const next = this.#next.get(state * this.#letters.size + letter);
      if (next !== undefined) return next;
      if (state === ROOT) return ROOT;
      state = this.#fallbacks[state] ?? ROOT;
    }
  }
}
