import type { YamlPath } from '../../syntax/yaml-node.ts';
import { touches, type Span } from '../../text/span.ts';
import type { Token } from './yaml-token.ts';

/** What a cursor in YAML is about. Known also while the line is half typed, when no parser could make sense of it. */
export interface YamlCursor {
  /** `key`: a field's name, or whatever may begin a line there. `value`: what stands behind a colon, a dash or a comma. */
  readonly kind: 'key' | 'value';
  /** Of a key, the group (or list) that it is in; of a value, its own place. */
  readonly path: YamlPath;
  /** The word at the cursor, which a completion replaces; empty where none was begun. */
  readonly word: Span;
  /** Between braces or brackets, or on lines of its own. */
  readonly style: 'block' | 'flow';
  /** For a key: whether its colon is there already. For a value: whether it is in quotation marks. */
  readonly isMarked: boolean;
  /** A value behind the dash of a list that is still empty, so that it may become a field's name. */
  readonly mayBeKey: boolean;
}

/** A field's name that stands in YAML. */
export interface YamlKey {
  /** The group that it is in. */
  readonly group: YamlPath;
  readonly name: string;
  readonly span: Span;
}

/**
 * The word that the cursor is on in the region of a key or value: the token if the cursor touches it; an empty word where
 * none was begun; undefined when the cursor is elsewhere.
 * @param regionStart behind the colon, dash, comma or brace in front of the token
 */
export function wordAt(offset: number, regionStart: number, { span, regionEnd }: Token): Span | undefined {
  if (offset < regionStart || offset > regionEnd) return undefined;
  if (touches(span, offset)) return span;
  return span.end > span.start ? undefined : { start: offset, end: offset };
}
