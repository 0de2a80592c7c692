import { ownCopy } from './own-copy.ts';

/** More kinds of objects than any of our data has; beyond, somebody's keys are data themselves, and there is nothing to gain. */
const MOST_SHAPES = 5000;

/** A list of keys as a way through a tree, one step a key. */
interface Step {
  readonly next: Map<string, Step>;
  /** The number of the list that ends here. */
  number: number | undefined;
}

/** The lists of keys of the objects that were packed: written once, however many objects have these keys. */
export class Shapes {
  readonly #first: Step = { next: new Map(), number: undefined };
  readonly #keys: (readonly string[])[] = [];

  /** The number of a list of keys; undefined when there are too many lists already. */
  numberOf(keys: readonly string[]): number | undefined {
    let step: Step | undefined = this.#first;
    for (const key of keys) step = step?.next.get(key);
    return step?.number ?? (this.#keys.length < MOST_SHAPES ? this.#add(keys.map(ownCopy)) : undefined);
  }

  keysOf(number: number): readonly string[] {
    return this.#keys[number] ?? [];
  }

  #add(keys: readonly string[]): number {
    let last = this.#first;
    for (const key of keys) {
      const step = last.next.get(key) ?? { next: new Map(), number: undefined };
      last.next.set(key, step);
      last = step;
    }
    last.number = this.#keys.length;
    this.#keys.push(keys);
    return last.number;
  }
}

/**
 * Plain data put away as one text: it takes a small part of the memory of the objects it stands for, holds on to nothing
 * that these were made of, and two of them are compared at once. For data that is kept in thousands and seldom looked at.
 */
export class Packed<Value> {
  readonly #json: string;
  readonly #shapes: Shapes;

  /**
   * @param value what survives JSON: no `undefined`, no maps, no cycles
   * @param shapes shared by all that are to be compared, and by all of one kind to save room
   */
  constructor(value: Value, shapes: Shapes) {
    this.#json = JSON.stringify(pack(value, shapes));
    this.#shapes = shapes;
  }

  /** The data, made anew each time. */
  get value(): Value {
    return unpack(JSON.parse(this.#json) as unknown, this.#shapes) as Value;
  }

  isSame(other: Packed<Value>): boolean {
    return this.#json === other.#json;
  }
}

/** An object becomes a list that begins with the number of its keys, any other list begins with -1. */
function pack(value: unknown, shapes: Shapes): unknown {
  if (Array.isArray(value)) return [-1, ...value.map((element) => pack(element, shapes))];
  if (typeof value !== 'object' || value === null) return value;
  const number = shapes.numberOf(Object.keys(value));
  const values = Object.values(value).map((element) => pack(element, shapes));
  return number === undefined ? [-2, Object.keys(value), ...values] : [number, ...values];
}

function unpack(packed: unknown, shapes: Shapes): unknown {
  if (!Array.isArray(packed)) return packed;
  const [number, ...rest] = packed as [number, ...unknown[]];
  if (number === -1) return rest.map((element) => unpack(element, shapes));
  const [keys, values] = number === -2 ? [rest[0] as string[], rest.slice(1)] : [shapes.keysOf(number), rest];
  return Object.fromEntries(values.map((value, index) => [keys[index] ?? '', unpack(value, shapes)]));
}
