import type { Template } from '../config/template-schema.ts';
import { entryOf, textOf } from '../syntax/yaml-node.ts';
import type { FrontMatterFacts } from './rule.ts';

/** The template that a case follows: the one it names, else the project's; undefined when there is none or no such one. */
export function templateOf({ model, project }: Pick<FrontMatterFacts, 'model' | 'project'>): Template | undefined {
  const named = textOf(entryOf(model.fields, 'template')?.value);
  return named === undefined ? project.template : project.templates.get(named);
}

/** The language that a case is written in: the value of `lang`; undefined when it does not say so. */
export function languageOf({ model }: Pick<FrontMatterFacts, 'model'>): string | undefined {
  return textOf(entryOf(model.fields, 'lang')?.value);
}
