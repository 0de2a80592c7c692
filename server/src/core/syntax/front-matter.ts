import type { Span } from '../text/span.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlText } from './yaml-node.ts';

/** The YAML between the two `---` lines at the very start of a document. */
export interface FrontMatter extends YamlText {
  /** With both fences and the line end behind the second one. */
  readonly span: Span;
  /** The YAML itself. */
  readonly content: Span;
  /** The same as it is written, with its comments. */
  readonly text: string;
  /** False when the second `---` is missing; the YAML is then taken to end at the first blank line or heading. */
  readonly closed: boolean;
}

/**
 * The front matter of a text; undefined when it has none. A byte order mark before it does not matter.
 * @param previous an earlier version of the text; its front matter is given again if it did not change
 */
export function readFrontMatter(text: string, previous?: { readonly text: string; readonly frontMatter: FrontMatter | undefined }): FrontMatter | undefined {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith(FENCE, base)) return undefined;
  const start = fenceEnd(text, base);
  if (start === undefined || start === text.length) return undefined;
  const end = closingFence(text, start);
  if (end === undefined) return readUnclosed(text, base, start);
  const span = { start: base, end: fenceEnd(text, end) ?? end };
  const earlier = previous?.frontMatter;
  if (earlier?.closed && earlier.span.end === span.end && previous?.text.startsWith(text.slice(0, span.end))) return earlier;
  const source = text.slice(start, end);
  return { span, content: { start, end }, text: source, closed: true, ...readYaml(source, start) };
}

const FENCE = '---';

/** Where the line behind the fence at `start` begins; undefined when more than white space follows the three hyphens. */
function fenceEnd(text: string, start: number): number | undefined {
  const rest = /[ \t]*(?:\r\n|\n|\r|$)/y;
  rest.lastIndex = start + FENCE.length;
  return rest.test(text) ? rest.lastIndex : undefined;
}

/** The first fence at the start of a line from `from` on. */
function closingFence(text: string, from: number): number | undefined {
  for (let at = text.indexOf(FENCE, from); at >= 0; at = text.indexOf(FENCE, at + 1)) {
    const before = text[at - 1];
    if ((before === '\n' || before === '\r') && fenceEnd(text, at) !== undefined) return at;
  }
  return undefined;
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
  const fence = { span: { start: base, end: base + FENCE.length }, message };
  return { span: { start: base, end }, content: { start: contentStart, end }, text: source, closed: false, root: yaml.root, problems: [fence, ...yaml.problems] };
}
