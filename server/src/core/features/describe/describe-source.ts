import type { Source } from '../../model/case-model.ts';
import { bullets, code, plain } from './markdown-text.ts';
import { KIND_MEANINGS } from './word-meanings.ts';

/** What a reader would call a source: its title, else the informant, else its kind. */
export function nameOfSource({ title, informant, kind }: Source): string | undefined {
  return title ?? informant ?? kind;
}

/** A source as Markdown: kind, title, informant and date. */
export function describeSource({ id, kind, title, informant, date }: Source): string {
  const facts = [
    kind === undefined ? 'kind: not given' : `kind: ${kind} (${plain(KIND_MEANINGS[kind])})`,
    title === undefined || title === informant ? undefined : `title: ${plain(title)}`,
    informant === undefined ? undefined : `informant: ${plain(informant)}`,
    date === undefined ? undefined : `date: ${plain(date)}`,
  ];
  return `**${code(id)}**\n\n${bullets(facts.filter((fact) => fact !== undefined))}`;
}
