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

/** Why the text of a file is not there, as the end of a sentence that begins with the file; undefined where it is, or nobody has looked yet. */
export function whyUnread(state: FileState): string | undefined {
  if (state.kind === 'absent') return 'does not exist';
  return state.kind === 'unreadable' ? `could not be read: ${state.reason}` : undefined;
}

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
