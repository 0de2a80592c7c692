import { entryOf, nodeAt, type YamlPath } from '../syntax/yaml-node.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatterFacts, RelatedPlace } from './rule.ts';

/**
 * Where the case promises a framework: its entry in `frameworks`; where the project promises it for the case, the
 * value of `case`.
 */
export function frameworkSpan(facts: Pick<FrontMatterFacts, 'model'>, frameworkId: string): Span {
  return facts.model.frameworks?.find((reference) => reference.id === frameworkId)?.span ?? facts.model.idSpan;
}

/**
 * Where a front-matter field stands, or would: its key; where it is not there, the key of the group or the beginning of
 * the list entry that should hold it, and at the top the key `case`.
 */
export function fieldSpan(facts: Pick<FrontMatterFacts, 'model'>, path: YamlPath): Span {
  const { fields, idSpan } = facts.model;
  for (let length = path.length; length > 0; length -= 1) {
    const entry = entryOf(nodeAt(fields, path.slice(0, length - 1)), String(path[length - 1]));
    if (entry) return entry.keySpan;
    const listed = typeof path[length - 1] === 'number' ? nodeAt(fields, path.slice(0, length)) : undefined;
    if (listed) return listed.kind === 'map' ? (listed.entries[0]?.keySpan ?? listed.span) : listed.span;
  }
  return entryOf(fields, 'case')?.keySpan ?? idSpan;
}

/** The same remark on several places. */
export function relatedPlaces(spans: readonly Span[], message: string): RelatedPlace[] {
  return spans.map((span) => ({ span, message }));
}
