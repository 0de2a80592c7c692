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

/** A file that ships with Casewright. */
export interface BuiltinFile {
  readonly uri: string;
  readonly text: string;
  /** What the loader made of the text when the program was built; absent: it is still to be read. */
  readonly pack?: Pack;
}

/** The frameworks and templates that ship with Casewright. */
export interface Builtins {
  readonly frameworks: readonly BuiltinFile[];
  readonly templates: readonly BuiltinFile[];
}
