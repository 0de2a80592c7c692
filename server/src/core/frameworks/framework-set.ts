import { labelKey } from '../text/label.ts';
import type { Item, Pack } from './pack-schema.ts';

/** A framework as cases see it, and the file it comes from. */
export interface Framework extends Pack {
  readonly uri: string;
}

/** An item together with the framework it belongs to. */
export interface FrameworkItem {
  readonly framework: Framework;
  readonly item: Item;
}

/** Items of different frameworks that one case uses and that share an id or a heading. */
export interface Ambiguity {
  readonly kind: 'id' | 'label';
  readonly name: string;
  readonly items: readonly FrameworkItem[];
}

/** The frameworks of one case, in the order in which it names them, with quick ways to their items. */
export interface FrameworkSet {
  readonly frameworks: readonly Framework[];
  /** All items, framework by framework. */
  readonly items: readonly FrameworkItem[];
  /** By id. Of several with one id, the first. */
  readonly byId: ReadonlyMap<string, FrameworkItem>;
  /** By heading key (see `labelKey`), for labels and aliases. Of several, the first. */
  readonly byLabel: ReadonlyMap<string, FrameworkItem>;
  /** What each item consists of: its parts, each with its own parts behind it. Empty for an item that is no group. */
  readonly parts: ReadonlyMap<FrameworkItem, readonly FrameworkItem[]>;
  readonly ambiguities: readonly Ambiguity[];
}

/** Brings the frameworks of a case together. */
export function createFrameworkSet(frameworks: readonly Framework[]): FrameworkSet {
  const items = frameworks.flatMap((framework) => framework.items.map((item) => ({ framework, item })));
  const ids = groupBy(items, (entry) => [entry.item.id]);
  const labels = groupBy(items, (entry) => [...new Set([entry.item.label, ...entry.item.aliases].map(labelKey))]);
  return {
    frameworks,
    items,
    byId: firstOfEach(ids),
    byLabel: firstOfEach(labels),
    parts: partsOfEach(items),
    ambiguities: [...ambiguitiesIn('id', ids), ...ambiguitiesIn('label', labels)],
  };
}

function groupBy(items: readonly FrameworkItem[], keysOf: (item: FrameworkItem) => readonly string[]): Map<string, FrameworkItem[]> {
  const groups = new Map<string, FrameworkItem[]>();
  for (const item of items) {
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** A pack in which an item is a part of itself does not load, so this comes to an end. */
function partsOfEach(items: readonly FrameworkItem[]): Map<FrameworkItem, FrameworkItem[]> {
  const direct = groupBy(items, ({ framework, item }) => (item.parent === undefined ? [] : [`${framework.id}/${item.parent}`]));
  const below = ({ framework, item }: FrameworkItem): FrameworkItem[] =>
    (direct.get(`${framework.id}/${item.id}`) ?? []).flatMap((part) => [part, ...below(part)]);
  return new Map(items.map((entry) => [entry, below(entry)]));
}

function firstOfEach(groups: ReadonlyMap<string, FrameworkItem[]>): Map<string, FrameworkItem> {
  return new Map([...groups].flatMap(([key, [first]]) => (first ? [[key, first] as const] : [])));
}

function ambiguitiesIn(kind: Ambiguity['kind'], groups: ReadonlyMap<string, FrameworkItem[]>): Ambiguity[] {
  return [...groups].filter(([, items]) => items.length > 1).map(([name, items]) => ({ kind, name, items }));
}
