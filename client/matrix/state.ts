import { SHOWS, USUAL_OPTIONS, type MatrixOptions } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { isCount, isRecord, isStrings } from '../page/read.ts';
import type { Place } from './grid/place.ts';

/** What the page keeps while it is hidden or VS Code restarts. */
export interface PageState {
  readonly options: MatrixOptions;
  /** The cell that was selected; null before any was. */
  readonly place: Place | null;
  /** Whether the details are open. */
  readonly details: boolean;
  /** How far the table was scrolled. */
  readonly scroll: { readonly left: number; readonly top: number };
}

/** What a page is like that has kept nothing. */
export const USUAL_STATE: PageState = { options: USUAL_OPTIONS, place: null, details: true, scroll: { left: 0, top: 0 } };

/** What the page kept, as far as it can be used; the usual state for the rest. */
export function readPageState(state: unknown): PageState {
  const kept = isRecord(state) ? state : {};
  const place = isRecord(kept.place) && typeof kept.place.line === 'string' && typeof kept.place.column === 'string' ? kept.place : null;
  const scroll = isRecord(kept.scroll) ? kept.scroll : {};
  return {
    options: readOptions(kept.options) ?? USUAL_STATE.options,
    place: place && { line: String(place.line), column: String(place.column) },
    details: kept.details !== false,
    scroll: { left: isCount(scroll.left) ? scroll.left : 0, top: isCount(scroll.top) ? scroll.top : 0 },
  };
}

/** How a matrix is to be laid out, if that is what it is. */
export function readOptions(value: unknown): MatrixOptions | undefined {
  if (!isRecord(value)) return undefined;
  const { by, sort, descending, frameworks, cases, items } = value;
  const show = SHOWS.find((known) => known === value.show);
  const isKey = (key: unknown): key is string | null => key === null || typeof key === 'string';
  if (show === undefined || !isKey(by) || !isKey(sort) || typeof descending !== 'boolean') return undefined;
  if (typeof cases !== 'string' || typeof items !== 'string' || !(frameworks === null || isStrings(frameworks))) return undefined;
  return { show, by, sort, descending, frameworks, cases, items };
}
