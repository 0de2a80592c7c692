import type { FrameworkItem } from '../frameworks/framework-set.ts';
import type { Finding } from '../model/case-model.ts';
import type { Stance, Status } from '../model/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { Mark } from './mark.ts';

/** How a case addresses one item. Every number can be opened down to the text it counts: see `marks` and `text`. */
export interface ItemCoverage {
  readonly entry: FrameworkItem;
  readonly status: Status;
  /** Words in the union of the marked text, that of its parts included. */
  readonly words: number;
  /** The union of the marked text. */
  readonly text: readonly Span[];
  /** Placeholders in that text. */
  readonly placeholders: readonly Span[];
  /** Ids of the known sources that the marked text cites, each once, in order of appearance. */
  readonly sources: readonly string[];
  /** How many of its own marks take each stance: what speaks against a part need not speak against the whole. */
  readonly stances: Readonly<Record<Stance, number>>;
  /** The author's finding on the item; undefined when there is none. */
  readonly finding: Finding | undefined;
  /** The marks that name the item itself. */
  readonly marks: readonly Mark[];
  /** The marks that name one of its parts; their text counts for the item, too. Empty for an item that is no group. */
  readonly partMarks: readonly Mark[];
}

/** All marks whose text counts for an item, its parts' included, in reading order. */
export function marksCounted({ marks, partMarks }: Pick<ItemCoverage, 'marks' | 'partMarks'>): readonly Mark[] {
  return partMarks.length === 0 ? marks : [...marks, ...partMarks].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** How a case addresses its frameworks: one entry an item, framework by framework, in the order of the packs. */
export interface CaseCoverage {
  readonly items: readonly ItemCoverage[];
  readonly marks: readonly Mark[];
}
