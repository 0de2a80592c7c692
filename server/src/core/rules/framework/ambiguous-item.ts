import { frameworkSpan } from '../places.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { listed, nameOfItem } from '../wording.ts';

/** Two frameworks of one case that share an id or a heading: a mark could be about either item. */
export const ambiguousItem = defineRule({
  id: 'framework/ambiguous-item',
  title: 'Every mark and heading stands for one item only',
  severity: 'error',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter(facts) {
    for (const { kind, name, items } of facts.frameworks.ambiguities) {
      const [first, second] = items;
      if (!first || !second) continue;
      const owners = listed(items.map(({ framework }) => framework.id));
      const what =
        kind === 'id'
          ? `The id ${name} is used by ${owners}, so text marked with it could be about either`
          : `A heading “${second.item.label}” could stand for ${items.map(({ item }) => nameOfItem(item)).join(' as well as for ')}, from ${owners}`;
      const way = kind === 'id' ? 'change the id in a framework of your own' : 'change the label or alias in a framework of your own';
      yield {
        span: frameworkSpan(facts, second.framework.id),
        message: `${what}; it now counts for ${first.framework.id} only. Use one of the two frameworks in this case, or ${way}.`,
        related: [{ span: frameworkSpan(facts, first.framework.id), message: `${first.framework.id} comes first` }],
        data: { item: name },
      };
    }
  },
});
