import type { Source } from '../../model/case-model.ts';
import type { Span } from '../../text/span.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { describeSource, nameOfSource } from '../describe/describe-source.ts';
import type { Draft } from './draft.ts';

/** An id that can be written behind `@` as it is (see the scanner of citations); others need braces. */
const PLAIN_ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

/** The sources that a case can cite, without those that are cited there already; the case's own come first. */
export function sourceDrafts({ model, sources }: CaseAnalysis, taken: ReadonlySet<string>, span: Span, write: (id: string) => string | undefined): Draft[] {
  const inOrder = new Map([...model.sources, ...sources.values()].map((source) => [source.id, sources.get(source.id) ?? source]));
  return [...inOrder.values()].flatMap((source) => {
    const newText = write(source.id);
    return newText === undefined || taken.has(source.id) ? [] : [draftOf(source, { span, newText })];
  });
}

function draftOf(source: Source, edit: Draft['edit']): Draft {
  const { id, title, informant, kind } = source;
  const name = nameOfSource(source);
  return {
    label: id,
    kind: 'source',
    ...(name === undefined ? {} : { detail: name }),
    documentation: describeSource(source),
    edit,
    isSnippet: false,
    filterText: [id, title, informant === title ? undefined : informant, kind].filter((word) => word !== undefined).join(' '),
  };
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
