import { oncePer } from '../memory/once-per.ts';
import type { Source } from '../model/case-model.ts';
import type { Span } from '../text/span.ts';
import type { FileProblem } from '../workspace/file-problem.ts';
import type { BibliographyEntries, BibliographyEntry } from './bibliography-entry.ts';
import { readBibTeX } from './bibtex/read-bibtex.ts';
import { readCslJson } from './csl/read-csl-json.ts';

/** What a bibliography file gives to those who cite. */
export interface Bibliography {
  /** The first of each key. */
  readonly sources: readonly Source[];
  readonly problems: readonly FileProblem[];
}

/** The bibliography that is none. */
export const NO_BIBLIOGRAPHY: Bibliography = { sources: [], problems: [] };

/** A file’s text, by which what is read of it is remembered. */
export interface BibliographyText {
  readonly text: string;
}

const entriesOfBibTeX = oncePer(({ text }: BibliographyText) => readBibTeX(text));
const entriesOfCsl = oncePer(({ text }: BibliographyText) => readCslJson(text));

/**
 * The entries of a bibliography file that can be cited: CSL-JSON where its name ends in `.json`, BibTeX or BibLaTeX
 * otherwise. A file in neither form has none. It is read once per `file`, which takes about 10 ms a megabyte.
 * @param file the same object until its text changes
 */
export function readBibliography(uri: string, file: BibliographyText): Bibliography {
  const { text } = file;
  const { entries, problems } = /\.json$/i.test(uri) ? entriesOfCsl(file) : entriesOfBibTeX(file);
  const first = new Map<string, BibliographyEntry>();
  const repeated: BibliographyEntries['problems'][number][] = [];
  for (const entry of entries) {
    const known = first.get(entry.key);
    if (!known) first.set(entry.key, entry);
    else if (!areAlike(text, known, entry)) repeated.push({ span: entry.keySpan, message: repeatedKey(entry.key), severity: 'warning' });
  }
  return {
    sources: Array.from(first.values(), (entry) => sourceOf(uri, entry)),
    problems: [...problems, ...repeated].sort((a, b) => a.span.start - b.span.start).map((problem) => ({ uri, ...problem })),
  };
}

function repeatedKey(key: string): string {
  return `A different entry above has the key “${key}”, too, so readers cannot tell which of the two a citation means, and only the first is used. Give one of them another key.`;
}

/** Whether two entries are copies of each other, as they come about when libraries are joined: nothing is lost with the second. */
function areAlike(text: string, { span: a }: BibliographyEntry, { span: b }: BibliographyEntry): boolean {
  const compact = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, '');
  return compact(a) === compact(b);
}

/** Literature is `documentation` among Yin's six kinds. */
function sourceOf(uri: string, { key, keySpan, span, read }: BibliographyEntry): Source {
  return {
    id: key,
    idSpan: keySpan,
    uri,
    span,
    kind: 'documentation',
    informant: undefined,
    transcript: undefined,
    get reference() {
      return read();
    },
    get title() {
      return read().title;
    },
    get date() {
      return read().year;
    },
  };
}
