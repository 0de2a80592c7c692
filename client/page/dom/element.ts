/*
 * A description of what a page shows, as plain data. Views are pure functions that return it; patch.ts makes the
 * document agree. Text is only ever text: nothing here can become markup.
 */

/** The attributes of an element. What is undefined or false is left out; true is an attribute without a value. */
export interface Properties {
  readonly [attribute: string]: string | number | boolean | undefined | (() => void) | ((value: string) => void) | Readonly<Record<string, string>>;
  /** Tells siblings apart across updates, so that the one that has the focus stays the same one. */
  readonly key?: string;
  /** What a click, Enter or Space on this element does. */
  readonly click?: () => void;
  /** What is done with the new content of a field, as it is typed or chosen. */
  readonly input?: (value: string) => void;
  /** Computed sizes, as CSS properties: as an attribute, the page's policy would stop them. */
  readonly style?: Readonly<Record<string, string>>;
}

export interface ElementView {
  readonly tag: string;
  readonly properties: Properties;
  readonly children: readonly View[];
}

export type View = ElementView | string;

/** What views may return for children: nothing, one, or several. */
export type Children = View | null | readonly Children[];

/** Describes an element. */
export function el(tag: string, properties: Properties = {}, ...children: readonly Children[]): ElementView {
  return { tag, properties, children: flatten(children) };
}

function flatten(children: Children): View[] {
  if (children === null || children === '') return [];
  if (typeof children === 'string' || 'tag' in children) return [children];
  return children.flatMap(flatten);
}
