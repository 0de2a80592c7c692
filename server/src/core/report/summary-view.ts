import type { Severity } from '../config/config-schema.ts';
import type { SourceKind, Stance, Status, Verdict } from '../model/vocabulary.ts';
import type { ConfirmationInWords } from '../rules/finding/change-in-words.ts';
import type { Range } from '../text/line-index.ts';
import type { PerspectiveFit } from './fit-of-case.ts';

/*
 * What the summary panel and the tree of cases show. Plain data that can be sent over a wire: no spans, no cycles.
 * `undefined` never occurs; what is not there is null.
 */

/** How many items have each status. */
export type StatusCounts = Readonly<Record<Status, number>>;

/** A case as the tree of cases and the status bar show it. */
export interface CaseOverview {
  readonly uri: string;
  /** The value of `case`. */
  readonly case: string;
  readonly title: string | null;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly frameworks: readonly FrameworkOverview[];
}

export interface FrameworkOverview {
  readonly id: string;
  readonly title: string;
  readonly counts: StatusCounts;
}

/** An item of a case as the tree of cases shows it, once its framework is opened. */
export interface ItemOverview {
  readonly id: string;
  readonly label: string;
  readonly status: Status;
  readonly words: number;
  /** How many sources the item's text cites. */
  readonly sourceCount: number;
  /** Where a click goes: the first mark; for an item without any, the framework's entry in the front matter. */
  readonly range: Range;
}

/** Everything the summary panel shows of one case. */
export interface CaseSummary {
  readonly uri: string;
  readonly case: string;
  readonly title: string | null;
  /** Words in the body. */
  readonly words: number;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly frameworks: readonly FrameworkSummary[];
  /** Frameworks that the case names and that cannot be used, with what is wrong, for the empty state. */
  readonly unusableFrameworks: readonly string[];
  /** What to do next, most useful first; at most seven. */
  readonly next: readonly NextStep[];
}

export interface FrameworkSummary {
  readonly id: string;
  readonly title: string;
  /** "Wright, Westhead & Ucbasaran (2007)" */
  readonly citation: string;
  readonly counts: StatusCounts;
  readonly items: readonly ItemSummary[];
  /** How the findings bear on each perspective, item by item; empty where the framework has no perspectives. */
  readonly fit: readonly PerspectiveFit[];
}

export interface ItemSummary {
  readonly id: string;
  readonly label: string;
  readonly statement: string;
  readonly questions: readonly string[];
  readonly status: Status;
  /** Why the status is what it is, as a sentence with its arithmetic. */
  readonly why: string;
  readonly words: number;
  readonly minWords: number;
  readonly marks: readonly MarkSummary[];
  readonly sources: readonly SourceSummary[];
  readonly stances: Readonly<Record<Stance, number>>;
  readonly finding: FindingSummary | null;
  /** Whether the finding was confirmed, and on the text as it is; null where it concludes nothing. */
  readonly confirmation: ConfirmationInWords | null;
  /** Where a click on the item goes. */
  readonly range: Range;
}

export interface MarkSummary {
  readonly range: Range;
  /** The first words of the marked text. */
  readonly excerpt: string;
  readonly words: number;
  readonly form: 'text' | 'paragraph' | 'section' | 'heading' | 'container';
  readonly stances: readonly Stance[];
  /** The author's own summary of the text. */
  readonly note: string | null;
}

export interface SourceSummary {
  readonly id: string;
  readonly title: string | null;
  readonly kind: SourceKind | null;
  /** Where it is declared in the case; null for a bibliography entry. */
  readonly declaredAt: Range | null;
  /** Where the item's text cites it. */
  readonly citedAt: readonly Range[];
}

export interface FindingSummary {
  readonly value: string | null;
  readonly verdict: Verdict | null;
  readonly because: string | null;
  readonly range: Range;
}

/** One thing the author could do now. */
export interface NextStep {
  readonly message: string;
  readonly severity: Severity;
  readonly rule: string;
  /** The item it is about; null when it is about the case as a whole. */
  readonly item: string | null;
  readonly range: Range;
}
