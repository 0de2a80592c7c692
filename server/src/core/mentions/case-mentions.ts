import type { FrameworkItem } from '../frameworks/framework-set.ts';
import { oncePer } from '../memory/once-per.ts';
import type { Source } from '../model/case-model.ts';
import { entryOf, textOf } from '../syntax/yaml-node.ts';
import { byStart, touches, type Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';
import { isSameReferent, mention, type Mention, type Referent } from './referent.ts';

/** Everything that a case names and that is known: its items, sources, frameworks and template, and the case itself; in reading order. */
export const caseMentions = oncePer((analysis: CaseAnalysis): readonly Mention[] => {
  const found = [...frontMatterMentions(analysis), ...itemMentions(analysis), ...sourceMentions(analysis)];
  // A citation in marks that lie in each other is found in each, and YAML can say one thing in two places by an alias.
  const each = new Map(found.map((one) => [`${one.referent.kind} ${one.span.start}`, one]));
  return [...each.values()].sort((a, b) => byStart(a.span, b.span));
});

/** What is named at an offset; where a mark stands in a heading that marks itself, the mark. */
export function mentionAt(analysis: CaseAnalysis, offset: number): Mention | undefined {
  const length = ({ span }: Mention): number => span.end - span.start;
  const touching = caseMentions(analysis).filter(({ span }) => touches(span, offset) || (analysis.text[span.start - 1] === '@' && offset === span.start - 1));
  return touching.sort((a, b) => length(a) - length(b))[0];
}

/** The places of a case that name one thing, in reading order. */
export function mentionsOf(analysis: CaseAnalysis, referent: Referent): Mention[] {
  return caseMentions(analysis).filter((one) => isSameReferent(one.referent, referent));
}

/** What a source's id means in a case: the entry that it leads to. */
export function sourceReferent({ id, uri }: Source, caseUri: string): Referent {
  return { kind: 'source', id, uri: uri ?? caseUri };
}

function* frontMatterMentions({ uri, text, model, project, sources }: CaseAnalysis): Generator<Mention> {
  if (model.id !== '') yield mention({ kind: 'case', id: model.id, uri }, text, model.idSpan, true);
  for (const { id, span } of model.frameworks ?? []) {
    const framework = project.frameworks.get(id);
    if (framework) yield mention({ kind: 'framework', id, uri: framework.uri }, text, span);
  }
  const template = entryOf(model.fields, 'template')?.value;
  const templateName = textOf(template);
  if (template && templateName !== undefined && project.templates.has(templateName)) yield mention({ kind: 'template', id: templateName }, text, template.span);
  for (const { id, idSpan } of model.sources) {
    const source = sources.get(id);
    if (source) yield mention(sourceReferent(source, uri), text, idSpan, true);
  }
}

/** Where a case names items, mark by mark and finding by finding, each with its item. */
export function* itemMentions({ text, model, coverage, frameworks }: CaseAnalysis): Generator<Mention & { readonly item: FrameworkItem }> {
  const referentOf = ({ item, framework }: FrameworkItem): Referent => ({ kind: 'item', id: item.id, uri: framework.uri });
  for (const { itemId, itemSpan } of model.findings) {
    const item = frameworks.byId.get(itemId);
    if (item) yield { item, ...mention(referentOf(item), text, itemSpan) };
  }
  for (const { item, form, nameSpan } of coverage.marks) {
    const referent = referentOf(item);
    if (form === 'heading') yield { item, referent, span: nameSpan, isDeclaration: false, reads: 'label' };
    else yield { item, ...mention(referent, text, nameSpan) };
  }
}

function* sourceMentions({ uri, text, model, coverage, sources }: CaseAnalysis): Generator<Mention> {
  const at = function* (id: string, span: Span): Generator<Mention> {
    const source = sources.get(id);
    if (source) yield mention(sourceReferent(source, uri), text, span);
  };
  for (const { id, idSpan } of model.citations) yield* at(id, idSpan);
  for (const mark of coverage.marks) for (const { id, span } of mark.sources) yield* at(id, span);
}
