import type { Block, Directive, PlacedBlock } from '../../syntax/block.ts';
import type { MarkdownParsers } from '../../syntax/markdown-parser.ts';
import { parseSyntax, type SyntaxDocument } from '../../syntax/syntax-document.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { editedText, type Edited } from './edited-text.ts';
import { blocksTree, listEnd, listStart } from './region.ts';
import { meaningOfTree } from './tree-meaning.ts';

/** The document after edits that put in, change or take away marks, and what is needed to look at it. */
export interface Remarked {
  readonly syntax: SyntaxDocument;
  readonly edited: Edited;
  /** Only what the edits changed. */
  readonly blocks: readonly PlacedBlock[];
}

/** Tells the marks that edits are about from everything else, by where their directives start. */
export interface Concerned {
  readonly before: (offset: number) => boolean;
  readonly after: (offset: number, edited: Edited) => boolean;
}

/** The marks that edits put in where there were none. */
export const ONLY_NEW: Concerned = { before: () => false, after: (offset, edited) => edited.isInserted(offset) };

/**
 * Carries out edits and reads the result. Undefined when anything but the marks concerned would then mean something else:
 * other marks, headings, citations, words, emphasis, links, lists.
 */
export function remark(syntax: SyntaxDocument, edits: readonly TextEdit[], parsers: MarkdownParsers, concerned: Concerned): Remarked | undefined {
  const edited = editedText(syntax.text, edits);
  const after = parseSyntax(edited.text, parsers, syntax);
  if (after.frontMatter?.span.end !== syntax.frontMatter?.span.end) return undefined;
  const [blocksBefore, blocksAfter] = changedBlocks(syntax.blocks, after.blocks);
  const isLeftOut = (offset: number): boolean => concerned.after(offset, edited);
  const trees = [treeOf(syntax, blocksBefore, parsers, concerned.before), treeOf(after, blocksAfter, parsers, isLeftOut)];
  if (trees[0] === undefined || !isSame(trees[0], trees[1])) return undefined;
  if (!isSame(factsOf(blocksBefore, edited.fromBefore, concerned.before), factsOf(blocksAfter, edited.fromAfter, isLeftOut))) return undefined;
  return { syntax: after, edited, blocks: blocksAfter };
}

/** The blocks of two versions without those at their starts and ends that are the same ones, but with the whole of lists. */
function changedBlocks(before: readonly PlacedBlock[], after: readonly PlacedBlock[]): [readonly PlacedBlock[], readonly PlacedBlock[]] {
  const shortest = Math.min(before.length, after.length);
  let first = 0;
  while (first < shortest && before[first]?.block === after[first]?.block) first += 1;
  let last = 0;
  while (last < shortest - first && before.at(-1 - last)?.block === after.at(-1 - last)?.block) last += 1;
  const start = Math.min(listStart(before, first), listStart(after, first));
  const rest = Math.min(...[before, after].map((blocks) => blocks.length - listEnd(blocks, blocks.length - last)));
  return [before.slice(start, before.length - rest), after.slice(start, after.length - rest)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function treeOf(syntax: SyntaxDocument, blocks: readonly PlacedBlock[], parsers: MarkdownParsers, isLeftOut: (offset: number) => boolean): unknown {
  const tree = blocksTree(syntax, blocks, parsers.body);
  return tree && meaningOfTree(tree.root, (offset) => isLeftOut(offset + tree.base));
}

/** What blocks say beyond their tree, at places that both versions share, however they are parted. */
function factsOf(blocks: readonly PlacedBlock[], shared: (offset: number) => number, isLeftOut: (offset: number) => boolean): unknown[] {
  const all = (facts: (block: Block, place: (span: Span | undefined) => unknown, start: number) => readonly unknown[]): unknown[] =>
    blocks.flatMap(({ start, block }) => facts(block, (span) => span && [shared(span.start + start), shared(span.end + start)], start));
  return [
    all(({ headings }, place) => headings.map(({ depth, text, span }) => ({ depth, text, span: place(span) }))),
    all(({ citations }, place) => citations.map(({ id, locator, clusterSpan }) => ({ id, locator, span: place(clusterSpan) }))),
    all(({ directives }, place, start) =>
      directives.filter(({ span }) => !isLeftOut(span.start + start)).map((directive) => factsOfDirective(directive, place)),
    ),
    all(({ definitions }) => definitions),
    all(({ placeholders }, place) => placeholders.map(place)),
    all(({ words }, _, start) => Array.from(words, (word) => shared(word + start))),
  ];
}

function factsOfDirective({ form, name, attributes, span, host, closed }: Directive, place: (span: Span | undefined) => unknown): unknown {
  return { form, name, closed, span: place(span), host: place(host), attributes: attributes.map((each) => [each.name, each.value]) };
}
