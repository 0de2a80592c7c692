import type { CaseModel } from '../../server/src/core/model/case-model.ts';
import type { YamlNode, YamlText } from '../../server/src/core/syntax/yaml-node.ts';
import { encloses, type Span } from '../../server/src/core/text/span.ts';
import type { CaseAnalysis } from '../../server/src/core/workspace/case-analysis.ts';

/** Everything of an analysed case that stands where its text says something else, or outside of its text. */
export function misplacedIn(analysis: CaseAnalysis): string[] {
  const { text, model, findings, coverage } = analysis;
  const findingSpans = findings.flatMap(({ span, related = [] }) => [span, ...related.flatMap((place) => (place.uri === undefined ? [place.span] : []))]);
  const markSpans = coverage.items.flatMap(({ marks }) => marks.map(({ span }) => span));
  return [
    ...outside('finding', text, findingSpans),
    ...outside('mark', text, markSpans),
    ...outside('placeholder', text, model.placeholders),
    ...outside('paragraph', text, model.paragraphs),
    ...outside('code', text, model.code),
    ...outside('claim', text, model.claims.map(({ span }) => span)), // prettier-ignore
    ...misplacedYaml(text, { root: model.fields, problems: model.frontMatter.problems }, model.frontMatter.content),
    ...misplacedHeadings(text, model),
    ...misplacedDirectives(text, model),
    ...misplacedCitations(text, model),
    ...misplacedComments(text, model),
    ...Array.from(model.words).flatMap((start) =>
      /^[\p{L}\p{N}]/u.test(text.slice(start)) ? [] : [`word at ${start} begins with “${text.slice(start, start + 5)}”`],
    ),
  ];
}

/** Spans that are not in the text. */
export function outside(what: string, text: string, spans: readonly Span[]): string[] {
  const isInside = ({ start, end }: Span): boolean => start >= 0 && start <= end && end <= text.length;
  return spans.filter((span) => !isInside(span)).map(({ start, end }) => `${what} at ${start}–${end} of ${text.length}`);
}

/** Values of YAML and keys that stand outside `whole`, and scalars of YAML without problems that are written otherwise where they are said to stand. */
export function misplacedYaml(text: string, { root, problems }: YamlText, whole: Span): string[] {
  const nodes = root ? nodesIn(root) : [];
  const strangers = nodes
    .filter(({ span }) => span.start > span.end || !encloses(whole, span))
    .map(({ span, value }) => `${String(value)} at ${span.start}–${span.end}`);
  return [...strangers, ...(problems.length > 0 ? [] : nodes.flatMap(({ span, value }) => differingScalar(text, span, value)))];
}

/** All keys and values; groups and lists, and keys that are such, without a value. */
function nodesIn(node: YamlNode): { readonly span: Span; readonly value: unknown }[] {
  if (node.kind === 'scalar') return [node];
  const here = { span: node.span, value: undefined };
  if (node.kind === 'seq') return [here, ...node.items.flatMap(nodesIn)];
  return [here, ...node.entries.flatMap(({ key, keySpan, value }) => [{ span: keySpan, value: key || undefined }, ...nodesIn(value)])];
}

/** A text on one line, without escapes, stands there as it is. */
function differingScalar(text: string, { start, end }: Span, value: unknown): string[] {
  const source = text.slice(start, end);
  if (typeof value !== 'string' || /[\r\n\\]|''|^[&*!|>]/.test(source)) return [];
  const quoted = /^(["'])(.*)\1$/s.exec(source)?.[2];
  return (quoted ?? source) === value ? [] : [`“${value}” is at ${start}, where “${source}” stands`];
}

function differing(what: string, text: string, { start, end }: Span, expected: string): string[] {
  const found = text.slice(start, end);
  return found === expected ? [] : [`${what} “${expected}” is at ${start}, where “${found}” stands`];
}

function misplacedHeadings(text: string, { sections }: CaseModel): string[] {
  return sections.flatMap(({ heading, headingSpan, textSpan, bodySpan, ownSpan }) => [
    ...outside('section', text, [headingSpan, textSpan, bodySpan, ownSpan]),
    ...(encloses(headingSpan, textSpan) ? [] : [`heading “${heading}” is not in its heading`]),
    ...(/[^\p{L}\p{N} ]/u.test(text.slice(textSpan.start, textSpan.end)) ? [] : differing('heading', text, textSpan, heading)),
  ]);
}

function misplacedDirectives(text: string, { directives }: CaseModel): string[] {
  return directives.flatMap(({ name, nameSpan, span, content, attributes, host }) => [
    ...differing('directive', text, nameSpan, name),
    ...outside('directive', text, [span, ...(content ? [content] : []), ...(host ? [host] : [])]),
    ...(text[span.start] === ':' && (!content || encloses(span, content)) ? [] : [`directive “${name}” at ${span.start}`]),
    ...attributes.flatMap((attribute) => [
      ...differing('attribute', text, { start: attribute.span.start, end: attribute.span.start + attribute.name.length }, attribute.name),
      ...(attribute.valueSpan ? differing('attribute', text, attribute.valueSpan, attribute.value ?? '') : []),
    ]),
  ]);
}

function misplacedCitations(text: string, { citations }: CaseModel): string[] {
  return citations.flatMap(({ id, idSpan, clusterSpan }) => [
    ...differing('citation', text, idSpan, id),
    ...(/@\{?$/.test(text.slice(0, idSpan.start)) ? [] : [`citation “${id}” at ${idSpan.start} has no @`]),
    ...(encloses(clusterSpan, idSpan) && /^\[[^]*\]$/.test(text.slice(clusterSpan.start, clusterSpan.end)) ? [] : [`the brackets of “${id}”`]),
  ]);
}

function misplacedComments(text: string, { comments }: CaseModel): string[] {
  return comments.flatMap(({ span, text: said }) => {
    const source = text.slice(span.start, span.end);
    return source.startsWith('<!--') && source.endsWith('-->') && source.includes(said)
      ? []
      : [`comment “${said}” is at ${span.start}, where “${source}” stands`];
  });
}
