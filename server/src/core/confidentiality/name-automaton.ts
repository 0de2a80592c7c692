import type { FoldedText } from './folded-text.ts';

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
/** More than there are code points: a state and a code together are one key. */
const CODES = 0x110000;

/**
 * Finds any number of terms in one pass over a text, however many they are and however they overlap (Aho and Corasick
 * 1975). Terms are compared code by code and nothing in them has a meaning of its own.
 */
export class NameAutomaton<Value> {
  readonly #next = new Map<number, number>();
  readonly #depths: number[] = [0];
  readonly #values: (Value[] | undefined)[] = [undefined];
  /** For each state, the state of the longest end of what was read that is the beginning of a term. */
  readonly #fallbacks: number[] = [ROOT];
  /** For each state, the next such state that is a whole term; ROOT where there is none. */
  readonly #shorter: number[] = [ROOT];

  constructor(patterns: Iterable<Pattern<Value>>) {
    const parents: number[] = [ROOT];
    const codesOf: number[] = [0];
    for (const { codes, value } of patterns) {
      let state = ROOT;
      for (const code of codes) {
        const key = state * CODES + code;
        let next = this.#next.get(key);
        if (next === undefined) {
          next = this.#depths.length;
          this.#next.set(key, next);
          this.#depths.push((this.#depths[state] ?? 0) + 1);
          this.#values.push(undefined);
          parents.push(state);
          codesOf.push(code);
        }
        state = next;
      }
      if (state !== ROOT) this.#values[state] = [...(this.#values[state] ?? []), value];
    }
    const byDepth = [...this.#depths.keys()].slice(1).sort((a, b) => (this.#depths[a] ?? 0) - (this.#depths[b] ?? 0));
    for (const state of byDepth) {
      const parent = parents[state] ?? ROOT;
      const fallback = parent === ROOT ? ROOT : this.#step(this.#fallbacks[parent] ?? ROOT, codesOf[state] ?? 0);
      this.#fallbacks[state] = fallback;
      this.#shorter[state] = this.#values[fallback] ? fallback : (this.#shorter[fallback] ?? ROOT);
    }
  }

  /** Everything that is found, in the order in which it ends; of what ends at one place, the longest first. */
  *find({ codes }: Pick<FoldedText, 'codes'>): Generator<Hit<Value>, void> {
    let state = ROOT;
    for (const [index, code] of codes.entries()) {
      state = this.#step(state, code);
      for (let found = this.#values[state] ? state : (this.#shorter[state] ?? ROOT); found !== ROOT; found = this.#shorter[found] ?? ROOT) {
        yield { values: this.#values[found] ?? [], start: index + 1 - (this.#depths[found] ?? 0), end: index + 1 };
      }
    }
  }

  #step(from: number, code: number): number {
    let state = from;
    for (;;) {
      const next = this.#next.get(state * CODES + code);
      if (next !== undefined) return next;
      if (state === ROOT) return ROOT;
      state = this.#fallbacks[state] ?? ROOT;
    }
  }
}
