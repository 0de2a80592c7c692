import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { fitOf, type Fit } from '../coverage/pattern-match.ts';
import type { Framework } from '../frameworks/framework-set.ts';

/** How the findings of a case bear on one perspective of a framework. */
export interface PerspectiveFit {
  readonly perspective: string;
  readonly label: string;
  readonly fit: Fit;
}

/** How the findings of a case bear on each perspective of a framework; empty where the framework has none. */
export function fitOfCase({ perspectives, items }: Framework, coverage: readonly ItemCoverage[]): PerspectiveFit[] {
  const findings = new Map(coverage.map(({ entry, finding }) => [entry.item.id, finding]));
  return perspectives.map(({ id, label }) => {
    const fit = fitOf(items, id, (item) => {
      const finding = findings.get(item);
      return finding && { value: finding.value ?? null, verdict: finding.verdict ?? null };
    });
    return { perspective: id, label, fit };
  });
}
