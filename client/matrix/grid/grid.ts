import { patch } from '../../page/dom/patch.ts';
import type { MatrixView } from '../matrix-view.ts';
import { Axis } from './axis.ts';
import { move, stretch } from './move.ts';
import { placeAt, positionOf, type Place, type Position } from './place.ts';
import { heightOf, sizesFor, type Sizes } from './sizes.ts';
import { tableView } from './table.ts';

/** What happens in the table that is for others to do. */
export interface GridEvents {
  /** Another cell is selected. */
  readonly onSelect: () => void;
  /** A cell was clicked, or Enter pressed on it. */
  readonly onActivate: (position: Position, isByKeyboard: boolean) => void;
  /** Details of the selected cell are asked for. */
  readonly onDetails: () => void;
  readonly onScroll: () => void;
}

/** The table in its scrolling frame: makes what is in view, keeps the cell that is selected, and obeys the keyboard. */
export class Grid {
  readonly #scroller: HTMLElement;
  readonly #events: GridEvents;
  readonly #lines: Axis;
  readonly #columns: Axis;
  #view: MatrixView | null = null;
  #place: Place | null;
  #position: Position | null = null;
  #isDue = false;
  /** How large the frame was when it was last looked at. */
  #room = { width: 0, height: 0 };
  #sized: { readonly view: MatrixView; readonly fontSize: number; readonly sizes: Sizes } | undefined;

  constructor(scroller: HTMLElement, place: Place | null, events: GridEvents) {
    this.#scroller = scroller;
    this.#events = events;
    this.#place = place;
    const onChange = (): void => {
      this.#renderSoon();
    };
    this.#lines = new Axis(scroller, false, onChange);
    this.#columns = new Axis(scroller, true, onChange);
    new ResizeObserver(() => {
      this.#resize();
    }).observe(scroller);
    scroller.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    scroller.addEventListener('click', (event) => {
      this.#click(event);
    });
    scroller.addEventListener('focusin', ({ target }) => {
      const position = positionIn(target);
      const isSelected = this.#place !== null && target instanceof HTMLElement && target.tabIndex === 0;
      if (position && !isSelected) this.select(position, { isFocused: true });
    });
  }

  /** The cell that is selected; null before any was. */
  get place(): Place | null {
    return this.#place;
  }

  /** Where the selected cell stands; null while there is no table. */
  get position(): Position | null {
    return this.#view && positionOf(this.#view, this.#place, this.#position);
  }

  /** Shows a matrix; null: no table. */
  show(view: MatrixView | null): void {
    this.#view = view;
    this.#render();
  }

  /** Selects a cell and brings it into view. */
  select(position: Position, { isFocused }: { readonly isFocused: boolean }): void {
    if (!this.#view) return;
    this.#position = position;
    this.#place = placeAt(this.#view, position);
    this.#render();
    this.#reveal(this.#view, position);
    if (isFocused) this.focus();
    this.#events.onSelect();
  }

  /** Puts the keyboard on the selected cell. */
  focus(): void {
    const cell = this.#scroller.querySelector<HTMLElement>('[tabindex="0"]');
    if (!cell) return;
    cell.focus({ preventScroll: true });
    const { top, bottom } = cell.getBoundingClientRect(); // the page scrolls, too, where the window is low
    window.scrollBy(0, Math.ceil(Math.max(0, bottom - window.innerHeight)) + Math.floor(Math.min(0, top)));
  }

  #reveal({ lines, matrix }: MatrixView, { line, column }: Position): void {
    const [first, last] = stretch(lines[line], column, matrix.columns.length + 1);
    if (line > 0 && line < lines.length - 1) this.#lines.reveal(line - 1);
    if (first === last && first > 0 && last <= matrix.columns.length) this.#columns.reveal(column - 1);
  }

