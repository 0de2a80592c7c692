import type { CaseView } from './case-view.ts';

export interface NamedFrameworksFacts {
  /** The ids under the case's own `frameworks` key; null when it has none. */
  readonly named: readonly string[] | null;
}

/** Which frameworks a case names: what a new case is to be like. */
export const namedFrameworksView: CaseView<null, NamedFrameworksFacts> = {
  comparesNames: false,
  make: ({ model }) => ({ facts: { named: model.frameworks?.map(({ id }) => id) ?? null }, part: '' }),
};
