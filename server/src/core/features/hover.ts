import type { Span } from '../text/span.ts';

/** What is said of the word under the pointer. */
export interface Hover {
  /** The word (an item's id, a source's id, a key), or the words that are quoted. Never a line because it is one. */
  readonly span: Span;
  readonly markdown: string;
}
