import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';

/** What an axis of the table is made of, in pixels. */
export interface AxisShape {
  readonly sizes: readonly number[];
  /** Room at its start and end that something sticky covers. */
  readonly before: number;
  readonly after: number;
}

/** What stands along an axis: an entry that is made, or the room of those that are not. */
export type Piece = { readonly kind: 'entry'; readonly index: number } | { readonly kind: 'gap'; readonly after: number; readonly size: number };

/** How many entries are made beyond what is seen. */
const BEYOND = 3;

/** The rows or the columns of a table of which only those in view are made, and the one that has the focus. */
export class Axis {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #base: Pick<ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0], 'getScrollElement' | 'horizontal' | 'onChange'>;
  #shape: AxisShape = { sizes: [], before: 0, after: 0 };

  constructor(scroller: HTMLElement, horizontal: boolean, onChange: () => void) {
    this.#base = { getScrollElement: () => scroller, horizontal, onChange };
    this.#virtualizer = new Virtualizer(this.#options(undefined));
  }

  /** Says what the axis is made of now, and which entry is made in any case. */
  set(shape: AxisShape, kept: number | undefined): void {
    this.#shape = shape;
    this.#virtualizer.setOptions(this.#options(kept));
    this.#virtualizer._willUpdate();
  }

  /** The size of everything, what is covered included. */
  get total(): number {
    return this.#virtualizer.getTotalSize();
  }

  pieces(): Piece[] {
    const pieces: Piece[] = [];
    let end = this.#shape.before;
    let last = -1;
    const fill = (to: number): void => {
      if (to > end) pieces.push({ kind: 'gap', after: last, size: to - end });
    };
    for (const entry of this.#virtualizer.getVirtualItems()) {
      fill(entry.start);
      pieces.push({ kind: 'entry', index: entry.index });
      end = entry.end;
      last = entry.index;
    }
    fill(this.total - this.#shape.after);
    return pieces;
  }

  /** Scrolls as little as brings an entry into view; of one that is larger than the view, its beginning. */
  reveal(index: number): void {
    const { sizes, before, after } = this.#shape;
    const scroller = this.#base.getScrollElement();
    const all = (this.#base.horizontal ? scroller?.clientWidth : scroller?.clientHeight) ?? 0;
    this.#virtualizer.scrollToIndex(index, { align: (sizes[index] ?? 0) > all - before - after ? 'start' : 'auto' });
  }

  #options(kept: number | undefined): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const { sizes, before, after } = this.#shape;
    return {
      ...this.#base,
      count: sizes.length,
      estimateSize: (index) => sizes[index] ?? 0,
      getItemKey: (index) => index, // a new function each time: what was known of sizes is forgotten
      rangeExtractor: (range) => {
        const seen = defaultRangeExtractor(range);
        return kept === undefined || kept >= sizes.length || seen.includes(kept) ? seen : [...seen, kept].sort((a, b) => a - b);
      },
      paddingStart: before,
      paddingEnd: after,
      scrollPaddingStart: before,
      scrollPaddingEnd: after,
      overscan: BEYOND,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
    };
  }
}
