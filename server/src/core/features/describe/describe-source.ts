import type { Source } from '../../model/case-model.ts';
import { blocks, bullets, code, plain } from './markdown-text.ts';
import { describeReference, linkOf } from './describe-reference.ts';
import { nameOf } from '../../workspace/uri.ts';
import { KIND_MEANINGS } from './word-meanings.ts';

/** What a reader would call a source: its title, else the informant, else its kind. */
export function nameOfSource({ title, informant, kind }: Source): string | undefined {
  return title ?? informant ?? kind;
}

/** A source as Markdown: of a bibliography’s entry the reference; of the case’s own kind, title, informant, date and where it can be found. */
export function describeSource(source: Source): string {
  const name = `**${code(source.id)}**`;
  return source.uri === undefined ? blocks(name, bullets(ownFacts(source))) : blocks(name, describeReference(source.reference), fileOf(source.uri));
}

function ownFacts({ kind, title, informant, date, reference }: Source): string[] {
  const { authors, doi, url } = reference;
  const facts = [
    kind === undefined ? 'kind: not given' : `kind: ${kind} (${plain(KIND_MEANINGS[kind])})`,
    authors.length === 0 ? undefined : `author: ${plain(authors.map(({ family }) => family).join(', '))}`,
    title === undefined || title === informant ? undefined : `title: ${plain(title)}`,
    informant === undefined ? undefined : `informant: ${plain(informant)}`,
    date === undefined ? undefined : `date: ${plain(date)}`,
    linkOf(doi, url) || undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

function fileOf(uri: string): string {
  return `From the bibliography ${code(nameOf(uri))}`;
}
