import type { Node, Parent, Root } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { readClaims } from '../claims/read-claims.ts';
import { encloses, type Span } from '../text/span.ts';
import { wordStarts } from '../text/words.ts';
import { isBeyondParsing } from './beyond-parsing.ts';
import type { Block, Comment, Directive, Heading } from './block.ts';
import { spanOf } from './node-span.ts';
import { readDirective } from './read-directive.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { scanCitations } from './scan-citations.ts';
import { scanPlaceholders } from './scan-placeholders.ts';

/** Parses one block and keeps what Casewright needs. Never throws, and never takes long: see `isBeyondParsing`. */
export function parseBlock(text: string, parse: ParseMarkdown): Block {
  if (isBeyondParsing(text)) return plainBlock(text);
  try {
    return collect(text, parse(text));
  } catch {
    // The parser is recursive; only absurd nesting gets here.
    return plainBlock(text);
  }
}

/** A block that is taken as nothing but words and citations. */
function plainBlock(text: string): Block {
  const paragraph = { start: 0, end: text.length };
  const base = { headings: [], directives: [], comments: [], code: [], placeholders: [], claims: [] };
  return { ...base, text, paragraphs: [paragraph], citations: scanCitations(text), words: wordStarts(text) };
}

function collect(text: string, root: Root): Block {
  const headings: Heading[] = [];
  const paragraphs: Span[] = [];
  const directives: Directive[] = [];
  const comments: Comment[] = [];
  const code: Span[] = [];
  const prose: Span[] = [];
  /** Directives of a name alone, such as the “:2010” that the parser sees in [@doe:2010]. */
  const bare: Span[] = [];
  const headingProse: Span[] = [];
  const quotations: Span[] = [];

  visitParents(root, (node, ancestors) => {
    const span = spanOf(node);
    switch (node.type) {
      case 'heading':
        if (ancestors.length === 1) headings.push({ depth: node.depth, span, ...headingText(text, node, span) });
        return;
      case 'paragraph':
        if (!isDirectiveLabel(node)) paragraphs.push(span);
        return;
      case 'text':
        (ancestors.some((ancestor) => ancestor.type === 'heading') ? headingProse : prose).push(span);
        return;
      case 'html':
        comments.push(...commentsIn(text, span));
        return;
      case 'blockquote':
        quotations.push(span);
        return;
      case 'code':
      case 'inlineCode':
        code.push(span);
        return;
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        if (isBare(node, span)) {
          if (isInAddress(text, span)) {
            prose.push(span);
            return;
          }
          (/^\d/.test(node.name) ? prose : bare).push(span);
        }
        directives.push(readDirective(text, node, hostOf(ancestors)));
        return;
      default:
    }
    return;
  });

  const masked = keepOnly(text, prose);
  const citable = [...prose, ...bare].sort((a, b) => a.start - b.start);
  const citations = scanCitations(keepOnly(text, citable));
  const clusters = citations.map((citation) => citation.clusterSpan);
  const plain = blankOut(masked, clusters);
  const words = wordStarts(plain);
  const placeholders = scanPlaceholders(masked, paragraphs);
  const stated = paragraphs.filter((paragraph) => !quotations.some((quotation) => encloses(quotation, paragraph)));
  const claims = readClaims(plain, stated);
  const allCitations = [...scanCitations(keepOnly(text, headingProse)), ...citations].sort((a, b) => a.idSpan.start - b.idSpan.start);
  const outsideKeys = directives.filter(({ span }) => !citations.some(({ idSpan }) => encloses(idSpan, span)));
  return { text, headings, paragraphs, directives: outsideKeys, citations: allCitations, comments, code, words, placeholders, claims };
}

/** Whether a directive is nothing but a colon and a name; `:30` in "10:30" is one, to the parser. */
function isBare(node: Node & { name: string }, span: Span): boolean {
  return node.type === 'textDirective' && span.end - span.start === node.name.length + 1;
}

/** Whether a name with a colon is a piece of a path, of a web or of a mail address: `C:P3`, `http://P3:P4@x.dk`. */
function isInAddress(text: string, span: Span): boolean {
  const before =
    text
      .slice(Math.max(0, span.start - 200), span.start)
      .split(/[\s()[\]<>]/)
      .at(-1) ?? '';
  return /^[A-Za-z]$|:\/\/|[@\\]/.test(before) || /^@\w/.test(text.slice(span.end, span.end + 2));
}

/** The paragraph, or the top-level heading, that a directive stands in. */
function hostOf(ancestors: readonly Node[]): Span | undefined {
  const host = ancestors.findLast((node) => node.type === 'paragraph' || node.type === 'heading');
  return host && spanOf(host);
}

function headingText(text: string, heading: Parent, span: Span): { text: string; textSpan: Span } {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  if (!first || !last) return { text: '', textSpan: { start: span.end, end: span.end } };
  const textSpan = { start: spanOf(first).start, end: spanOf(last).end };
  const parts: Span[] = [];
  visitParents(heading as Root, (node) => {
    if (node.type === 'textDirective') return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(spanOf(node));
    return;
  });
  return {
    text: parts
      .map((part) => text.slice(part.start, part.end))
      .join('')
      .trim(),
    textSpan,
  };
}

function isDirectiveLabel(node: Node): boolean {
  return (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}

function commentsIn(text: string, span: Span): Comment[] {
  return Array.from(text.slice(span.start, span.end).matchAll(/<!--([\s\S]*?)(?:-->|$)/g), (match) => ({
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
    text: match[1] ?? '',
  }));
}

/** `text` with everything outside `spans` replaced by spaces, and character references too: "&amp;" is no word. */
function keepOnly(text: string, spans: readonly Span[]): string {
  let masked = '';
  for (const span of spans) {
    masked += blank(text.slice(masked.length, span.start));
    masked += text.slice(Math.max(span.start, masked.length), span.end).replace(/&(?:#\w+|\w+);/g, blank);
  }
  return masked + blank(text.slice(masked.length));
}

/** `text` with the sorted `spans` (which may repeat) replaced by spaces. */
function blankOut(text: string, spans: readonly Span[]): string {
  let result = '';
  for (const { start, end } of spans) {
    if (start < result.length) continue;
    result += text.slice(result.length, start) + blank(text.slice(start, end));
  }
  return result + text.slice(result.length);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
