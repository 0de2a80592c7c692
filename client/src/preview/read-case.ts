import { readFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { entryOf, type YamlMap, type YamlNode } from '../../../server/src/core/syntax/yaml-node.ts';
import { frameworksOfCase, type PreviewFrameworks, type PreviewNames } from './preview-names.ts';

/** A case as a preview shows it. */
export interface PreviewCase {
  readonly fields: YamlMap;
  /** What is wrong with the front matter, in words for its author; what it says may then be missing here. */
  readonly problem: string | undefined;
  /** The line behind the front matter, from 0. */
  readonly bodyLine: number;
  readonly frameworks: PreviewFrameworks;
}

/**
 * The case that a text is; undefined for every other Markdown file.
 * @param names what items are called; not asked for what is no case
 */
export function readCase(text: string, names: () => PreviewNames, colours: number): PreviewCase | undefined {
  if (!/^\uFEFF?---/.test(text)) return undefined;
  const front = readFrontMatter(text);
  if (front?.root?.kind !== 'map' || !entryOf(front.root, 'case')) return undefined;
  const bodyLine = lineOf(text, front.span.end) - (text[front.span.end - 1] === '\n' ? 1 : 0);
  const [problem] = front.problems;
  const frameworks = frameworksOfCase(names(), idsIn(entryOf(front.root, 'frameworks')?.value), colours);
  return { fields: front.root, problem: problem && `Line ${lineOf(text, problem.span.start)}: ${problem.message}`, bodyLine, frameworks };
}

/** Counted from 1, in a text that markdown-it has given one kind of line ends. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The ids in a list, or the one that stands there alone. */
function idsIn(node: YamlNode | undefined): string[] | undefined {
  if (!node) return undefined;
  const nodes = node.kind === 'seq' ? node.items : [node];
  return nodes.flatMap((one) => (one.kind === 'scalar' && typeof one.value === 'string' ? [one.value] : []));
}
