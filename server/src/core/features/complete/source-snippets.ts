import { SOURCE_NEEDS } from '../../model/source-needs.ts';
import { SOURCE_KINDS, type SourceKind } from '../../model/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { KIND_MEANINGS } from '../describe/word-meanings.ts';
import { freeId } from '../guess-kind.ts';
import { placeholder } from '../snippet-text.ts';
import { explained, type Draft } from './draft.ts';

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
 * A new entry of `sources` for each kind of evidence, between braces.
 * @param word what it takes the place of
 * @param dash what stands before it, where that is not there yet
 */
export function newSourcesInBraces(analysis: CaseAnalysis, word: Span, dash: '' | '- '): Draft[] {
  return SOURCE_KINDS.map((kind) => ({
    label: `New source: ${kind}`,
    kind: 'snippet',
    ...explained(KIND_MEANINGS[kind]),
    edit: { span: word, newText: `${dash}{${fieldsOf(kind, analysis).join(', ')}}` },
    isSnippet: true,
    filterText: `${dash}${kind} new source`, // authors type any of these words
  }));
}

/**
 * A new entry of `sources` with a field a line.
 * @param between what ends a line and begins the next
 */
export function newSourceOnLines(analysis: CaseAnalysis, word: Span, between: string): Draft {
  const newText = fieldsOf('interview', analysis).join(between);
  const label = 'New source: interview, line by line';
  return { label, kind: 'snippet', edit: { span: word, newText }, isSnippet: true, filterText: 'id interview new source' };
}

/**
 * All that readers must be told of a source of a kind, as snippets of a field each. Dates are left blank: an example that
 * stays where it is would be a wrong one, which nobody finds.
 */
function fieldsOf(kind: SourceKind, { sources }: CaseAnalysis): string[] {
  const [prefix, example] = FORMS[kind];
  const needed = SOURCE_NEEDS[kind].map(({ fields: [field] }, index) => {
    return `${field}: ${index === 0 ? `"${placeholder(2, example)}"` : placeholder(index + 2, '')}`;
  });
  return [`id: ${placeholder(1, freeId(prefix, sources))}`, `kind: ${kind}`, ...needed];
}
