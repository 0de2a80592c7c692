import { nodeAt, textOf } from '../../syntax/yaml-node.ts';
import { scanPlaceholders } from '../../syntax/scan-placeholders.ts';
import type { Span } from '../../text/span.ts';
import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS, type CaseFacts } from '../rule.ts';
import { nameOfItem } from '../wording.ts';

/** Text that stands for text still to be written: easily overlooked in a long case, and no account of anything. */
export const coveragePlaceholder = defineRule({
  id: 'coverage/placeholder',
  title: 'No placeholder is left in the text',
  severity: 'warning',
  hasFix: false,
  options: NO_OPTIONS,
  *checkFrontMatter({ model }) {
    for (const { itemId } of model.findings) {
      const node = nodeAt(model.fields, ['findings', itemId, 'because']);
      const reason = textOf(node);
      if (!node || reason === undefined || scanPlaceholders(reason, [{ start: 0, end: reason.length }]).length === 0) continue;
      const message = `The reason for the finding on ${itemId} is still to be written; without it, readers cannot follow how you came to it. Write it, in one sentence.`;
      yield { span: node.span, message, data: { item: itemId } };
    }
  },
  *check(facts) {
    const items = new Map(facts.coverage.items.flatMap(({ entry, placeholders }) => placeholders.map((span) => [span.start, entry.item])));
    for (const span of facts.model.placeholders) {
      const about = items.get(span.start);
      const effect = about ? `so ${nameOfItem(about)}, counts as thin however much else is said about it` : 'and would reach readers as it is';
      yield {
        span,
        message: `“${shown(facts, span)}” stands for text still to be written, ${effect}. Write the text, or take the placeholder out.`,
        data: reportData({ item: about?.id }),
      };
    }
  },
});

function shown({ model }: CaseFacts, span: Span): string {
  return model.syntax.text.slice(span.start, span.end).trim();
}
