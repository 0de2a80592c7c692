import type { FrameworkItem } from '../frameworks/framework-set.ts';
import type { Finding } from '../model/case-model.ts';
import type { Stance, Status } from '../model/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { Mark } from './mark.ts';

/** How a case addresses one item. Every number can be opened down to the text it counts: see `marks` and `text`. */
export interface ItemCoverage {
  readonly entry: FrameworkItem;
  readonly status: Status;
  /** Words in the union of the marked text. */
  readonly words: number;
  /** The union of the marked text. */
  readonly text: readonly Span[];
  /** Placeholders in that text. */
  readonly placeholders: readonly Span[];
  /** Ids of the known sources that the marked text cites, each once, in order of appearance. */
  readonly sources: readonly string[];
  /** How many marks take each stance. */
  readonly stances: Readonly<Record<Stance, number>>;
  /** The author's finding on the item; undefined when there is none. */
  readonly finding: Finding | undefined;
  readonly marks: readonly Mark[];
}

/** How a case addresses its frameworks: one entry an item, framework by framework, in the order of the packs. */
export interface CaseCoverage {
  readonly items: readonly ItemCoverage[];
  readonly marks: readonly Mark[];
}
