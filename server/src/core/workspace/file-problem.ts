import type { Span } from '../text/span.ts';

/** Something wrong in a file that is not a case: a pack, a template, the configuration. */
export interface FileProblem {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}
