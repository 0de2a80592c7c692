import type { CaseHeader } from '../model/case-model.ts';
import { entryOf, itemsOf } from '../syntax/yaml-node.ts';
import type { FrontMatterFacts } from './rule.ts';

/*
 * What may be concluded from something not being there. Where a part of the input could not be read, whatever depends
 * on it would be reported as missing or unknown all over the case; the one problem that is reported where it stands is
 * enough.
 */

/** Whether the front matter could be read to its end, so that what is not there has not been written. */
export function frontMatterIsWhole({ model }: { readonly model: Pick<CaseHeader, 'frontMatter'> }): boolean {
  return model.frontMatter.problems.length === 0;
}

/** Whether all frameworks that the case uses are known (and there is one), so that an unknown id belongs to none of them. */
export function itemsAreKnown(facts: FrontMatterFacts): boolean {
  const { model, project, frameworks } = facts;
  const named = model.frameworks?.map((reference) => reference.id) ?? project.defaultFrameworks;
  return frameworks.frameworks.length > 0 && named.every((id) => project.frameworks.has(id)) && frontMatterIsWhole(facts);
}

/** Whether everything that can be cited is known: the front matter is whole and the bibliography, if any is named, was found. */
export function sourcesAreKnown(facts: FrontMatterFacts): boolean {
  const { model, project, sources } = facts;
  const namesBibliography = (project.config.bibliography ?? []).length > 0 || itemsOf(entryOf(model.fields, 'bibliography')?.value).length > 0;
  const bibliographyIsThere = (): boolean => sources.size > new Set(model.sources.map((source) => source.id)).size;
  return (!namesBibliography || bibliographyIsThere()) && frontMatterIsWhole(facts);
}
