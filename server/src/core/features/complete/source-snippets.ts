import { SOURCE_NEEDS } from '../../model/source-needs.ts';
import { SOURCE_KINDS, type SourceKind } from '../../model/vocabulary.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { KIND_MEANINGS } from '../describe/word-meanings.ts';
import { freeId } from '../guess-kind.ts';
import { placeholder } from '../snippet-text.ts';

/** How ids of each kind begin, and what the first field that it needs may say. */
const FORMS: Readonly<Record<SourceKind, readonly [prefix: string, example: string]>> = {
  interview: ['int', 'role, not name'],
  documentation: ['doc', 'title of the document'],
  'archival-records': ['rec', 'name of the records'],
  'direct-observation': ['obs', 'what was observed'],
  'participant-observation': ['part', 'what you took part in'],
  'physical-artifact': ['obj', 'what it is'],
};

/**
 * A whole entry of `sources` for each kind of evidence, with all that readers must be told of it, as snippets between
 * braces. Dates are left blank: an example that stays where it is would be a wrong one, which nobody finds.
 */
export function sourceEntries({ sources }: CaseAnalysis): { label: string; kind: SourceKind; meaning: string; snippet: string }[] {
  return SOURCE_KINDS.map((kind) => {
    const [prefix, example] = FORMS[kind];
    const id = placeholder(1, freeId(prefix, sources));
    const fields = SOURCE_NEEDS[kind].map(
      ({ fields: [field] }, index) => `${field}: ${index === 0 ? `"${placeholder(2, example)}"` : placeholder(index + 2, '')}`,
    );
    return { label: `New source: ${kind}`, kind, meaning: KIND_MEANINGS[kind], snippet: `{id: ${id}, kind: ${kind}, ${fields.join(', ')}}` };
  });
}
