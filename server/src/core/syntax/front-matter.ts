import type { Span } from '../text/span.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { spanOf } from './node-span.ts';
import { readYaml, type YamlText } from './read-yaml.ts';
import { splitBlocks } from './split-blocks.ts';

/** The YAML between the two `---` lines at the very start of a document. */
export interface FrontMatter extends YamlText {
  /** With both fences and the line end behind the second one. */
  readonly span: Span;
  /** The YAML itself. */
  readonly content: Span;
  /** False when the second `---` is missing; the YAML is then taken to end at the first blank line or heading. */
  readonly closed: boolean;
}

/** The front matter of a text; undefined when it has none. A byte order mark before it does not matter. */
export function readFrontMatter(text: string, parse: ParseMarkdown): FrontMatter | undefined {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(base, base + 1000));
  if (!opening) return undefined;
  const first = splitBlocks(text.slice(base))[0];
  const node = first && parseFirst(text.slice(base, base + first.end), parse);
  const contentStart = base + opening[0].length;
  if (node) {
    const fenceEnd = base + spanOf(node).end;
    const lineEnd = /^(?:\r\n|\n|\r)/.exec(text.slice(fenceEnd, fenceEnd + 2))?.[0].length ?? 0;
    const content = { start: contentStart, end: Math.max(contentStart, text.slice(0, fenceEnd).search(/---[ \t]*$/)) };
    return { span: { start: base, end: fenceEnd + lineEnd }, content, closed: true, ...readYaml(text.slice(content.start, content.end), content.start) };
  }
  return readUnclosed(text, base, contentStart);
}

function parseFirst(block: string, parse: ParseMarkdown): ReturnType<ParseMarkdown>['children'][number] | undefined {
  const node = parse(block).children[0];
  return node?.type === 'yaml' ? node : undefined;
}

/** An author who forgot the closing fence still gets the fields read, and a message that says what is missing. */
function readUnclosed(text: string, base: number, contentStart: number): FrontMatter | undefined {
  const rest = text.slice(contentStart);
  const end = contentStart + (/^[ \t]*$|^#/m.exec(rest)?.index ?? rest.length);
  const source = text.slice(contentStart, end);
  if (!/^case[ \t]*:/m.test(source)) return undefined;
  const yaml = readYaml(source, contentStart);
  const message =
    'The front matter is not closed: a line with three hyphens (---) is missing after the last field, so everything below could be taken for front matter. Add it.';
  const fence = { span: { start: base, end: base + 3 }, message };
  return { span: { start: base, end }, content: { start: contentStart, end }, closed: false, root: yaml.root, problems: [fence, ...yaml.problems] };
}
