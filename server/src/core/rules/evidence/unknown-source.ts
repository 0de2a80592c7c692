import * as z from 'zod';
import type { SourceUse } from '../../coverage/mark.ts';
import { marksOfBlocks } from '../../coverage/marks-of-block.ts';
import type { FrameworkSet } from '../../frameworks/framework-set.ts';
import { layersOf } from '../../memory/layered-map.ts';
import { oncePer } from '../../memory/once-per.ts';
import type { Source } from '../../model/case-model.ts';
import type { Block } from '../../syntax/block.ts';
import { nearest } from '../../text/nearest.ts';
import { sourcesAreKnown } from '../certainty.ts';
import { reportData } from '../report-data.ts';
import { defineRule } from '../rule.ts';
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
  blocksWith: ['directives', 'citations'],
  *checkBlock({ block, facts }, { ignore_prefixes: ignored }) {
    if (!sourcesAreKnown(facts)) return;
    const { sources } = facts;
    const isKnown = (id: string): boolean => sources.has(id) || ignored.some((prefix) => id.startsWith(prefix));
    for (const { id, span } of citedIn(block, facts.frameworks, isKnown)) {
      const suggestion = nearest(
        id,
        layersOf(sources).flatMap((layer) => likelyMeant(id, idsOf(layer))),
      );
      yield {
        span,
        message: `“${id}” is neither among the case’s sources nor in the bibliography, so this citation leads nowhere.${didYouMean(suggestion)} Declare it under “sources”, or correct the id.`,
        data: reportData({ source: id, suggestion }),
      };
    }
  },
});

/** Among so many ids any may be meant. */
const FEW = 1000;

/** The ids that a slip may have been made of: of thousands only those with the same first letter, since it is looked for while a citation is typed. */
function likelyMeant(id: string, { all, byFirst }: Ids): readonly string[] {
  return all.length <= FEW ? all : (byFirst.get(firstOf(id)) ?? []);
}

interface Ids {
  readonly all: readonly string[];
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
}

const idsOf = oncePer((sources: ReadonlyMap<string, Source>): Ids => {
  const byFirst = new Map<string, string[]>();
  for (const id of sources.keys()) {
    const known = byFirst.get(firstOf(id));
    if (known) known.push(id);
    else byFirst.set(firstOf(id), [id]);
  }
  return { all: [...sources.keys()], byFirst };
});

function firstOf(id: string): string {
  return id.charAt(0).toLowerCase();
}

/**
 * The places of a block that cite a source that is not known, each once. `src` of a directive that is no mark (a picture, a
 * video) may be anything; a bracketed citation is one anywhere.
 */
function citedIn(block: Block, frameworks: FrameworkSet, isKnown: (id: string) => boolean): Iterable<SourceUse> {
  const cited = block.citations.map(({ id, idSpan }) => ({ id, span: idSpan }));
  const inMarks = marksOfBlocks(frameworks)(block).flatMap((mark) => mark.sources);
  return new Map([...cited, ...inMarks].filter(({ id }) => !isKnown(id)).map((use) => [use.span.start, use])).values();
}
