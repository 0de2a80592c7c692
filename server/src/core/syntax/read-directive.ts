import type { Node } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Span } from '../text/span.ts';
import type { Directive, DirectiveAttribute } from './block.ts';
import type { DirectiveData } from './markdown-parser.ts';
import { spanOf } from './node-span.ts';

const FORMS = { textDirective: 'text', leafDirective: 'leaf', containerDirective: 'container' } as const;

/** The directive of a syntax node, with the places of its name, text and attributes in `text`. */
export function readDirective(text: string, node: TextDirective | LeafDirective | ContainerDirective, host: Span | undefined): Directive {
  const form = FORMS[node.type];
  const span = withoutTrailingSpace(text, spanOf(node));
  let nameStart = span.start;
  while (text[nameStart] === ':') nameStart += 1;
  const nameEnd = nameStart + node.name.length;
  // A bracket that is never closed is text.
  const hasLabel = text[nameEnd] === '[' && span.end > nameEnd;
  const attributeSpans = (node.data as DirectiveData | undefined)?.attributeSpans ?? [];
  return {
    form,
    name: node.name,
    nameSpan: { start: nameStart, end: nameEnd },
    span,
    content: form === 'container' ? containerContent(node, span) : hasLabel ? labelContent(node, nameEnd) : undefined,
    hasLabel,
    closed: form !== 'container' || isClosed(text.slice(span.start, span.end), nameStart - span.start),
    attributes: attributeSpans.flatMap((attribute) => readAttribute(text, attribute)),
    host: form === 'text' ? host : undefined,
  };
}

/** Whether a container ends with a line of as many colons as it begins with: fewer are text of it, or close another one in it. */
function isClosed(container: string, colons: number): boolean {
  const fence = /[\r\n][ \t>]*(:{3,})[ \t]*$/.exec(container)?.[1] ?? '';
  return fence.length >= colons;
}

/** A container that is never closed would otherwise end with whatever blank lines follow it. */
function withoutTrailingSpace(text: string, span: Span): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
}

function labelContent(node: TextDirective | LeafDirective | ContainerDirective, nameEnd: number): Span {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) return { start: nameEnd + 1, end: nameEnd + 1 };
  return { start: spanOf(first).start, end: spanOf(last).end };
}

function containerContent(node: TextDirective | LeafDirective | ContainerDirective, span: Span): Span {
  const blocks = (node.children as Node[]).filter((child) => !(child.data as { directiveLabel?: boolean } | undefined)?.directiveLabel);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return { start: span.end, end: span.end };
  return { start: spanOf(first).start, end: spanOf(last).end };
}

/** `name`, `name=value`, `name="value"`; the shorthands `.class` and `#id` say nothing to Casewright and are left out. */
export function readAttribute(text: string, token: Span): DirectiveAttribute[] {
  // The parser's token goes on over space behind a bare word, where an equals sign could have followed.
  const span = withoutTrailingSpace(text, token);
  const match = /^([^\s=.#][^\s=]*)(?:(\s*=\s*)(["']?)([\s\S]*?)\3)?$/.exec(text.slice(span.start, span.end));
  if (!match) return [];
  const [, name = '', equals, quote = '', value] = match;
  if (equals === undefined || value === undefined) return [{ name, span, value: undefined, valueSpan: undefined }];
  const start = span.start + name.length + equals.length + quote.length;
  return [{ name, span, value, valueSpan: { start, end: start + value.length } }];
}
