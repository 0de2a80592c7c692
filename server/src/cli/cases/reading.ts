import type { SameCase } from '../../core/rules/rule.ts';
import type { Span } from '../../core/text/span.ts';
import type { ProblemLine } from '../problem-lines.ts';

/** A file to be read. */
export interface Task {
  /** Absolute. */
  readonly file: string;
  /** The digest of a content of which the result is known already: then nothing but that is said. */
  readonly known?: string;
  /** The other cases with the name that this one has. */
  readonly namesakes?: readonly SameCase[];
}

/** What came of reading a file: nothing, that it is no case, that all is as it was known, or what the command makes of it. */
export type Reading<Facts> =
  /** `reason` completes "… could not be read: …". */
  { readonly kind: 'unread'; readonly reason: string } | NoCaseReading | AsKnownReading | CaseReading<Facts>;

/** What tells the content of a file from another one. */
export interface Content {
  /** See `stampOf`; absent where the file was changed so recently that it could change again and show nothing. */
  readonly stamp?: string;
  readonly digest: string;
}

export interface NoCaseReading extends Content {
  readonly kind: 'no-case';
}

export interface AsKnownReading extends Content {
  readonly kind: 'as-known';
}

export interface CaseReading<Facts> extends Content {
  readonly kind: 'case';
  /** The value of `case`, and where it stands. */
  readonly id: string;
  readonly idSpan: Span;
  /** What is wrong in the files that this case names itself; absent where nothing is. */
  readonly problems?: readonly ProblemLine[];
  /** What the command needs to know of every case to the end. */
  readonly facts: Facts;
  /** What it makes of this one, in UTF-8. */
  readonly part: Uint8Array;
}

/** What was learned on the way, and belongs to no single case. */
export interface Learned {
  /** The files on which the cases depend, as they were found: see `StudyFiles`. */
  readonly found: ReadonlyMap<string, string>;
  /** By the URI of each folder with cases: what is wrong in the configuration, frameworks and templates that apply there. */
  readonly problems: ReadonlyMap<string, readonly ProblemLine[]>;
  /** Whether every file was the same whenever it was looked at. */
  readonly isSteady: boolean;
}

/** Reads files: in this thread, or in several others. */
export interface CaseSource<Facts> {
  /** The readings of the files, in the order of the tasks. */
  read(tasks: readonly Task[]): AsyncGenerator<Reading<Facts>, void>;
  /** Ends the work, of which all has been taken. */
  close(): Promise<Learned>;
  /** Ends the work wherever it is, for want of a reason to go on. After `close`, nothing. */
  abandon(): void;
}
