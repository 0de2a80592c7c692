import type { ItemCoverage } from '../../coverage/item-coverage.ts';
import { layersOf } from '../../memory/layered-map.ts';
import { oncePer } from '../../memory/once-per.ts';
import type { Source } from '../../model/case-model.ts';
import { fieldSpan, relatedPlaces } from '../places.ts';
import { defineRule, NO_OPTIONS, type CaseFacts, type Report } from '../rule.ts';
import { listed, nameOfItem } from '../wording.ts';

/** An item whose evidence is of one kind only: an error in that kind of source would go unnoticed (Yin, several sources of evidence). */
export const evidenceSingleSource = defineRule({
  id: 'evidence/single-source',
  title: 'Evidence on an item comes from sources of more than one kind',
  severity: 'info',
  hasFix: false,
  options: NO_OPTIONS,
  *check(facts) {
    const single = facts.coverage.items.filter(
      (coverage) => coverage.status === 'evidenced' && coverage.marks.length > 0 && kindsCited(facts, coverage) !== undefined,
    );
    const onlyKind = onlyKindOfTheCase(facts);
    if (onlyKind !== undefined && single.length > 1) yield forTheWholeCase(facts, single, onlyKind);
    else for (const coverage of single) yield forOneItem(facts, coverage);
  },
});

function forOneItem(facts: CaseFacts, coverage: ItemCoverage): Report {
  const { entry, marks, sources } = coverage;
  const uses = marks.flatMap((mark) => mark.sources);
  const what = sources.length === 1 ? `only ${sources[0] ?? ''}` : `only sources of one kind (${kindsCited(facts, coverage) ?? ''}): ${listed(sources)}`;
  return {
    span: marks[0]?.nameSpan ?? fieldSpan(facts, ['sources']),
    message: `The text on ${nameOfItem(entry.item)}, cites ${what}, so nothing else confirms it. Look for a source of another kind, such as a document beside an interview.`,
    related: relatedPlaces(
      uses.map((use) => use.span),
      'cited here',
    ),
    data: { item: entry.item.id },
  };
}

/** A case with one kind of source has one gap, not one for each item. */
function forTheWholeCase(facts: CaseFacts, single: readonly ItemCoverage[], kind: string): Report {
  const ids = single.map(({ entry }) => entry.item.id);
  return {
    span: fieldSpan(facts, ['sources']),
    message: `All sources of this case are of one kind (${kind}), so nothing else confirms what it says on ${listed(ids)}. Look for sources of another kind, such as documents beside interviews.`,
    related: single.map(({ entry, marks }) => ({ span: marks[0]?.nameSpan ?? fieldSpan(facts, ['sources']), message: `about ${nameOfItem(entry.item)}` })),
    data: { item: ids[0] ?? '' },
  };
}

/** The kinds an item's sources are of; undefined when a source does not say what it is, which is reported there. */
function kindsCited(facts: CaseFacts, { sources }: ItemCoverage): string | undefined {
  const kinds = sources.map((id) => facts.sources.get(id)?.kind);
  return kinds.includes(undefined) ? undefined : listed([...new Set(kinds)].map(String));
}

/** Undefined when what can be cited in this case is of several kinds, or of one that is not said. */
function onlyKindOfTheCase(facts: CaseFacts): string | undefined {
  const [kind, ...others] = new Set(layersOf(facts.sources).flatMap((sources) => [...kindsOf(sources)]));
  return others.length === 0 ? kind : undefined;
}

/** Found once for thousands of entries, not at every keystroke. */
const kindsOf = oncePer((sources: ReadonlyMap<string, Source>) => new Set(Array.from(sources.values(), ({ kind }) => kind)));
