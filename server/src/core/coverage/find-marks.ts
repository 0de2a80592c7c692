import type { FrameworkItem, FrameworkSet } from '../frameworks/framework-set.ts';
import type { CaseModel, Section } from '../model/case-model.ts';
import { isOneOf, STANCES } from '../model/vocabulary.ts';
import type { Citation, Directive, DirectiveAttribute } from '../syntax/block.ts';
import { firstAtOrAfter } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Mark, SourceUse } from './mark.ts';

/**
 * All marks of a case, in reading order: directives that name an item of the case's frameworks, and headings that are
 * an item's label or alias.
 */
export function findMarks(model: CaseModel, frameworks: FrameworkSet): Mark[] {
  const fromDirectives = model.directives.flatMap((directive) => {
    const item = frameworks.byId.get(directive.name);
    return item ? [markOfDirective(model, directive, item)] : [];
  });
  const fromHeadings = model.sections.flatMap((section) => {
    const item = frameworks.byLabel.get(section.key);
    return item ? [markOfHeading(model, section, item)] : [];
  });
  return [...fromDirectives, ...fromHeadings].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

function markOfDirective(model: CaseModel, directive: Directive, item: FrameworkItem): Mark {
  const { form, span } = markedText(model, directive);
  const attribute = (name: string): DirectiveAttribute | undefined => directive.attributes.find((candidate) => candidate.name === name);
  return {
    item,
    form,
    span,
    nameSpan: directive.nameSpan,
    stances: directive.attributes.flatMap(({ name, value }) => (value === undefined && isOneOf(STANCES, name) ? [name] : [])),
    sources: [...sourcesNamed(attribute('src')), ...sourcesCited(model.citations, span)],
    note: attribute('note')?.value,
  };
}

/** The sources of a `src` attribute: ids separated by spaces, commas or semicolons, with or without `@`. */
export function sourcesNamed(attribute: DirectiveAttribute | undefined): SourceUse[] {
  const { value, valueSpan } = attribute ?? {};
  if (value === undefined || !valueSpan) return [];
  return Array.from(value.matchAll(/@?([^\s,;@]+)/g), (match) => {
    const end = valueSpan.start + match.index + match[0].length;
    const id = match[1] ?? '';
    return { id, span: { start: end - id.length, end } };
  });
}

/** The citations in a span; the case's citations are sorted. */
function sourcesCited(citations: readonly Citation[], span: Span): SourceUse[] {
  const startOf = (citation: Citation): number => citation.idSpan.start;
  return citations
    .slice(firstAtOrAfter(citations, span.start, startOf), firstAtOrAfter(citations, span.end, startOf))
    .filter((citation) => encloses(span, citation.idSpan))
    .map(({ id, idSpan }) => ({ id, span: idSpan }));
}

function markedText(model: CaseModel, directive: Directive): Pick<Mark, 'form' | 'span'> {
  if (directive.form === 'container') return { form: 'container', span: directive.content ?? directive.span };
  if (directive.hasLabel && directive.content) return { form: 'text', span: directive.content };
  const section = sectionAt(model.sections, directive.host?.start ?? directive.span.start);
  if (directive.host && !(section && encloses(section.headingSpan, directive.host))) return { form: 'paragraph', span: directive.host };
  // A tagged heading tags its section; a leaf (`::P6` on a line of its own) stands between paragraphs and tags the one around it.
  const beforeSections = { start: model.bodyStart, end: model.sections[0]?.headingSpan.start ?? model.syntax.text.length };
  return { form: 'section', span: section?.bodySpan ?? beforeSections };
}

/** The innermost section that a place belongs to, its heading included; undefined before the first heading. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections[firstAtOrAfter(sections, offset + 1, (section) => section.headingSpan.start) - 1];
}

function markOfHeading(model: CaseModel, section: Section, item: FrameworkItem): Mark {
  return {
    item,
    form: 'heading',
    span: section.bodySpan,
    nameSpan: section.textSpan,
    stances: [],
    sources: sourcesCited(model.citations, section.bodySpan),
    note: undefined,
  };
}
