import type { Item } from './pack-schema.ts';

/** An item and how deep it lies: 0 for one that is no part of another. */
export interface PlacedItem {
  readonly item: Item;
  readonly depth: number;
}

/** The items of a framework with the parts of each right behind it, else in the order given. */
export function inHierarchy(items: readonly Item[], parent?: string, depth = 0): PlacedItem[] {
  return items.filter((item) => item.parent === parent).flatMap((item) => [{ item, depth }, ...inHierarchy(items, item.id, depth + 1)]);
}
