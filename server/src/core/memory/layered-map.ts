/**
 * Two maps as one, in which the first hides what the second says of the same key. Nothing of them is copied: to put a few
 * values before thousands that others share costs nothing.
 */
export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #upper: ReadonlyMap<Key, Value>;
  readonly #lower: ReadonlyMap<Key, Value>;

  constructor(upper: ReadonlyMap<Key, Value>, lower: ReadonlyMap<Key, Value>) {
    this.#upper = upper;
    this.#lower = lower;
  }

  /** The two maps, the upper first. */
  get layers(): readonly [ReadonlyMap<Key, Value>, ReadonlyMap<Key, Value>] {
    return [this.#upper, this.#lower];
  }

  get size(): number {
    return this.#lower.size + [...this.#upper.keys()].filter((key) => !this.#lower.has(key)).length;
  }

  has(key: Key): boolean {
    return this.#upper.has(key) || this.#lower.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#upper.has(key) ? this.#upper.get(key) : this.#lower.get(key);
  }

  *entries(): MapIterator<[Key, Value]> {
    yield* this.#upper;
    for (const entry of this.#lower) if (!this.#upper.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }
}

/** The maps that a map is put together from, the uppermost first; what is found out of each can be remembered by it. */
export function layersOf<Key, Value>(map: ReadonlyMap<Key, Value>): readonly ReadonlyMap<Key, Value>[] {
  return map instanceof LayeredMap ? (map as LayeredMap<Key, Value>).layers.flatMap((layer) => layersOf(layer)) : [map];
}
