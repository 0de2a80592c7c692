import type { Template } from '../config/template-schema.ts';
import type { Pack } from '../frameworks/pack-schema.ts';

/** What is known of a file that cases depend on. */
export type FileState =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** `reason` completes "… could not be read: …". */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Nobody has looked yet: the host should. */
  | { readonly kind: 'unknown' };

/** Looks a file up among those known; asking for an unknown one makes it wanted. */
export type LookUpFile = (uri: string) => FileState;

/** A file that ships with Casewright. What it takes a while to look up is a function: most cases name two of ten frameworks. */
export interface BuiltinFile<Value> {
  readonly uri: string;
  readonly text: () => string;
  /** What the loader made of the file when the program was built; undefined: it has changed since, and its text is to be read. */
  readonly built: { readonly id: string; readonly value: () => Value } | undefined;
}

/** The frameworks and templates that ship with Casewright. */
export interface Builtins {
  readonly frameworks: readonly BuiltinFile<Pack>[];
  readonly templates: readonly BuiltinFile<Template>[];
}
