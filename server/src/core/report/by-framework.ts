import type { ItemCoverage } from '../coverage/item-coverage.ts';
import type { Framework } from '../frameworks/framework-set.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** The coverage of a case, framework by framework, in the order in which the case names them. */
export function byFramework({ frameworks, coverage }: CaseAnalysis): { readonly framework: Framework; readonly items: readonly ItemCoverage[] }[] {
  return frameworks.frameworks.map((framework) => ({ framework, items: coverage.items.filter(({ entry }) => entry.framework === framework) }));
}
