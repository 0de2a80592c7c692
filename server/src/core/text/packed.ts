/**
 * Plain data put away as one text: it takes a fraction of the memory of the objects it stands for, holds on to nothing
 * that these were made of, and two of them are compared at once. For data that is kept in thousands and seldom looked at.
 */
export class Packed<Value> {
  readonly #json: string;

  /** @param value what survives JSON: no `undefined`, no maps, no cycles */
  constructor(value: Value) {
    this.#json = JSON.stringify(value);
  }

  /** The data, made anew each time. */
  get value(): Value {
    return JSON.parse(this.#json) as Value;
  }

  isSame(other: Packed<Value>): boolean {
    return this.#json === other.#json;
  }
}
