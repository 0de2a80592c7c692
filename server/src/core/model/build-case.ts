import type { Citation, Comment, Directive } from '../syntax/block.ts';
import type { PlacedBlock, SyntaxDocument } from '../syntax/syntax-document.ts';
import type { FrontMatter } from '../syntax/front-matter.ts';
import { entryOf, textOf, type YamlEntry, type YamlMap } from '../syntax/yaml-node.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { CaseHeader, CaseModel } from './case-model.ts';
import { readFindings, readFrameworks, readSources } from './read-fields.ts';
import { readSections } from './read-sections.ts';

/**
 * The case that a document holds; undefined when it holds none (no front matter with the key `case`). A file that is
 * not a case is nobody's business.
 * @param previous an earlier version of the case: what is read from the front matter is taken from it, if that is the same
 */
export function buildCase(syntax: SyntaxDocument, previous?: CaseModel): CaseModel | undefined {
  const { frontMatter, blocks } = syntax;
  if (!frontMatter) return undefined;
  const header = previous?.frontMatter === frontMatter ? previous.header : readHeader(frontMatter, syntax.text);
  if (!header) return undefined;
  return {
    ...header,
    header,
    syntax,
    sections: readSections(blocks, syntax.text.length),
    paragraphs: place(blocks, (block) => block.paragraphs, shiftSpan),
    directives: place(blocks, (block) => block.directives, shiftDirective),
    citations: place(blocks, (block) => block.citations, shiftCitation),
    comments: place(blocks, (block) => block.comments, shiftComment),
    code: place(blocks, (block) => block.code, shiftSpan),
    words: place(
      blocks,
      (block) => block.words,
      (word, by) => word + by,
    ),
    placeholders: place(blocks, (block) => block.placeholders, shiftSpan),
    claims: place(
      blocks,
      (block) => block.claims,
      (claim, by) => ({ ...claim, span: shiftSpan(claim.span, by) }),
    ),
  };
}

/** What the front matter says; undefined where it does not say what case it is of. */
function readHeader(frontMatter: FrontMatter, text: string): CaseHeader | undefined {
  const fields: YamlMap = frontMatter.root?.kind === 'map' ? frontMatter.root : { kind: 'map', entries: [], span: frontMatter.content, flow: false };
  const id = entryOf(fields, 'case') ?? unreadCaseKey(text, frontMatter);
  if (!id) return undefined;
  return {
    frontMatter,
    id: textOf(id.value) ?? '',
    idSpan: id.value.span,
    title: textOf(entryOf(fields, 'title')?.value),
    fields,
    frameworks: readFrameworks(fields),
    sources: readSources(fields),
    findings: readFindings(fields),
    bodyStart: frontMatter.span.end,
  };
}

/** Where YAML is so broken that the key `case` was swallowed, the file is still a case: its author must be told. */
function unreadCaseKey(text: string, { content, problems }: FrontMatter): YamlEntry | undefined {
  if (problems.length === 0) return undefined;
  const match = /^(case[ \t]*:[ \t]*)([^\r\n]*)/m.exec(text.slice(content.start, content.end));
  if (!match) return undefined;
  const [, before = '', rest = ''] = match;
  const value = rest.trimEnd();
  const start = content.start + match.index;
  const valueStart = start + before.length;
  return { key: 'case', keySpan: { start, end: start + 4 }, value: { kind: 'scalar', value, span: { start: valueStart, end: valueStart + value.length } } };
}

/** The facts of all blocks, moved to where the blocks stand in the document. */
function place<T>(blocks: readonly PlacedBlock[], facts: (block: PlacedBlock['block']) => readonly T[], move: (fact: T, by: number) => T): T[] {
  return blocks.flatMap(({ start, block }) => facts(block).map((fact) => move(fact, start)));
}

function shiftOptional(span: Span | undefined, by: number): Span | undefined {
  return span && shiftSpan(span, by);
}

function shiftDirective(directive: Directive, by: number): Directive {
  return {
    ...directive,
    nameSpan: shiftSpan(directive.nameSpan, by),
    span: shiftSpan(directive.span, by),
    content: shiftOptional(directive.content, by),
    host: shiftOptional(directive.host, by),
    attributes: directive.attributes.map((attribute) => ({
      ...attribute,
      span: shiftSpan(attribute.span, by),
      valueSpan: shiftOptional(attribute.valueSpan, by),
    })),
  };
}

function shiftCitation(citation: Citation, by: number): Citation {
  return { ...citation, idSpan: shiftSpan(citation.idSpan, by), clusterSpan: shiftSpan(citation.clusterSpan, by) };
}

function shiftComment(comment: Comment, by: number): Comment {
  return { ...comment, span: shiftSpan(comment.span, by) };
}
