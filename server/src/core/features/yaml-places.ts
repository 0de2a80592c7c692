import { nodeAt, type YamlEntry, type YamlNode, type YamlPath } from '../syntax/yaml-node.ts';
import { encloses, type Span } from '../text/span.ts';
import type { CaseAnalysis } from '../workspace/case-analysis.ts';

/** Whether a node has no value yet (`key:` and nothing behind it). */
export function isBlank(node: YamlNode | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.value === null);
}

/**
 * The node at `path` if fields can be added to it: the front matter could be read as a whole, and the node is written
 * here and not somewhere else (YAML aliases).
 */
export function editableNode({ model }: CaseAnalysis, path: YamlPath): YamlNode | undefined {
  const { frontMatter } = model.syntax;
  if (!frontMatter?.closed || frontMatter.problems.length > 0) return undefined;
  for (let length = 1; length <= path.length; length += 1) {
    const outer = nodeAt(model.fields, path.slice(0, length - 1));
    const inner = nodeAt(model.fields, path.slice(0, length));
    if (!outer || !inner || !encloses(outer.span, inner.span)) return undefined;
  }
  const node = nodeAt(model.fields, path);
  const children = node?.kind === 'map' ? node.entries.map((entry) => entry.keySpan) : node?.kind === 'seq' ? node.items.map((item) => item.span) : [];
  return node && children.every((child) => encloses(node.span, child)) ? node : undefined;
}

/** Where the last character of an entry stands, comments and blank lines behind it left out. */
export function endOfEntry(text: string, entry: YamlEntry): number {
  return isBlank(entry.value) ? colonEnd(text, entry) : endOfNode(text, entry.value);
}

/** Where the last character of a node stands, comments and blank lines behind it left out. */
export function endOfNode(text: string, node: YamlNode): number {
  if (node.kind !== 'scalar' && !node.flow) {
    const last = node.kind === 'map' ? node.entries.at(-1) : undefined;
    if (last) return endOfEntry(text, last);
    const item = node.kind === 'seq' ? node.items.at(-1) : undefined;
    if (item && !isBlank(item)) return endOfNode(text, item);
  }
  return node.span.start + text.slice(node.span.start, node.span.end).trimEnd().length;
}

/** The offset behind the colon of an entry. */
export function colonEnd(text: string, { keySpan }: YamlEntry): number {
  return keySpan.end + (/^\s*:/.exec(text.slice(keySpan.end))?.[0].length ?? 0);
}

/** The end of the line that `offset` is in, before its line end. */
export function lineEndAfter(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

/** The start of the line that `offset` is in. */
export function lineStartBefore(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Spaces up to the column of `offset`, for a line that is to begin there. */
export function indentOf(text: string, offset: number): string {
  return text
    .slice(lineStartBefore(text, offset), offset)
    .replace(/\uFEFF/g, '')
    .replace(/[^ ]/g, ' ');
}

/** The line (or lines) that a span is on, with the line end behind them. */
export function wholeLines(text: string, span: Span): Span {
  const end = lineEndAfter(text, span.end);
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: lineStartBefore(text, span.start), end: end + eol };
}
