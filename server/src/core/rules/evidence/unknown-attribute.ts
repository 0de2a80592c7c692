import * as z from 'zod';
import type { Mark } from '../../coverage/mark.ts';
import { STANCES } from '../../model/vocabulary.ts';
import type { Directive, DirectiveAttribute } from '../../syntax/block.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Report } from '../rule.ts';

const WITH_VALUE = ['src', 'note'];

/** A word in the braces behind a mark that means nothing: a slip in it would silently lose a stance or a source. */
export const evidenceUnknownAttribute = defineRule({
  id: 'evidence/unknown-attribute',
  title: 'What stands in braces behind a mark is a stance, a source or a note',
  severity: 'warning',
  hasFix: true,
  options: z.strictObject({}),
  *check({ model, coverage }) {
    const marks = new Map(coverage.marks.map((mark) => [mark.nameSpan.start, mark]));
    for (const directive of model.directives) {
      const mark = marks.get(directive.nameSpan.start);
      if (mark) yield* directive.attributes.flatMap((attribute) => reportOf(attribute, directive, mark));
    }
  },
});

function reportOf({ name, span, value }: DirectiveAttribute, { attributes }: Directive, { item }: Mark): Report[] {
  const known: readonly string[] = value === undefined ? STANCES : WITH_VALUE;
  if (known.includes(name)) return [];
  const suggestion = nearest(
    name,
    known.filter((word) => !attributes.some((other) => other.name === word)),
  );
  const hint =
    suggestion === undefined ? 'Behind a mark stand a stance (supports, contradicts, qualifies, rival), src=… or note="…".' : `Did you mean “${suggestion}”?`;
  return [
    {
      span: { start: span.start, end: span.start + name.length },
      message: `“${name}” says nothing to Casewright, so this mark on ${item.item.id} lacks what you meant by it. ${hint}`,
      data: { value: name, ...(suggestion === undefined ? {} : { suggestion }) },
    },
  ];
}
