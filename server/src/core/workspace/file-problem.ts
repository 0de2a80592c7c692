import type { Span } from '../text/span.ts';

/** Something wrong in a file that is not a case: a pack, a template, the configuration, a bibliography, a list of names. */
export interface FileProblem {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  /** All that the file says is used, though its author may have meant something else. Absent: part of it cannot be used. */
  readonly severity?: 'warning';
}
