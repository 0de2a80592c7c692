import type { FrameworkItem } from '../frameworks/framework-set.ts';
import type { Stance } from '../model/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** A place where marked text cites a source. */
export interface SourceUse {
  readonly id: string;
  readonly span: Span;
}

/**
 * The author's statement "this text is about item X". `form` says how it was made: text in brackets, a tagged
 * paragraph, a tagged or self-marking heading (its section), or a container.
 */
export interface Mark {
  readonly item: FrameworkItem;
  readonly form: 'text' | 'paragraph' | 'section' | 'heading' | 'container';
  /** The marked text. */
  readonly span: Span;
  /** Where the mark says so: the id in a directive, or the text of a heading that marks itself. */
  readonly nameSpan: Span;
  readonly stances: readonly Stance[];
  /** The sources that the marked text cites, by `[@id]` or `src=`, in order; an id may occur more than once. */
  readonly sourceIds: readonly string[];
  /** The same with their places, which are made anew each time. */
  readonly sources: readonly SourceUse[];
  /** The words of the marked text. */
  readonly words: number;
  readonly note: string | undefined;
}
