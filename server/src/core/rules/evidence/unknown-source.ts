import * as z from 'zod';
import type { SourceUse } from '../../coverage/mark.ts';
import { nearest } from '../../text/nearest.ts';
import { shiftSpan } from '../../text/span.ts';
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
    const { sources } = facts;
    const isKnown = (id: string): boolean => sources.has(id) || ignored.some((prefix) => id.startsWith(prefix));
    for (const { id, span } of citedByCase(facts, isKnown)) {
      const suggestion = nearest(id, known);
      yield {
        span,
        message: `“${id}” is neither among the case’s sources nor in the bibliography, so this citation leads nowhere.${didYouMean(suggestion)} Declare it under “sources”, or correct the id.`,
        data: reportData({ source: id, suggestion }),
      };
    }
  },
});

/**
 * The places that cite a source that is not known, each once. `src` of a directive that is no mark (a picture, a video) may
 * be anything; a bracketed citation is one anywhere.
 */
function citedByCase({ model, coverage }: CaseFacts, isKnown: (id: string) => boolean): Iterable<SourceUse> {
  const places = new Map<number, SourceUse>();
  for (const { start, block } of model.syntax.blocks) {
    for (const { id, idSpan } of block.citations) if (!isKnown(id)) places.set(idSpan.start + start, { id, span: shiftSpan(idSpan, start) });
  }
  for (const mark of coverage.marks) {
    if (mark.sourceIds.every(isKnown)) continue;
    for (const use of mark.sources) if (!isKnown(use.id)) places.set(use.span.start, use);
  }
  return places.values();
}
