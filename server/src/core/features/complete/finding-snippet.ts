import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { likelyVerdicts } from '../likely-verdicts.ts';
import { choice } from '../snippet-text.ts';

/** A whole finding between braces, with its value and verdict to choose and the reason to type. */
export function findingSnippet(coverage: ItemCoverage): string {
  const values = coverage.entry.item.values.map((value) => value.id);
  const value = values.length === 0 ? '' : `value: ${choice(1, values)}, `;
  return `{${value}verdict: ${choice(2, likelyVerdicts(coverage))}, because: "$3"}`;
}
