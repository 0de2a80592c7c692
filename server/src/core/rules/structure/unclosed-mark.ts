import { defineRule, NO_OPTIONS } from '../rule.ts';

/** A block mark whose closing colons are missing, so that it takes in all that follows, headings included. */
export const unclosedMark = defineRule({
  id: 'structure/unclosed-mark',
  title: 'Every block mark is closed',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  blocksWith: ['directives'],
  *checkBlock({ block, facts }) {
    for (const { closed, name, nameSpan, span } of block.directives) {
      if (closed || !facts.frameworks.byId.has(name)) continue;
      const colons = ':'.repeat(nameSpan.start - span.start);
      yield {
        span: { start: span.start, end: nameSpan.end },
        message: `This mark is never closed, so everything below it counts as being about ${name}, and headings below it are not seen. Put a line with ${colons} behind the text that is about it.`,
        data: { item: name },
      };
    }
  },
});
