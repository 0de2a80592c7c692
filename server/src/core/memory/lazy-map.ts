/**
 * A map of which each value is made when it is first asked for. Who goes through the values asks for all of them; who goes
 * through the keys, or asks whether there is one, asks for none.
 */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #makers: ReadonlyMap<Key, () => Value>;

  /** @param makers remember what they have made */
  constructor(makers: Iterable<readonly [Key, () => Value]>) {
    this.#makers = new Map(makers);
  }

  get size(): number {
    return this.#makers.size;
  }

  has(key: Key): boolean {
    return this.#makers.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#makers.get(key)?.();
  }

  keys(): MapIterator<Key> {
    return this.#makers.keys();
  }

  *values(): MapIterator<Value> {
    for (const make of this.#makers.values()) yield make();
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, make] of this.#makers) yield [key, make()];
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) call(value, key, this);
  }
}
