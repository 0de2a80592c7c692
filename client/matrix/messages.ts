import type { MatrixOptions } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import type { MatrixData } from '../../server/src/core/report/matrix/matrix-data.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import type { Range } from '../../server/src/core/text/line-index.ts';
import type { MatrixChange } from '../../server/src/protocol.ts';
import { isRange, isRecord, isStrings } from '../page/read.ts';
import { readOptions } from './state.ts';

/* Everything that the extension and the page of the matrix say to each other, checked where it comes in. */

export type { MatrixData, MatrixOptions };

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'show'; readonly data: MatrixData }
  /** What has become of what was shown. */
  | { readonly type: 'change'; readonly change: MatrixChange }
  /** What the page asked for; null when the case is none any more. */
  | { readonly type: 'summary'; readonly uri: string; readonly summary: CaseSummary | null };

/** From the page to the extension. */
export type FromPage =
  /** The page listens: what was sent before is lost. */
  | { readonly type: 'ready' }
  | { readonly type: 'newCase' }
  /** A click on something with a place in a case; null: the start of its file. */
  | { readonly type: 'open'; readonly uri: string; readonly range: Range | null }
  /** Asks for the summary of a case, to show the details of its cells. */
  | { readonly type: 'summary'; readonly uri: string }
  /** How the matrix is laid out now, for Export Matrix in the command palette. */
  | { readonly type: 'arranged'; readonly options: MatrixOptions }
  /** Puts a text into the clipboard; `what` says what it is, for the confirmation. */
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  /** There is nothing to copy, since a row must not be given to others: why, and where. */
  | { readonly type: 'withheld'; readonly uri: string; readonly why: string; readonly at: Range | null }
  | { readonly type: 'export' };

/** A message of the page; undefined for anything else. */
export function readFromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, uri, range, text, what, why, at } = message;
  if (type === 'ready' || type === 'newCase' || type === 'export') return { type };
  if (type === 'open' && typeof uri === 'string' && (range === null || isRange(range))) return { type, uri, range };
  if (type === 'summary' && typeof uri === 'string') return { type, uri };
  if (type === 'copy' && typeof text === 'string' && typeof what === 'string') return { type, text, what };
  if (type === 'withheld' && typeof uri === 'string' && typeof why === 'string' && (at === null || isRange(at))) return { type, uri, why, at };
  const options = type === 'arranged' ? readOptions(message.options) : undefined;
  return options && { type: 'arranged', options };
}

/** A message of the extension; undefined for anything else. Rows and summaries themselves are taken as the server made them. */
export function readToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, data, change, uri, summary } = message;
  if (type === 'show' && isData(data)) return { type, data };
  if (type === 'change' && isChange(change)) return { type, change };
  if (type === 'summary' && typeof uri === 'string' && (summary === null || isSummary(summary))) return { type, uri, summary };
  return undefined;
}

function isData(value: unknown): value is MatrixData {
  return isRecord(value) && Array.isArray(value.frameworks) && Array.isArray(value.rows);
}

function isChange(value: unknown): value is MatrixChange {
  if (!isRecord(value) || !Array.isArray(value.rows)) return false;
  return (value.frameworks === null || Array.isArray(value.frameworks)) && (value.uris === null || isStrings(value.uris));
}

function isSummary(value: unknown): value is CaseSummary {
  return isRecord(value) && typeof value.uri === 'string' && Array.isArray(value.frameworks);
}
