import type { Node } from 'mdast';
import type { Span } from '../text/span.ts';

/** Where a syntax node stands; every node that the parser makes has a position. */
export function spanOf(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
