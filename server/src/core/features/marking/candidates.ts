import type { Node, Parent, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { spanOf } from '../../syntax/node-span.ts';
import { encloses, overlaps, type Span } from '../../text/span.ts';
import { textOf, widened } from './inline-span.ts';
import { fenceAround, type Piece } from './piece.ts';

/** How many paragraphs of one selection get marks of their own. */
const MOST_TEXTS = 30;
/** The second line of a table of GitHub's Markdown: what is read as a paragraph here is a table elsewhere. */
const TABLE = /^(?=[^\r\n]*-)(?=[^\r\n]*\|)[ \t>|:-]+$/m;

/**
 * The ways to mark a selection, the best first: each is one or several pieces that cover it. Whether one of them leaves
 * everything else as it is has to be tried.
 * @param selection without space at its ends; empty: what the cursor stands in is meant
 * @param source what the places of `root` count from
 */
export function candidates(source: string, root: Root, selection: Span): (readonly Piece[])[] {
  const path = pathTo(root, selection);
  const host = path.findLast((node): node is Parent => node.type === 'paragraph' || node.type === 'heading' || node.type === 'leafDirective');
  if (!host) return selection.start === selection.end ? [] : flowCandidates(source, path, selection);
  const end = textOf(host)?.end;
  if (host.type === 'heading') return path[1] === host && end !== undefined ? [[{ form: 'section', at: end }]] : [];
  const around = container(source, [host]);
  const isTable = isInTable(source, host);
  const tag: Piece[][] = end === undefined || isTable || host.type === 'leafDirective' ? [] : [[{ form: 'paragraph', at: end }]];
  if (selection.start === selection.end) return [...tag, around];
  const inline = path.slice(path.indexOf(host)).reverse();
  const texts = inline.flatMap((node) => (isParent(node) ? textPieces(source, node, selection, isTable) : []));
  return [...texts.map((piece) => [piece]), ...tag, around];
}

/** A selection over several blocks. */
function flowCandidates(source: string, path: readonly Node[], selection: Span): (readonly Piece[])[] {
  const parents = path.filter(isParent);
  const innermost = parents.at(-1);
  if (!innermost) return [];
  const texts = textsIn(source, innermost, selection);
  // A list is marked as a whole, or by what its items say: lines of colons between its items would part it.
  const parent = innermost.type === 'list' ? (parents.at(-2) ?? innermost) : innermost;
  const touched = parent.children.filter((child) => overlaps(spanOf(child), selection));
  const blocks = runsWithoutHeadings(touched).flatMap((run) => container(source, run));
  const isWhole = touched.every((child) => encloses(selection, spanOf(child)));
  return isWhole ? [blocks, texts] : [texts, blocks];
}

/** A piece for what is selected of each paragraph. */
function textsIn(source: string, parent: Parent, selection: Span): Piece[] {
  const pieces: Piece[] = [];
  visitParents(parent, 'paragraph', (node: Parent) => {
    const span = spanOf(node);
    if (overlaps(span, selection)) pieces.push(...textPieces(source, node, common(span, selection), isInTable(source, node)));
  });
  return pieces.length > MOST_TEXTS ? [] : pieces;
}

/** In a table a mark must stay in its cell. */
function textPieces(source: string, parent: Parent, selection: Span, isTable: boolean): Piece[] {
  const span = widened(source, parent, selection);
  return span && !(isTable && /[|\r\n]/.test(source.slice(span.start, span.end))) ? [{ form: 'text', span }] : [];
}

/** Lines of colons around blocks; none where the last of them does not end with its line, as one that is not closed. */
function container(source: string, blocks: readonly Node[]): Piece[] {
  const start = Math.min(...blocks.map((block) => spanOf(block).start));
  const end = Math.max(...blocks.map((block) => spanOf(block).end));
  const lineEnd = end + (/^[ \t]*/.exec(source.slice(end, end + 100))?.[0].length ?? 0);
  if (lineEnd < source.length && !/[\r\n]/.test(source.charAt(lineEnd))) return [];
  return [{ form: 'container', span: { start, end: lineEnd }, fence: fenceAround(source.slice(start, end)) }];
}

/** Headings stay outside of containers, in which they would not be headings of the case. */
function runsWithoutHeadings(blocks: readonly Node[]): Node[][] {
  const runs: Node[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading') runs.push([]);
    else runs.at(-1)?.push(block);
  }
  return runs.filter((run) => run.length > 0);
}

/** The nodes that hold a span, from the root to the innermost. */
function pathTo(root: Root, span: Span): Node[] {
  const path: Node[] = [root];
  for (let node: Node | undefined = root; node;) {
    const inner: Node | undefined = isParent(node) ? node.children.find((child) => encloses(spanOf(child), span)) : undefined;
    if (inner) path.push(inner);
    node = inner;
  }
  return path;
}

function isInTable(source: string, host: Parent): boolean {
  const { start, end } = spanOf(host);
  return TABLE.test(source.slice(start, end));
}

function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}
