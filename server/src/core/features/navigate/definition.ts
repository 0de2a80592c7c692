import { readBibliography } from '../../bibliography/bibliography.ts';
import type { CaseModel } from '../../model/case-model.ts';
import { readYaml } from '../../syntax/read-yaml.ts';
import { entryOf, itemsOf, textOf } from '../../syntax/yaml-node.ts';
import type { Span } from '../../text/span.ts';
import type { Project } from '../../workspace/project.ts';
import type { Referent } from '../../mentions/referent.ts';

/** A place to go to. */
export interface Definition {
  /** What is selected there. */
  readonly span: Span;
  /** All that belongs to it; encloses `span`. */
  readonly wholeSpan: Span;
}

/**
 * The file in which that stands which a word of a case names; undefined where nobody can tell.
 * @param builtinTemplate the file of a template that ships with Casewright, by its name such as `casewright:sme-case`
 */
export function fileOf(referent: Referent, project: Project, builtinTemplate: (name: string) => string | undefined): string | undefined {
  if (referent.kind !== 'template') return referent.uri;
  return builtinTemplate(referent.id) ?? (referent.id === project.config.template ? project.templateUri : undefined);
}

/**
 * Where it stands in that file: an item's entry in its framework, a source's in the case or a bibliography, the name of a
 * case, framework or template. The start of the file where it is not to be found any more.
 * @param text of that file
 * @param model of that file, if it is a case
 */
export function definitionIn(text: string, referent: Referent, model: CaseModel | undefined): Definition {
  const { kind, id } = referent;
  if (kind === 'item') return itemsIn(text).get(id) ?? START;
  if (kind === 'source') {
    const sources = model?.sources ?? readBibliography(referent.uri, { text }).sources;
    const source = sources.find((one) => one.id === id);
    return source ? { span: source.idSpan, wholeSpan: source.span } : START;
  }
  const span = model ? model.idSpan : entryOf(readYaml(text).root, 'id')?.value.span;
  return span ? { span, wholeSpan: span } : START;
}

const START: Definition = { span: { start: 0, end: 0 }, wholeSpan: { start: 0, end: 0 } };

/** Where the items of a framework stand in its text, by their ids. */
export function itemsIn(text: string): ReadonlyMap<string, Definition> {
  const entries = itemsOf(entryOf(readYaml(text).root, 'items')?.value);
  return new Map(
    entries.flatMap((entry) => {
      const id = entryOf(entry, 'id')?.value;
      const name = textOf(id);
      return id && name !== undefined ? [[name, { span: id.span, wholeSpan: entry.span }] as const] : [];
    }),
  );
}
