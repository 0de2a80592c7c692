/** What was computed for the keys so far, and what for further keys behind them. */
class Memory<Value> {
  value: Value | undefined;
  #further: WeakMap<object, Memory<Value>> | undefined;

  behind(key: object): Memory<Value> {
    this.#further ??= new WeakMap();
    const known = this.#further.get(key);
    if (known) return known;
    const added = new Memory<Value>();
    this.#further.set(key, added);
    return added;
  }
}

/**
 * The same function, which computes its value once for the same objects and remembers it as long as they are in use.
 * For pure functions of values that never change: nobody can tell what is remembered from what is computed again, so this
 * is no state that two users of a module could notice each other by.
 */
export function oncePer<Keys extends readonly object[], Value extends object>(compute: (...keys: Keys) => Value): (...keys: Keys) => Value {
  const memory = new Memory<Value>();
  return (...keys) => {
    let place = memory;
    // What `map` hands over beside the element is no key.
    for (let index = 0; index < compute.length; index += 1) {
      const key = keys[index];
      if (key) place = place.behind(key);
    }
    place.value ??= compute(...keys);
    return place.value;
  };
}

/** A value that is made when it is first asked for, and then kept: for what takes long to make and may not be needed. */
export function onFirstUse<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
