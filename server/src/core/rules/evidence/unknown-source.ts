import * as z from 'zod';
import type { SourceUse } from '../../coverage/mark.ts';
import { nearest } from '../../text/nearest.ts';
import { sourcesAreKnown } from '../certainty.ts';
import { reportData } from '../report-data.ts';
import { defineRule, type CaseFacts } from '../rule.ts';
import { didYouMean } from '../wording.ts';

/** How pandoc-crossref and Quarto write references to figures, tables and sections, in the same brackets as citations. */
const CROSS_REFERENCES = ['fig:', 'tbl:', 'eq:', 'sec:', 'lst:', 'fig-', 'tbl-', 'eq-', 'sec-', 'lst-'];

/** A citation that leads nowhere: the claim looks as if it had evidence and has none. */
export const evidenceUnknownSource = defineRule({
  id: 'evidence/unknown-source',
  title: 'Every cited source is declared',
  severity: 'error',
  hasFix: true,
  options: z.strictObject({
    ignore_prefixes: z
      .array(z.string())
      .default(CROSS_REFERENCES)
      .describe('Beginnings of ids that are no sources but references to figures, tables or sections.'),
  }),
  *check(facts, { ignore_prefixes: ignored }) {
    if (!sourcesAreKnown(facts)) return;
    const known = [...facts.sources.keys()];
    for (const { id, span } of citedByCase(facts)) {
      if (facts.sources.has(id) || ignored.some((prefix) => id.startsWith(prefix))) continue;
      const suggestion = nearest(id, known);
      yield {
        span,
        message: `“${id}” is neither among the case’s sources nor in the bibliography, so this citation leads nowhere.${didYouMean(suggestion)} Declare it under “sources”, or correct the id.`,
        data: reportData({ source: id, suggestion }),
      };
    }
  },
});

/** Each place once. `src` of a directive that is no mark (a picture, a video) may be anything; a bracketed citation is one anywhere. */
function citedByCase({ model, coverage }: CaseFacts): Iterable<SourceUse> {
  const uses = [...model.citations.map(({ id, idSpan }) => ({ id, span: idSpan })), ...coverage.marks.flatMap((mark) => mark.sources)];
  return new Map(uses.map((use) => [use.span.start, use])).values();
}