  /** Keeps the selected cell in view when the frame gets smaller, as when a text is opened beside it. A cell that was out of view stays there. */
  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    const before = this.#room;
    this.#room = { width, height };
    if (this.#place === null || (width >= before.width && height >= before.height)) return;
    const frame = this.#scroller.getBoundingClientRect();
    const cell = this.#scroller.querySelector('[tabindex="0"]')?.getBoundingClientRect();
    if (!cell || cell.left - frame.left >= before.width || cell.top - frame.top >= before.height || cell.right <= frame.left || cell.bottom <= frame.top)
      return;
    requestAnimationFrame(() => {
      const { position } = this; // once the axes know of the size, too
      if (this.#view && position) this.#reveal(this.#view, position);
    });
  }

  #renderSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#render();
      this.#events.onScroll();
    });
  }

  #render(): void {
    const view = this.#view;
    const hadFocus = this.#scroller.contains(document.activeElement);
    if (!view) {
      patch(this.#scroller, []);
      return;
    }
    const sizes = this.#sizes(view);
    const at = positionOf(view, this.#place, this.#position);
    this.#position = at;
    this.#measure(view, sizes, at);
    const { options, columns } = view.matrix;
    const caption = `Cases by ${options.show === 'fit' ? 'theory' : 'item'}${options.by === null ? '' : `, grouped by ${options.by}`}`;
    const parts = { view, sizes, at, caption, lines: this.#lines.pieces(), columns: this.#columns.pieces(), width: widthOf(columns.length, sizes) };
    patch(this.#scroller, [tableView(parts)]);
    if (hadFocus && positionIn(document.activeElement)?.line !== at.line) this.focus(); // its cell has moved to another group
  }

  #measure({ lines, matrix }: MatrixView, sizes: Sizes, at: Position): void {
    const body = lines.slice(1, -1).map((line) => heightOf(line, sizes));
    const before = sizes.frameworksHeight + sizes.headsHeight;
    this.#lines.set({ sizes: body, before, after: sizes.totalHeight }, at.line > 0 ? at.line - 1 : undefined);
    const widths = matrix.columns.map(() => sizes.columnWidth);
    this.#columns.set({ sizes: widths, before: sizes.nameWidth, after: sizes.totalWidth }, at.column > 0 ? at.column - 1 : undefined);
  }

  #press(event: KeyboardEvent): void {
    const view = this.#view;
    const at = positionIn(event.target) && this.position;
    if (!view || !at || event.altKey || event.metaKey) return;
    const to = move({ lines: view.lines, columns: view.matrix.columns.length + 2, page: this.#linesInView(view) }, at, event.key, event.ctrlKey);
    if (to) this.select(to, { isFocused: true });
    else if (event.ctrlKey) return;
    else if (event.key === 'Enter') this.#events.onActivate(at, true);
    else if (event.key === ' ' || event.key === 'F2') this.#events.onDetails();
    else return;
    event.preventDefault();
  }

  /** How many cases are in view at a time. */
  #linesInView(view: MatrixView): number {
    const { frameworksHeight, headsHeight, rowHeight, totalHeight } = this.#sizes(view);
    return Math.max(1, Math.floor((this.#scroller.clientHeight - frameworksHeight - headsHeight - totalHeight) / rowHeight));
  }

  /** The sizes of the parts, reckoned once for each view and size of the text. */
  #sizes(view: MatrixView): Sizes {
    const fontSize = Number.parseFloat(getComputedStyle(this.#scroller).fontSize);
    if (this.#sized?.view !== view || this.#sized.fontSize !== fontSize) this.#sized = { view, fontSize, sizes: sizesFor(view, fontSize) };
    return this.#sized.sizes;
  }

  #click({ target }: MouseEvent): void {
    const position = positionIn(target);
    if (!position || getSelection()?.isCollapsed === false) return; // the reader is selecting text
    this.select(position, { isFocused: true });
    this.#events.onActivate(position, false);
  }
}

/** The cell that an event is about. */
function positionIn(target: unknown): Position | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return cell && { line: Number(cell.dataset.line), column: Number(cell.dataset.column) };
}

function widthOf(columns: number, { nameWidth, columnWidth, totalWidth }: Sizes): number {
  return nameWidth + columns * columnWidth + totalWidth;
}
