import { STANCES } from '../../model/vocabulary.ts';
import type { DirectiveAttribute } from '../../syntax/block.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, NO_OPTIONS, type Report } from '../rule.ts';

const WITH_VALUE = ['src', 'note'];

/** A word in the braces behind a mark that means nothing: a slip in it would silently lose a stance or a source. */
export const evidenceUnknownAttribute = defineRule({
  id: 'evidence/unknown-attribute',
  title: 'What stands in braces behind a mark is a stance, a source or a note',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  blocksWith: ['directives'],
  *checkBlock({ block, facts }) {
    for (const { name, attributes } of block.directives) {
      if (!facts.frameworks.byId.has(name)) continue;
      for (const attribute of attributes) if (!isUnderstood(attribute)) yield reportOf(attribute, attributes, name);
    }
  },
});

function isUnderstood({ name, value }: DirectiveAttribute): boolean {
  return wordsLike(value).includes(name);
}

function wordsLike(value: string | undefined): readonly string[] {
  return value === undefined ? STANCES : WITH_VALUE;
}

function reportOf({ name, span, value }: DirectiveAttribute, attributes: readonly DirectiveAttribute[], item: string): Report {
  const suggestion = nearest(
    name,
    wordsLike(value).filter((word) => !attributes.some((other) => other.name === word)),
  );
  const hint =
    suggestion === undefined ? 'Behind a mark stand a stance (supports, contradicts, qualifies, rival), src=… or note="…".' : `Did you mean “${suggestion}”?`;
  return {
    span: { start: span.start, end: span.start + name.length },
    message: `“${name}” says nothing to Casewright, so this mark on ${item} lacks what you meant by it. ${hint}`,
    data: { value: name, ...(suggestion === undefined ? {} : { suggestion }) },
  };
}
