import type { Verdict } from '../model/vocabulary.ts';

/*
 * Pattern matching: what each theoretical perspective expected of an item, beside what the case found (Yin, pattern
 * matching; Trochim 1989). Counted item by item, so that every number can be opened down to the findings that decide it.
 */

/** What pattern matching needs to know of an item. */
export interface PredictedItem {
  readonly id: string;
  /** What a finding may say. */
  readonly values: readonly { readonly id: string }[];
  /** What each perspective expects, by its id; a perspective that is silent has no entry. */
  readonly predictions: Readonly<Record<string, { readonly value: string } | undefined>>;
}

/** What pattern matching needs to know of a finding. */
export interface Found {
  readonly value: string | null;
  readonly verdict: Verdict | null;
}

export const OUTCOMES = ['agrees', 'contradicts', 'silent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How one item's finding bears on one perspective. */
export interface ItemFit {
  readonly item: string;
  readonly outcome: Outcome;
  /** What the perspective expects; null when it says nothing. */
  readonly expected: string | null;
  /** The finding's value; null when there is none. */
  readonly found: string | null;
  /** Why the outcome is what it is, as the end of a sentence: "expects gradual; the case finds from-outset". */
  readonly because: string;
}

/** How the findings of a case bear on one perspective, item by item, with the sums. */
export interface Fit extends Readonly<Record<Outcome, number>> {
  readonly items: readonly ItemFit[];
}

/**
 * Compares findings with what a perspective expects. An item agrees when the finding says what is expected,
 * contradicts when it says something else, and is silent when either says nothing that can be compared.
 * @param findingOf the finding on an item; undefined when there is none
 */
export function fitOf(items: readonly PredictedItem[], perspective: string, findingOf: (item: string) => Found | undefined): Fit {
  const fits = items.map((item) => fitOfItem(item, item.predictions[perspective]?.value ?? null, findingOf(item.id)));
  const count = (outcome: Outcome): number => fits.filter((fit) => fit.outcome === outcome).length;
  return { agrees: count('agrees'), contradicts: count('contradicts'), silent: count('silent'), items: fits };
}

function fitOfItem(item: PredictedItem, expected: string | null, finding: Found | undefined): ItemFit {
  const found = finding?.value ?? null;
  const silent = (because: string): ItemFit => ({ item: item.id, outcome: 'silent', expected, found, because });
  if (expected === null) return silent('this perspective expects nothing in particular');
  if (finding?.verdict === 'not-applicable') return silent(`expects ${expected}; the case sets the item aside as not applicable`);
  if (found === null) return silent(`expects ${expected}; the case has no finding with a value`);
  if (finding?.verdict === 'insufficient-evidence') return silent(`expects ${expected}; the case finds ${found}, but on insufficient evidence`);
  if (!item.values.some((value) => value.id === found)) return silent(`expects ${expected}; “${found}” is no value of this item`);
  if (found === expected) return { item: item.id, outcome: 'agrees', expected, found, because: `expects ${expected}, and so finds the case` };
  return { item: item.id, outcome: 'contradicts', expected, found, because: `expects ${expected}; the case finds ${found}` };
}
