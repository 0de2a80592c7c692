import * as z from 'zod';
import { defineRule } from '../rule.ts';
import { sourcesNamed } from '../../coverage/find-marks.ts';
import type { CaseModel } from '../../model/case-model.ts';
import { entryOf, itemsOf, textOf } from '../../syntax/yaml-node.ts';

/** A source that the case declares and never cites: either it adds nothing, or a claim lacks its citation. */
export const evidenceUnusedSource = defineRule({
  id: 'evidence/unused-source',
  title: 'Every declared source is cited',
  severity: 'info',
  hasFix: true,
  options: z.strictObject({}),
  *check({ model }) {
    const cited = citedSources(model);
    for (const { id, idSpan, title } of model.sources) {
      if (cited.has(id)) continue;
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

/** The ids that the case cites: by `[@id]`, by the `src=` of any directive, mark or not, or as the `source` of a figure. */
function citedSources({ citations, directives, fields }: CaseModel): ReadonlySet<string> {
  const bySrc = directives.flatMap((directive) => sourcesNamed(directive.attributes.find((attribute) => attribute.name === 'src')));
  const byFigure = itemsOf(entryOf(fields, 'figures')?.value).flatMap((figure) => textOf(entryOf(figure, 'source')?.value) ?? []);
  return new Set([...[...citations, ...bySrc].map((use) => use.id), ...byFigure]);
}
