import type { Span } from '../text/span.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import type { Reference } from './reference.ts';

/** An entry as it stands in a file: where it is is known at once, what it says is read whenever somebody asks. */
export interface BibliographyEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly read: () => Reference;
}

/** The entries of a file in one of the forms that are known, and what is wrong in it. */
export interface BibliographyEntries {
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly Omit<FileProblem, 'uri'>[];
}
