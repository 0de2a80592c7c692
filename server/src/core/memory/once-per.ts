/** What was computed for the last of some keys; for the others, where to look further. */
type Level = WeakMap<object, unknown>;

/**
 * The same function, which computes its value once for the same objects and remembers it as long as they are in use.
 * For pure functions of values that never change: nobody can tell what is remembered from what is computed again, so this
 * is no state that two users of a module could notice each other by.
 */
export function oncePer<Keys extends readonly object[], Value extends object>(compute: (...keys: Keys) => Value): (...keys: Keys) => Value {
  const known: Level = new WeakMap();
  // What `map` hands over beside the element is no key.
  const last = compute.length - 1;
  return (...keys) => {
    let level = known;
    for (let index = 0; index < last; index += 1) level = next(level, keys[index] ?? keys);
    const key = keys[last] ?? keys;
    const remembered = level.get(key) as Value | undefined;
    if (remembered !== undefined) return remembered;
    const value = compute(...keys);
    level.set(key, value);
    return value;
  };
}

function next(level: Level, key: object): Level {
  const known = level.get(key) as Level | undefined;
  if (known) return known;
  const added: Level = new WeakMap();
  level.set(key, added);
  return added;
}

/** A value that is made when it is first asked for, and then kept: for what takes long to make and may not be needed. */
export function onFirstUse<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
