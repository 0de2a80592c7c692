import type { Node, Parent, Root } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { Span } from '../text/span.ts';
import { spanOf } from './node-span.ts';
import { commentsIn, emptyOutline, isInAddress, type Outline } from './outline.ts';
import { readDirective } from './read-directive.ts';

/** The outline of a text, from the parser's tree of it. */
export function outlineOfTree(text: string, root: Root): Outline {
  const outline = emptyOutline();
  visitParents(root, (node, ancestors) => {
    const span = spanOf(node);
    switch (node.type) {
      case 'heading':
        outline.hosts.push(span);
        if (ancestors.length === 1) outline.headings.push({ depth: node.depth, span, ...headingText(text, node, span) });
        return;
      case 'paragraph':
        outline.hosts.push(span);
        if (!isDirectiveLabel(node)) outline.paragraphs.push(span);
        return;
      case 'text':
        (ancestors.some((ancestor) => ancestor.type === 'heading') ? outline.headingProse : outline.prose).push(span);
        return;
      case 'html':
        outline.comments.push(...commentsIn(text, span));
        return;
      case 'blockquote':
        outline.quotations.push(span);
        return;
      case 'code':
      case 'inlineCode':
        outline.code.push(span);
        return;
      case 'definition':
        outline.definitions.push({ label: node.identifier, inContainer: ancestors.some((ancestor) => ancestor.type === 'containerDirective') });
        return;
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        if (isBare(node, span)) {
          if (isInAddress(text, span)) {
            outline.prose.push(span);
            return;
          }
          (/^\d/.test(node.name) ? outline.prose : outline.bare).push(span);
        }
        if (node.type === 'leafDirective') outline.hosts.push(span);
        outline.directives.push(readDirective(text, node, hostOf(ancestors)));
        return;
      default:
    }
    return;
  });
  return outline;
}

/** Whether a directive is nothing but a colon and a name; `:30` in "10:30" is one, to the parser. */
function isBare(node: Node & { name: string }, span: Span): boolean {
  return node.type === 'textDirective' && span.end - span.start === node.name.length + 1;
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
