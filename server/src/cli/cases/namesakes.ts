import { CaseIndex, othersAmong } from '../../core/workspace/case-index.ts';
import type { SameCase } from '../../core/rules/rule.ts';
import type { Span } from '../../core/text/span.ts';

/** A case as far as its name goes. */
export interface NamedCase {
  readonly uri: string;
  readonly id: string;
  readonly idSpan: Span;
}

/** For each case that has its name not for itself, the others that have it. */
export function namesakesOf(cases: readonly NamedCase[]): ReadonlyMap<string, readonly SameCase[]> {
  const counts = new Map<string, number>();
  for (const { id } of cases) counts.set(id, (counts.get(id) ?? 0) + 1);
  const shared = cases.filter(({ id }) => (counts.get(id) ?? 0) > 1);
  const index = new CaseIndex();
  for (const { uri, id, idSpan } of shared) index.set(uri, id, idSpan);
  return new Map(shared.map(({ uri }) => [uri, othersAmong(index.namesakes(uri), uri)]));
}
