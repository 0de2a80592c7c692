import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import type { Range } from '../../server/src/core/text/line-index.ts';
import { isRange, isRecord } from '../page/read.ts';

/* Everything that the extension and the page of the summary panel say to each other, checked where it comes in. */

/** What the page shows. */
export type PanelContent =
  | { readonly kind: 'case'; readonly summary: CaseSummary }
  /** The active editor shows no case, or nothing at all. */
  | { readonly kind: 'no-case' };

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'show'; readonly content: PanelContent }
  /** Opens an item's details and brings them into view. Comes after the `show` that has the item. */
  | { readonly type: 'reveal'; readonly item: string };

/** From the page to the extension. */
export type FromPage =
  /** The page listens: what was sent before is lost. */
  | { readonly type: 'ready' }
  /** A click on something with a place in the case that is shown. */
  | { readonly type: 'open'; readonly uri: string; readonly range: Range }
  /** The finding on an item of the case that is shown follows from its text as it is. */
  | { readonly type: 'confirm'; readonly uri: string; readonly item: string }
  | { readonly type: 'newCase' }
  | { readonly type: 'openMatrix' };

/** What the page keeps while it is hidden or VS Code restarts. */
export interface PageState {
  /** The case that was shown last; null when there was none. */
  readonly uri: string | null;
  /** The details that are open. */
  readonly open: readonly string[];
}

/** A message of the page; undefined for anything else. */
export function readFromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'ready' || message.type === 'newCase' || message.type === 'openMatrix') return { type: message.type };
  if (message.type === 'open' && typeof message.uri === 'string' && isRange(message.range)) return { type: 'open', uri: message.uri, range: message.range };
  if (message.type === 'confirm' && typeof message.uri === 'string' && typeof message.item === 'string')
    return { type: 'confirm', uri: message.uri, item: message.item };
  return undefined;
}

/** A message of the extension; undefined for anything else. The summary itself is taken as the server made it. */
export function readToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'reveal' && typeof message.item === 'string') return { type: 'reveal', item: message.item };
  if (message.type !== 'show' || !isRecord(message.content)) return undefined;
  const { kind, summary } = message.content;
  if (kind === 'no-case') return { type: 'show', content: { kind } };
  if (kind === 'case' && isSummary(summary)) return { type: 'show', content: { kind, summary } };
  return undefined;
}

/** What the page kept, as far as it can be used; the empty state for anything else. */
export function readPageState(state: unknown): PageState {
  if (!isRecord(state)) return { uri: null, open: [] };
  const open = Array.isArray(state.open) ? state.open.filter((key) => typeof key === 'string') : [];
  return { uri: typeof state.uri === 'string' ? state.uri : null, open };
}

function isSummary(value: unknown): value is CaseSummary {
  return isRecord(value) && typeof value.uri === 'string' && Array.isArray(value.frameworks) && Array.isArray(value.next) && isRecord(value.problems);
}
