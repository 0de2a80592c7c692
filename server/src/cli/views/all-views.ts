import type { CaseTally } from '../../core/report/check-report.ts';
import type { CaseAnalysis } from '../../core/workspace/case-analysis.ts';
import type { CaseView, Made, PathOf } from './case-view.ts';
import { checkView, type CheckOptions } from './check-view.ts';
import { coverageView, type CoverageFacts, type CoverageOptions } from './coverage-view.ts';
import { matrixView, type MatrixFacts } from './matrix-view.ts';
import { namedFrameworksView, type NamedFrameworksFacts } from './named-frameworks-view.ts';

/** What each view is given and what it gives. */
interface ViewTypes {
  readonly check: { readonly options: CheckOptions; readonly facts: CaseTally };
  readonly coverage: { readonly options: CoverageOptions; readonly facts: CoverageFacts };
  readonly matrix: { readonly options: null; readonly facts: MatrixFacts };
  readonly namedFrameworks: { readonly options: null; readonly facts: NamedFrameworksFacts };
}

const VIEWS: { readonly [Name in ViewName]: CaseView<ViewTypes[Name]['options'], FactsOf<Name>> } = {
  check: checkView,
  coverage: coverageView,
  matrix: matrixView,
  namedFrameworks: namedFrameworksView,
};

export type ViewName = keyof ViewTypes;
export type FactsOf<Name extends ViewName> = ViewTypes[Name]['facts'];

/** Names a view with its options, as data: it can be sent to another thread, and tells kept results apart. */
export interface ViewRequest<Name extends ViewName> {
  readonly view: Name;
  readonly options: ViewTypes[Name]['options'];
}

/** See {@link CaseView.comparesNames}. */
export function comparesNames(view: ViewName): boolean {
  return VIEWS[view].comparesNames;
}

/** What a request makes of a case. */
export function makeView<Name extends ViewName>({ view, options }: ViewRequest<Name>, analysis: CaseAnalysis, pathOf: PathOf): Made<FactsOf<Name>> {
  return VIEWS[view].make(analysis, options, pathOf);
}
