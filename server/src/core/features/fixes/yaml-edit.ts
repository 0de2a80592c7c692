import { frontMatterSchema } from '../../model/front-matter-schema.ts';
import { knownKeys } from '../../syntax/schema-at.ts';
import { entryOf, nodeAt, type YamlEntry, type YamlMap, type YamlPath } from '../../syntax/yaml-node.ts';
import { lineEndingOf, type TextEdit } from '../../text/text-edit.ts';
import type { CaseAnalysis } from '../../workspace/case-analysis.ts';
import { behindKey, inFlow, type YamlGroup, type YamlSource } from '../yaml-text.ts';
import { colonEnd, editableNode, endOfEntry, endOfNode, indentOf, isBlank, lineEndAfter } from '../yaml-places.ts';

/**
 * Writes a field into the front matter, and the groups around it where they are not there yet, in the style of what
 * surrounds it. Undefined where that cannot be done safely, or where the field has a value already.
 * @param order names of the fields of that group in the order in which they should stand
 */
export function insertField(analysis: CaseAnalysis, path: YamlPath, value: YamlSource, order?: readonly string[]): TextEdit | undefined {
  const { fields } = analysis.model;
  let length = path.length - 1;
  while (length > 0 && isBlank(nodeAt(fields, path.slice(0, length)))) length -= 1;
  const parentPath = path.slice(0, length);
  const parent = editableNode(analysis, parentPath);
  const [key, ...inner] = path.slice(length);
  if (parent?.kind !== 'map' || typeof key !== 'string' || inner.some((step) => typeof step === 'number')) return undefined;
  const nested = inner.toReversed().reduce<YamlSource>((content, step) => [[String(step), content]], value);
  const existing = entryOf(parent, key);
  if (existing) return isBlank(existing.value) ? fillField(analysis, parent, existing, nested, parentPath) : undefined;
  const inOrder = inner.length === 0 ? order : undefined;
  return addField(analysis, parent, key, nested, inOrder ?? knownKeys(frontMatterSchema(), parentPath), parentPath);
}

/** A group goes on lines of its own at the top of the front matter, and where its neighbours do. */
function goesOnLines(parent: YamlMap, path: YamlPath): boolean {
  if (parent.flow) return false;
  return path.length === 0 || parent.entries.some(({ value }) => value.kind === 'map' && !value.flow);
}

function fillField({ text }: CaseAnalysis, parent: YamlMap, entry: YamlEntry, value: YamlSource, path: YamlPath): TextEdit {
  const eol = lineEndingOf(text);
  const start = colonEnd(text, entry);
  const onLines = goesOnLines(parent, path) || (typeof value === 'string' && value.startsWith(eol));
  if (onLines && (typeof value !== 'string' || value.startsWith(eol))) {
    const at = lineEndAfter(text, start);
    return { span: { start: at, end: at }, newText: behindKey(value, `${indentOf(text, entry.keySpan.start)}  `, eol) };
  }
  const spaces = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  const behind = text[start + spaces] === '#' ? ' ' : '';
  return { span: { start, end: start + spaces }, newText: ` ${inFlow(value)}${behind}` };
}

function addField({ text }: CaseAnalysis, parent: YamlMap, key: string, value: YamlSource, order: readonly string[], path: YamlPath): TextEdit | undefined {
  const eol = lineEndingOf(text);
  const first = parent.entries[0];
  const previous = entryBefore(parent, key, order);
  if (parent.flow || !first) {
    const field = `${key}: ${inFlow(value)}`;
    if (!first) return parent.flow ? insertAt(parent.span.start + 1, field) : undefined;
    if (!previous) return insertAt(first.keySpan.start, `${field}, `);
    const blank = isBlank(previous.value) && /\S/.test(text[endOfEntry(text, previous)] ?? '') ? ' ' : '';
    return insertAt(endOfEntry(text, previous), `${blank}, ${field}`);
  }
  const indent = indentOf(text, first.keySpan.start);
  const lines = `${key}:${goesOnLines(parent, path) ? behindKey(value, `${indent}  `, eol) : behindKey(inFlow(value), indent, eol)}`;
  if (!previous) return insertAt(first.keySpan.start, `${lines}${eol}${indent}`);
  return insertAt(lineEndAfter(text, endOfEntry(text, previous)), `${eol}${indent}${lines}`);
}

/** The entry behind which `key` belongs: the last one that comes before it in the order; undefined when it comes first. */
function entryBefore(parent: YamlMap, key: string, order: readonly string[]): YamlEntry | undefined {
  const rank = order.indexOf(key);
  if (rank < 0) return parent.entries.at(-1);
  const earlier = parent.entries.findLast((entry) => order.includes(entry.key) && order.indexOf(entry.key) < rank);
  return earlier ?? (parent.entries.some((entry) => order.includes(entry.key)) ? undefined : parent.entries.at(-1));
}

/** Adds a group of fields to a list at the top of the front matter, in the style of its other entries. */
export function addToList(analysis: CaseAnalysis, key: string, item: YamlGroup): TextEdit | undefined {
  const { text, model } = analysis;
  const eol = lineEndingOf(text);
  if (isBlank(entryOf(model.fields, key)?.value)) return insertField(analysis, [key], `${eol}  - ${inFlow(item)}`);
  const list = editableNode(analysis, [key]);
  if (list?.kind !== 'seq') return undefined;
  const last = list.items.at(-1);
  if (list.flow) return last ? insertAt(endOfNode(text, last), `, ${inFlow(item)}`) : insertAt(list.span.start + 1, inFlow(item));
  if (!last || isBlank(last)) return undefined;
  const dash = text.lastIndexOf('-', last.span.start - 1);
  const indent = indentOf(text, dash);
  const onLines = last.kind === 'map' && !last.flow;
  const written = onLines ? item.map(([name, value]) => `${name}: ${inFlow(value)}`).join(`${eol}${indent}  `) : inFlow(item);
  return insertAt(lineEndAfter(text, endOfNode(text, last)), `${eol}${indent}- ${written}`);
}

function insertAt(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}
