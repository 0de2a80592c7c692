import type { Span } from '../text/span.ts';

/** A term that must not stand in a manuscript. */
export interface Name {
  /** What is to stand in its place; undefined where the list does not say. */
  readonly pseudonym: string | undefined;
  /** Where the list has the term. */
  readonly span: Span;
}

/** A term as it is looked for: how its letters are written tells apart what has the same ones. */
export interface Spelled {
  readonly name: Name;
  /** Undefined: any spelling will do. */
  readonly spellings: readonly number[] | undefined;
}
