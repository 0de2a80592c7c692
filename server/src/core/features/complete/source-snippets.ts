import { SOURCE_KINDS, type SourceKind } from '../../model/vocabulary.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { KIND_MEANINGS } from '../describe/word-meanings.ts';
import { freeId } from '../guess-kind.ts';
import { placeholder } from '../snippet-text.ts';

/** How ids of each kind begin, and the field that tells readers most about it, with what it may say. */
const FORMS: Readonly<Record<SourceKind, readonly [prefix: string, field: string, example: string]>> = {
  interview: ['int', 'informant', 'role, not name'],
  documentation: ['doc', 'title', 'title of the document'],
  'archival-records': ['rec', 'title', 'name of the records'],
  'direct-observation': ['obs', 'title', 'what was observed'],
  'participant-observation': ['part', 'title', 'what you took part in'],
  'physical-artifact': ['obj', 'title', 'what it is'],
};

/** A whole entry of `sources` for each kind of evidence, as snippets between braces. */
export function sourceEntries({ sources }: CaseAnalysis): { label: string; kind: SourceKind; meaning: string; snippet: string }[] {
  return SOURCE_KINDS.map((kind) => {
    const [prefix, field, example] = FORMS[kind];
    const id = placeholder(1, freeId(prefix, sources));
    return { label: `New source: ${kind}`, kind, meaning: KIND_MEANINGS[kind], snippet: `{id: ${id}, kind: ${kind}, ${field}: "${placeholder(2, example)}"}` };
  });
}
