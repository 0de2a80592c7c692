import { oncePer } from '../../memory/once-per.ts';
import type { Source } from '../../model/case-model.ts';
import type { Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { authorsAndYear, searchWords } from '../describe/describe-reference.ts';
import { describeSource, nameOfSource } from '../describe/describe-source.ts';
import type { Draft } from './draft.ts';

/** An id that can be written behind `@` as it is (see the scanner of citations); others need braces. */
const PLAIN_ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** Of longer lists only those that fit what is typed are offered, and of these no more than anybody looks through. */
const MOST = 100;

/** What an author may write of an id, and how the rest of it is written. */
export interface SourcePlace {
  /** The word that is to be replaced. */
  readonly span: Span;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** Sources that are cited there already. */
  readonly taken: ReadonlySet<string>;
  /** How an id is written there; undefined for one that cannot be. */
  readonly write: (id: string) => string | undefined;
}

/** The sources that a case can cite at a place; the case's own come first. */
export function sourceDrafts({ sources }: CaseAnalysis, { span, typed, taken, write }: SourcePlace): Draft[] {
  const isLong = sources.size > MOST;
  const fitting = isLong ? fittingSources(sources, typed) : [...sources.values()];
  const offered = fitting.filter(({ id }) => !taken.has(id) && write(id) !== undefined).slice(0, MOST);
  return offered.map((source) => draftOf(source, { span, newText: write(source.id) ?? source.id }, isLong));
}

/** Those that are found by what is typed: whose id begins with it, then those of which any word does, then those that hold it anywhere. */
function fittingSources(sources: ReadonlyMap<string, Source>, typed: string): Source[] {
  const word = folded(typed);
  const all = [...sources.values()];
  if (word === '') return all.slice(0, MOST * 2);
  const ranks: Source[][] = [[], [], []];
  for (const source of all) {
    const at = searchable(source).text.indexOf(word);
    if (at >= 0) ranks[at === 0 ? 0 : searchable(source).text.includes(` ${word}`) ? 1 : 2]?.push(source);
  }
  return ranks.flat();
}

/** What a source can be found by, in a form in which accents and case do not matter; read once for all that is typed. */
const searchable = oncePer((source: Source) => ({ text: folded(wordsOf(source)) }));

/** How a source is offered, wherever it is. Hundreds are at each keystroke, and to read an entry takes longer than all the rest. */
const presentation = oncePer((source: Source) => {
  const authors = source.uri === undefined ? undefined : authorsAndYear(source.reference);
  const detail = [authors, nameOfSource(source)].filter((part) => part !== undefined).join(': ');
  return {
    label: source.id,
    kind: 'source',
    ...(detail === '' ? {} : { detail }),
    documentation: describeSource(source),
    filterText: wordsOf(source),
  } as const;
});

function folded(text: string): string {
  // Most names and titles have nothing to take apart.
  return (/[^\t-~]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase();
}

/** Id, authors, year, title, informant and kind. The entry is read once for all of them. */
function wordsOf({ id, informant, kind, reference }: Source): string {
  return [id, ...searchWords(reference), informant, kind].filter((word) => word !== undefined).join(' ');
}

function draftOf(source: Source, edit: Draft['edit'], isOneOfMany: boolean): Draft {
  return { ...presentation(source), edit, isSnippet: false, ...(isOneOfMany ? { isOneOfMany } : {}) };
}

/** A citation's id, behind its `@`. */
export function citedId(id: string): string | undefined {
  if (PLAIN_ID.test(id)) return id;
  return /^[^{}[\]\s]+$/.test(id) ? `{${id}}` : undefined;
}

/** An id in a `src` attribute, where blanks, commas and quotation marks part ids. */
export function attributeId(id: string): string | undefined {
  return /^[^\s,;@"'{}]+$/.test(id) ? id : undefined;
}
