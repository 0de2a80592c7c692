import type { Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Block, PlacedBlock } from './block.ts';
import type { DirectiveData, MarkdownParsers, ParseMarkdown } from './markdown-parser.ts';
import { parseFully } from './parse-block.ts';
import { MAX_LENGTH } from './beyond-parsing.ts';

/**
 * Reads again the blocks in which something is a link because of a link reference definition (`[label]: address`) in
 * another block: `[@a]` is then no citation. Hardly any case has one, and then nothing is done here.
 * Only the first `mostBlocks` that are concerned are, so that a document of nothing else does not take long.
 * @param text where the blocks stand: the text from the first of them on
 */
export function withLinkDefinitions(blocks: readonly PlacedBlock[], text: string, { body: parse, mostBlocks }: MarkdownParsers): readonly PlacedBlock[] {
  const isConcerned = ({ block }: PlacedBlock): boolean => block.definitions.length > 0 || block.defined.length > 0;
  if (!blocks.some(isConcerned)) return blocks;
  // A definition in a container counts only behind it. Nobody writes one; should somebody, the text is read as a whole.
  const inContainer = blocks.some(({ block }) => block.definitions.some((definition) => definition.inContainer));
  const start = blocks[0]?.start ?? 0;
  if (inContainer && text.length <= MAX_LENGTH) return [{ start, block: parseFully(text, parse) }];
  const all = new Set(blocks.flatMap(({ block }) => block.definitions.map(({ label }) => label)));
  // Text that repeats is read once.
  const known = new Map<string, Block>();
  let concerned = 0;
  return blocks.map((placed) => {
    const { start, block } = placed;
    if (block.reading === 'plain') return placed;
    const own = new Set(block.definitions.map(({ label }) => label));
    const found = labelsIn(block.text).filter((label) => all.has(label) && !own.has(label));
    if (found.length > 0) concerned += 1;
    const needed = concerned > mostBlocks ? [] : found;
    const key = needed.join('\n');
    if (key === block.defined.join('\n')) return placed;
    const read = known.get(`${key}\n\n${block.text}`) ?? { ...readWith(block.text, needed, parse), reading: block.reading };
    known.set(`${key}\n\n${block.text}`, read);
    return { start, block: read };
  });
}

/** What stands in brackets in a text, each once, as labels are compared: without regard to capitals and to how blank a space is. */
function labelsIn(text: string): string[] {
  const labels = Array.from(text.matchAll(/\[((?:[^[\]\\]|\\[^])+)\]/g), ([, label = '']) => label.trim().replace(/\s+/g, ' ').toLowerCase());
  return [...new Set(labels)];
}

/** Reads a block with definitions before it, which are then taken off again. */
function readWith(text: string, labels: readonly string[], parse: ParseMarkdown): Block {
  if (labels.length === 0) return parseFully(text, parse);
  const before = labels.map((label) => `[${label}]: #\n`).join('') + '\n';
  const block = parseFully(text, (source) => withoutStart(parse(before + source), before.length));
  return { ...block, defined: labels };
}

/** The tree without what stands in its first `length` characters, with places counted from behind them. */
function withoutStart(root: Root, length: number): Root {
  root.children = root.children.filter((node) => (node.position?.start.offset ?? 0) >= length);
  visitParents(root, (node) => {
    for (const point of [node.position?.start, node.position?.end]) if (point?.offset !== undefined) point.offset = Math.max(0, point.offset - length);
    const data = node.data as DirectiveData | undefined;
    if (data?.attributeSpans) data.attributeSpans = data.attributeSpans.map(({ start, end }) => ({ start: start - length, end: end - length }));
  });
  return root;
}
