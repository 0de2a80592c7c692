import { entryOf, itemsOf, textOf, type YamlNode } from '../syntax/yaml-node.ts';
import type { Span } from '../text/span.ts';

/** A place in a file of a team's where an item is named, whether there is such an item or not. */
export interface NamedItem {
  readonly id: string;
  readonly span: Span;
  /** The entry of the item in its framework. */
  readonly isDeclaration: boolean;
}

/** What tells the items that a file names, by what stands in it. */
export type NamesIn = (file: YamlNode | undefined) => Iterable<NamedItem>;

/** The items that a framework's file names: each in its own entry, as a group of others, and at both ends of an arrow. */
export function* namedInPack(pack: YamlNode | undefined): Generator<NamedItem> {
  const items = itemsOf(entryOf(pack, 'items')?.value);
  for (const item of items) yield* namedBy(entryOf(item, 'id')?.value, true);
  for (const item of items) yield* namedBy(entryOf(item, 'parent')?.value);
  for (const link of itemsOf(entryOf(pack, 'links')?.value)) for (const end of ['from', 'to']) yield* namedBy(entryOf(link, end)?.value);
}

/** The items that a configuration sets gates for. */
export function* namedInConfiguration(configuration: YamlNode | undefined): Generator<NamedItem> {
  const gates = entryOf(entryOf(configuration, 'gates')?.value, 'per_item')?.value;
  if (gates?.kind !== 'map') return;
  for (const { key, keySpan } of gates.entries) yield { id: key, span: keySpan, isDeclaration: false };
}

/** The items that the sections of a template, on whichever level, are to be about. */
export function* namedInTemplate(template: YamlNode | undefined): Generator<NamedItem> {
  for (const section of itemsOf(entryOf(template, 'sections')?.value)) {
    for (const item of itemsOf(entryOf(section, 'items')?.value)) yield* namedBy(item);
    yield* namedInTemplate(section);
  }
}

function* namedBy(node: YamlNode | undefined, isDeclaration = false): Generator<NamedItem> {
  const id = textOf(node);
  if (node && id !== undefined) yield { id, span: node.span, isDeclaration };
}
