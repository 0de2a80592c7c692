import type { LookUpFile } from './file-state.ts';

interface Made<Value> {
  /** Undefined where it was let go of. */
  current: { readonly value: Value } | undefined;
  /** Who asked for the value since it was made. */
  readonly users: Set<string>;
}

/**
 * Values made from files, each kept until one of the files that were looked at for it changes: a workspace of many
 * folders makes again what a file touches and nothing else.
 */
export class FileMemo<Value> {
  readonly #made = new Map<string, Made<Value>>();
  /** The keys of the values for which a file was looked at. */
  readonly #keysOf = new Map<string, Set<string>>();

  /**
   * The value of a key, made if it is not known.
   * @param user who is to be named when the value is no longer true
   * @param make must look at files through the function it is given, and at nothing else that changes
   */
  get(key: string, user: string, lookUp: LookUpFile, make: (lookUp: LookUpFile) => Value): Value {
    const known = this.#made.get(key) ?? { current: undefined, users: new Set() };
    this.#made.set(key, known);
    known.users.add(user);
    known.current ??= { value: this.#make(key, lookUp, make) };
    return known.current.value;
  }

  /**
   * Lets go of a value that nobody needs for the time being; who used it is still named when it is no longer true.
   * @returns whether it was let go of
   */
  letGo(key: string, isNeeded: (user: string) => boolean): boolean {
    const known = this.#made.get(key);
    if (!known || [...known.users].some(isNeeded)) return false;
    known.current = undefined;
    return true;
  }

  /** Forgets what was made from a file. @returns who used it */
  fileChanged(file: string): string[] {
    const keys = this.#keysOf.get(file) ?? [];
    this.#keysOf.delete(file);
    return [...keys].flatMap((key) => {
      const users = this.#made.get(key)?.users ?? [];
      this.#made.delete(key);
      return [...users];
    });
  }

  clear(): void {
    this.#made.clear();
    this.#keysOf.clear();
  }

  #make(key: string, lookUp: LookUpFile, make: (lookUp: LookUpFile) => Value): Value {
    return make((file) => {
      const keys = this.#keysOf.get(file) ?? new Set<string>();
      this.#keysOf.set(file, keys.add(key));
      return lookUp(file);
    });
  }
}
