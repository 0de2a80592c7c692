import type { FrontMatter } from '../syntax/front-matter.ts';
import type { SyntaxDocument } from '../syntax/syntax-document.ts';
import { entryOf, textOf, type YamlEntry, type YamlMap } from '../syntax/yaml-node.ts';
import { BodyWords } from './body-words.ts';
import type { CaseHeader, CaseModel } from './case-model.ts';
import { PlacedFacts } from './placed-facts.ts';
import { readFindings, readFrameworks, readSources } from './read-fields.ts';
import { readSections } from './read-sections.ts';

/**
 * The case that a document holds; undefined when it holds none (no front matter with the key `case`). A file that is
 * not a case is nobody's business.
 * @param previous an earlier version of the case: what is read from the front matter is taken from it, if that is the same
 */
export function buildCase(syntax: SyntaxDocument, previous?: CaseModel): CaseModel | undefined {
  const { frontMatter } = syntax;
  if (!frontMatter) return undefined;
  const header = previous?.frontMatter === frontMatter ? previous.header : readHeader(frontMatter, syntax.text);
  return header && new ReadCase(header, syntax);
}

class ReadCase extends PlacedFacts implements CaseModel {
  readonly syntax: SyntaxDocument;
  readonly header: CaseHeader;
  readonly frontMatter: CaseHeader['frontMatter'];
  readonly id: CaseHeader['id'];
  readonly idSpan: CaseHeader['idSpan'];
  readonly title: CaseHeader['title'];
  readonly fields: CaseHeader['fields'];
  readonly frameworks: CaseHeader['frameworks'];
  readonly sources: CaseHeader['sources'];
  readonly findings: CaseHeader['findings'];
  readonly bodyStart: CaseHeader['bodyStart'];
  readonly sections: CaseModel['sections'];
  readonly bodyWords: BodyWords;

  constructor(header: CaseHeader, syntax: SyntaxDocument) {
    super(syntax.blocks);
    this.syntax = syntax;
    this.header = header;
    this.frontMatter = header.frontMatter;
    this.id = header.id;
    this.idSpan = header.idSpan;
    this.title = header.title;
    this.fields = header.fields;
    this.frameworks = header.frameworks;
    this.sources = header.sources;
    this.findings = header.findings;
    this.bodyStart = header.bodyStart;
    this.sections = readSections(syntax.blocks, syntax.text.length);
    this.bodyWords = new BodyWords(syntax.blocks);
  }
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
