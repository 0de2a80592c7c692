import { defineRule, NO_OPTIONS } from '../rule.ts';
import { sourcesNamed } from '../../coverage/marks-of-block.ts';
import type { CaseModel } from '../../model/case-model.ts';
import { entryOf, itemsOf, textOf } from '../../syntax/yaml-node.ts';

/** A source that the case declares and never cites: either it adds nothing, or a claim lacks its citation. */
export const evidenceUnusedSource = defineRule({
  id: 'evidence/unused-source',
  title: 'Every declared source is cited',
  severity: 'info',
  hasFix: true,
  options: NO_OPTIONS,
  *check({ model }) {
    const unused = unusedSources(model);
    for (const { id, idSpan, title } of model.sources) {
      if (!unused.has(id)) continue;
      const name = title === undefined || title === id ? `“${id}”` : `“${id}” (${title})`;
      yield {
        span: idSpan,
        message: `${name} is declared and never cited, so readers cannot see what it contributes. Cite it where it was used ([@${id}]), or remove it.`,
        unnecessary: true,
        data: { source: id },
      };
    }
  },
});

/**
 * The ids that are declared and not cited: by `[@id]`, by the `src=` of any directive, mark or not, or as the `source` of a
 * figure. Most cases cite all they declare, and early on.
 */
function unusedSources({ sources, fields, syntax }: CaseModel): ReadonlySet<string> {
  const unused = new Set(sources.map(({ id }) => id));
  for (const figure of itemsOf(entryOf(fields, 'figures')?.value)) unused.delete(textOf(entryOf(figure, 'source')?.value) ?? '');
  for (const { block } of syntax.blocks) {
    if (unused.size === 0) return unused;
    for (const { id } of block.citations) unused.delete(id);
    for (const { attributes } of block.directives) {
      for (const { id } of sourcesNamed(attributes.find((attribute) => attribute.name === 'src'))) unused.delete(id);
    }
  }
  return unused;
}
