import type { Node, Parent, Root } from 'mdast';
import { spanOf } from '../../syntax/node-span.ts';

/**
 * What a tree says, apart from places and from some of its directives, as plain values that can be compared: a directive
 * that is left out stands there as what is in it. Spaces count as one, and at the edges of a paragraph not at all.
 * @param isLeftOut by where the directive starts
 */
export function meaningOfTree(root: Root, isLeftOut: (offset: number) => boolean): unknown {
  return meaningsOf(root, isLeftOut);
}

function meaningsOf(parent: Parent, isLeftOut: (offset: number) => boolean): unknown[] {
  const parts: unknown[] = [];
  const add = (part: unknown): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  for (const node of parent.children) {
    const said = meaningOf(node, isLeftOut);
    const last = parts.at(-1);
    // A tag has a blank before it that is there for its sake.
    if (said.length === 0 && node.type === 'textDirective' && typeof last === 'string') parts[parts.length - 1] = last.replace(/[ \t]$/, '');
    for (const part of said) add(part);
  }
  const tidy = parts.map((part, index) => (typeof part === 'string' ? tidied(part, index === 0, index === parts.length - 1) : part));
  return tidy.filter((part) => part !== '');
}

function meaningOf(node: Node, isLeftOut: (offset: number) => boolean): unknown[] {
  if (node.type === 'text' && 'value' in node && typeof node.value === 'string') return [node.value];
  const { data } = node;
  const said = Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'position' && key !== 'data' && key !== 'children'));
  if (!('children' in node)) return [said];
  const children = meaningsOf(node as Parent, isLeftOut);
  if (node.type === 'paragraph' && children.length === 0) return [];
  if (isDirective(node) && isLeftOut(spanOf(node).start)) {
    // What stands in the brackets of `::P6[text]` is a paragraph once they are gone.
    return node.type === 'leafDirective' && children.length > 0 ? [{ type: 'paragraph', children }] : children;
  }
  const isLabel = (data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
  return [{ ...said, children, ...(isLabel ? { isLabel } : {}) }];
}

function isDirective({ type }: Node): boolean {
  return type === 'textDirective' || type === 'leafDirective' || type === 'containerDirective';
}

/** @param isFirst, isLast whether nothing but text stands before or behind it in its parent */
function tidied(text: string, isFirst: boolean, isLast: boolean): string {
  const single = text.replace(/\s+/g, ' ');
  const trimmed = isFirst ? single.trimStart() : single;
  return isLast ? trimmed.trimEnd() : trimmed;
}
