import { readBibTeX } from '../bibliography/bibtex/read-bibtex.ts';
import { readCslJson } from '../bibliography/csl/read-csl-json.ts';
import { mention, type Mention, type Referent } from './referent.ts';
import type { TeamFile } from './team-file-mentions.ts';

type SourceReferent = Extract<Referent, { kind: 'source' }>;

/** The fields of BibLaTeX by which an entry names others: one key, or several with commas between them. */
const NAMING = /\b(?:crossref|xref|xdata|related|entryset)\s*=\s*["{]([^"{}]*)["}]/gi;

/** Where a bibliography names one of its sources: the keys of its entry, and of copies of that, and the fields of others that refer to it. */
export function sourceInBibliography(source: SourceReferent, { uri, text }: TeamFile): Mention[] {
  const isJson = /\.json$/i.test(uri);
  const { entries } = isJson ? readCslJson(text) : readBibTeX(text);
  return entries.flatMap(({ key, keySpan, span }) => {
    const own = key === source.id ? [mention(source, text, keySpan, true)] : [];
    return isJson ? own : [...own, ...named(source, text, text.slice(span.start, span.end), span.start)];
  });
}

/** @param entry which stands in `text` from `start` on */
function named(source: SourceReferent, text: string, entry: string, start: number): Mention[] {
  return [...entry.matchAll(NAMING)].flatMap(({ 0: field, 1: keys = '', index }) => {
    const keysAt = start + index + field.length - 1 - keys.length;
    return [...keys.matchAll(/[^\s,]+/g)].flatMap(({ 0: key, index: at }) =>
      key === source.id ? [mention(source, text, { start: keysAt + at, end: keysAt + at + key.length })] : [],
    );
  });
}
