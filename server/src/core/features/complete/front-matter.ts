import type { YamlPath } from '../../syntax/yaml-node.ts';
import { nextLine, type TextLine } from '../../text/lines.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { lineStartBefore } from '../yaml-places.ts';
import type { Draft } from './draft.ts';
import { completeKey, type KeyPlace } from './front-matter-keys.ts';
import { completeValue } from './front-matter-values.ts';
import { scanYaml, type YamlScan } from './scan-yaml.ts';
import type { YamlCursor } from './yaml-cursor.ts';

/** What may be inserted at an offset of the front matter. */
export function completeFrontMatter(analysis: CaseAnalysis, offset: number): Draft[] {
  const { frontMatter } = analysis.model.syntax;
  if (!frontMatter || offset < frontMatter.content.start || (frontMatter.closed && offset >= frontMatter.content.end)) return [];
  const scan = scanYaml(analysis.text, frontMatter.content, offset);
  const { cursor } = scan;
  if (!cursor) return [];
  const values = cursor.kind === 'value' ? completeValue(analysis, cursor) : [];
  // A source that is only begun lacks its kind or id: whole ones are offered instead.
  const mayBeKey = cursor.kind === 'key' || (cursor.mayBeKey && cursor.path[0] !== 'sources');
  const place = mayBeKey ? keyPlace(analysis.text, scan, cursor, frontMatter.content.end) : undefined;
  const keys = place ? completeKey(analysis, cursor, place) : [];
  return [...values, ...keys].map((draft) => withSpace(analysis.text, draft));
}

/** Where a new key would stand; undefined where it would break the lines around it. */
function keyPlace(text: string, { keys, dashes }: YamlScan, { path, word, style, isMarked, mayBeKey }: YamlCursor, end: number): KeyPlace | undefined {
  const siblings = keys.filter(({ group, span }) => isSame(group, path) && (span.end < word.start || span.start > word.end));
  const taken = new Set(siblings.map(({ name }) => name));
  const column = columnAt(text, word.start);
  const indent = ' '.repeat(column);
  if (style === 'flow' || isMarked) return { indent, taken };
  const neighbours = [...siblings.map(({ span }) => span.start), ...dashes.filter(({ list }) => isSame(list, path)).map((dash) => dash.offset)];
  if (neighbours.some((neighbour) => columnAt(text, neighbour) !== column)) return undefined;
  // A line that is indented further, or a list's dash in the same column, would fall to the new key.
  const next = lineWithContent(text, word.end, end);
  const nextColumn = next ? next.sign - next.start : 0;
  const isInList = dashes.some(({ list }) => isSame(list, path));
  if (nextColumn > column || (next && text[next.sign] === '-' && nextColumn === column && !isInList && !mayBeKey)) return undefined;
  return { indent, taken };
}

/** The first line behind that of `offset` that is neither blank nor a comment, if it begins before `end`. */
function lineWithContent(text: string, offset: number, end: number): TextLine | undefined {
  let line = nextLine(text, nextLine(text, offset)?.next ?? end);
  while (line && (line.sign === line.end || text[line.sign] === '#')) line = nextLine(text, line.next);
  return line && line.start < end ? line : undefined;
}

function isSame(a: YamlPath, b: YamlPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

function columnAt(text: string, offset: number): number {
  return offset - lineStartBefore(text, offset);
}

/** A value needs a space behind its colon; behind a comma it reads better with one. */
function withSpace(text: string, draft: Draft): Draft {
  const { span, newText } = draft.edit;
  return /[:,-]/.test(text[span.start - 1] ?? '') ? { ...draft, edit: { span, newText: ` ${newText}` } } : draft;
}
