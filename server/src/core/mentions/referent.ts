import type { Span } from '../text/span.ts';

/** What a word of a study can name. Two words that name the same thing have equal referents, in whichever files they stand. */
export type Referent =
  /** An item of the framework in the file `uri`. */
  | { readonly kind: 'item'; readonly id: string; readonly uri: string }
  /** A source that is declared in the file `uri`: the case itself or a bibliography. */
  | { readonly kind: 'source'; readonly id: string; readonly uri: string }
  /** The case in the file `uri`. */
  | { readonly kind: 'case'; readonly id: string; readonly uri: string }
  /** The framework in the file `uri`. */
  | { readonly kind: 'framework'; readonly id: string; readonly uri: string }
  /** A template, by the name that the configuration and the cases have for it. */
  | { readonly kind: 'template'; readonly id: string };

/** A place in a text where something is named. */
export interface Mention {
  readonly referent: Referent;
  /** The name and nothing around it: no quotation marks, no `@`. */
  readonly span: Span;
  /** The place that makes it what it is, such as an entry under `sources`; all others only speak of it. */
  readonly isDeclaration: boolean;
  /** How the text there reads: as the id; as a label, in a heading that marks itself; or otherwise, where YAML has escapes in the id. */
  readonly reads: 'id' | 'label' | 'otherwise';
}

/** Whether two words name the same thing. */
export function isSameReferent(one: Referent, other: Referent): boolean {
  return one.kind === other.kind && one.id === other.id && ('uri' in one ? one.uri : undefined) === ('uri' in other ? other.uri : undefined);
}

/** The mention in `span` of `text`: without the quotation marks that YAML may have around it. */
export function mention(referent: Referent, text: string, span: Span, isDeclaration = false): Mention {
  const written = text.slice(span.start, span.end);
  const isQuoted = /^(["']).*\1$/s.test(written) && written.length > 1;
  const inner = isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
  return { referent, span: inner, isDeclaration, reads: text.slice(inner.start, inner.end) === referent.id ? 'id' : 'otherwise' };
}
