import type { Item } from '../../frameworks/pack-schema.ts';
import { findingsById } from '../../model/findings.ts';
import { nearest } from '../../text/nearest.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS } from '../rule.ts';
import { didYouMean, nameOfItem } from '../wording.ts';

/** A finding in words of the author's own: cases can only be grouped by values that all of them use. */
export const findingInvalidValue = defineRule({
  id: 'finding/invalid-value',
  title: 'A finding’s value is one that the framework allows',
  severity: 'error',
  hasFix: true,
  options: NO_OPTIONS,
  *checkFrontMatter({ model, frameworks }) {
    const findings = findingsById(model);
    for (const { item } of frameworks.items) {
      const finding = findings.get(item.id);
      const { value, valueSpan } = finding ?? {};
      if (value === undefined || !valueSpan || item.values.length === 0 || item.values.some((allowed) => allowed.id === value)) continue;
      const suggestion = nearest(
        value,
        item.values.map((allowed) => allowed.id),
      );
      yield {
        span: valueSpan,
        message: `“${value}” is not a value for ${nameOfItem(item)}, so this case cannot be grouped with others.${didYouMean(suggestion)} Choose one of: ${choices(item)}. What does not fit one of them belongs in “because”.`,
        data: reportData({ item: item.id, value, suggestion }),
      };
    }
  },
});

function choices(item: Item): string {
  return item.values.map(({ id, means }) => (means === undefined ? id : `${id} (${lowerFirst(means)})`)).join('; ');
}

/** A meaning inside brackets does not begin a sentence; an abbreviation ("SME …") stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
