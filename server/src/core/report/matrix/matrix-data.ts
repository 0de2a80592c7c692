import type { Stance, Status, Verdict } from '../../model/vocabulary.ts';
import type { Range } from '../../text/line-index.ts';
import type { Withheld } from '../withheld.ts';

/*
 * The matrix of cases by items. Plain data that can be sent over a wire: no spans, no cycles; what is not there is
 * null. Each row stands for itself, so that an edit of one case replaces one row.
 */

export interface MatrixData {
  /** The frameworks that any of the cases uses, in the order in which the cases name them. */
  readonly frameworks: readonly MatrixFramework[];
  /** In the order of the cases' paths. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixFramework {
  readonly id: string;
  readonly title: string;
  readonly perspectives: readonly { readonly id: string; readonly label: string }[];
  readonly items: readonly MatrixItem[];
}

export interface MatrixItem {
  readonly id: string;
  readonly label: string;
  /** The group that it is a part of. */
  readonly parent: string | null;
  /** What a finding may say, in the order of the pack. */
  readonly values: readonly { readonly id: string; readonly means: string | null }[];
  /** What each perspective expects. */
  readonly predictions: Readonly<Record<string, { readonly value: string; readonly because: string | null }>>;
}

export interface MatrixRow {
  readonly uri: string;
  /** How the file is named for readers. */
  readonly path: string;
  /** The value of `case`; empty when it has none or could not be read. */
  readonly case: string;
  readonly title: string | null;
  /** Why nothing can be said of this case, as a sentence; null when all is well. A broken row has no cells. */
  readonly broken: string | null;
  /** Where the first problem of a broken case stands; null when all is well, and when the file could not be read. */
  readonly brokenAt: Range | null;
  /** What else a reader should know before trusting the row, as sentences: another case of the same name. */
  readonly remarks: readonly string[];
  /** Why the row must not be given to others; null when it may. In the editor it is shown all the same: its author wrote it. */
  readonly withheld: Withheld | null;
  /** The front matter's simple values by dotted key, to group and sort by: `firm.country`. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** By `columnKey`. An item of a framework that the case does not use has no entry. */
  readonly cells: Readonly<Record<string, MatrixCell>>;
}

export interface MatrixCell {
  readonly status: Status;
  readonly words: number;
  /** Ids of the sources that the item's text cites. */
  readonly sources: readonly string[];
  readonly stances: Readonly<Record<Stance, number>>;
  readonly value: string | null;
  readonly verdict: Verdict | null;
  readonly because: string | null;
  /** The author's own summaries: the `note` of each mark that has one. */
  readonly notes: readonly string[];
  /** Where the marked text stands, mark by mark. */
  readonly marks: readonly Range[];
  /** Where the finding stands; null when there is none. */
  readonly findingAt: Range | null;
}

/** What a finding says: its value, else its verdict; undefined when there is none, or it says neither. */
export function foundIn({ value, verdict }: MatrixCell): string | undefined {
  return value ?? verdict ?? undefined;
}

/** What an item is called among a row's cells: two frameworks of a study may have an item of one id. */
export function columnKey(framework: string, item: string): string {
  return `${framework}/${item}`;
}
