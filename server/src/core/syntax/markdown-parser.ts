import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Span } from '../text/span.ts';
import { MOST_BLOCKS } from './beyond-parsing.ts';

/** Parses Markdown; positions count from the start of the text given. */
export type ParseMarkdown = (text: string) => Root;

/** What parses a document. Its front matter is read apart: `---` in the body is a rule. */
export interface MarkdownParsers {
  readonly body: ParseMarkdown;
  /** How many blocks of one document it is asked to parse. */
  readonly mostBlocks: number;
}

/** What our parser adds to a directive node: where each of its attributes stands. */
export interface DirectiveData {
  attributeSpans?: Span[];
}

/**
 * Parses CommonMark with generic directives. It throws on nothing that the libraries accept;
 * `parseBlock` guards against what they do not.
 */
export function createMarkdownParsers(mostBlocks = MOST_BLOCKS): MarkdownParsers {
  const body = unified().use(remarkParse).use(remarkDirective).use(recordAttributeSpans).freeze();
  return { body: (text) => body.parse(withSpaceBehindNames(text)), mostBlocks };
}

/** remark-directive takes a tab behind a directive's name for a part of the name; a space, which is as long, it does not. */
export function withSpaceBehindNames(text: string): string {
  return text.replace(/(:[\p{L}\p{N}_-]+)\t/gu, '$1 ');
}

/** The little of mdast-util-from-markdown's context and tokens that the recorder needs. */
interface Token {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}
interface CompileContext {
  readonly stack: { readonly type: string; data?: DirectiveData | undefined }[];
}

/**
 * remark-directive keeps the values of attributes but not their places, and Casewright needs the places for ranges,
 * completion and renames. The tokens have them: this notes each attribute's span on its directive.
 */
export function recordAttributeSpans(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] };
  const record = function (this: CompileContext, token: Token): void {
    const directive = this.stack.findLast((node) => node.type.endsWith('Directive'));
    if (!directive) return;
    directive.data ??= {};
    (directive.data.attributeSpans ??= []).push({ start: token.start.offset, end: token.end.offset });
  };
  (data.fromMarkdownExtensions ??= []).push({
    enter: { directiveTextAttribute: record, directiveLeafAttribute: record, directiveContainerAttribute: record },
  });
}
