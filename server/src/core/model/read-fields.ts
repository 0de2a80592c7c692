import { bareDoi, webAddress, yearIn, type Reference } from '../bibliography/reference.ts';
import { entryOf, itemsOf, textOf, type YamlEntry, type YamlMap, type YamlNode } from '../syntax/yaml-node.ts';
import type { Finding, FrameworkReference, Source } from './case-model.ts';
import { isOneOf, SOURCE_KINDS, VERDICTS } from './vocabulary.ts';

/*
 * These readers take what is there and leave out what cannot be used: what is wrong with it is said by the
 * front-matter rules, which check the same fields against the schema.
 */

/** The frameworks a case names; undefined when it has no such key. */
export function readFrameworks(fields: YamlMap): FrameworkReference[] | undefined {
  const entry = entryOf(fields, 'frameworks');
  if (!entry) return undefined;
  return itemsOf(entry.value).flatMap((node) => {
    const id = textOf(node);
    return id === undefined ? [] : [{ id, span: node.span }];
  });
}

/** The sources that have an id. */
export function readSources(fields: YamlMap): Source[] {
  return itemsOf(entryOf(fields, 'sources')?.value).flatMap((node) => {
    const idNode = entryOf(node, 'id')?.value;
    const id = textOf(idNode);
    if (id === undefined || !idNode) return [];
    const kind = textOf(entryOf(node, 'kind')?.value);
    const informant = textOf(entryOf(node, 'informant')?.value);
    const transcript = filled(entryOf(node, 'transcript')?.value);
    const path = textOf(transcript);
    return [
      {
        id,
        idSpan: idNode.span,
        uri: undefined,
        span: node.span,
        kind: isOneOf(SOURCE_KINDS, kind) ? kind : undefined,
        title: textOf(entryOf(node, 'title')?.value) ?? informant,
        informant,
        date: textOf(entryOf(node, 'date')?.value) ?? textOf(entryOf(node, 'year')?.value),
        transcript: transcript && path !== undefined ? { path, span: transcript.span } : undefined,
        reference: ownReference(node),
      },
    ];
  });
}

/** What a case itself says of a work. A person is given as one text, so that no part of it can be told from another. */
function ownReference(node: YamlNode): Reference {
  const field = (name: string): string | undefined => textOf(filled(entryOf(node, name)?.value));
  return {
    authors: itemsOf(entryOf(node, 'author')?.value).flatMap((author) => {
      const family = textOf(filled(author));
      return family === undefined ? [] : [{ family, given: undefined }];
    }),
    areEditors: false,
    hasMoreAuthors: false,
    title: field('title'),
    year: yearIn(field('year') ?? field('date')),
    container: undefined,
    volume: undefined,
    issue: undefined,
    pages: undefined,
    publisher: undefined,
    doi: bareDoi(field('doi')),
    url: webAddress(field('url')),
  };
}

/** The author's findings, in the order in which they stand. */
export function readFindings(fields: YamlMap): Finding[] {
  const entry = entryOf(fields, 'findings');
  return entry?.value.kind === 'map' ? entry.value.entries.map(readFinding) : [];
}

function readFinding(entry: YamlEntry): Finding {
  const value = filled(entryOf(entry.value, 'value')?.value);
  const verdict = filled(entryOf(entry.value, 'verdict')?.value);
  const verdictText = textOf(verdict);
  const confirmed = filled(entryOf(entry.value, 'confirmed')?.value);
  return {
    itemId: entry.key,
    itemSpan: entry.keySpan,
    span: { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end) },
    value: textOf(value),
    valueSpan: value?.span,
    verdict: isOneOf(VERDICTS, verdictText) ? verdictText : undefined,
    verdictSpan: verdict?.span,
    because: textOf(filled(entryOf(entry.value, 'because')?.value)),
    confirmed: textOf(confirmed),
    confirmedSpan: confirmed?.span,
  };
}

/** The node, unless it is missing or blank. */
function filled(node: YamlNode | undefined): YamlNode | undefined {
  return textOf(node)?.trim() ? node : undefined;
}
