import { USUAL_OPTIONS, type MatrixOptions } from '../../server/src/core/report/matrix/arrange-matrix.ts';
import { tabbedText } from '../../server/src/core/report/csv.ts';
import { matrixMarkdown } from '../../server/src/core/report/matrix/matrix-markdown.ts';
import { matrixGrid } from '../../server/src/core/report/matrix/matrix-table.ts';
import { releaseMatrix, type ReleasedMatrix } from '../../server/src/core/report/matrix/release-matrix.ts';
import type { MatrixData } from '../../server/src/core/report/matrix/matrix-data.ts';
import type { CaseSummary } from '../../server/src/core/report/summary-view.ts';
import type { MatrixChange } from '../../server/src/protocol.ts';
import { el } from '../page/dom/element.ts';
import { listen, patch } from '../page/dom/patch.ts';
import { keepingFocus } from '../page/focus.ts';
import type { PageApi } from '../page/vscode-api.ts';
import { activated } from './activate.ts';
import { changed } from './change.ts';
import { Grid } from './grid/grid.ts';
import { positionOf, type Place } from './grid/place.ts';
import { matrixView, type MatrixView } from './matrix-view.ts';
import { readToPage, type FromPage } from './messages.ts';
import { cellInWords } from './spoken.ts';
import { readPageState, type PageState } from './state.ts';
import type { Actions, Menu } from './views/actions.ts';
import { DETAILS_HEADING, detailsView } from './views/details.ts';
import { emptyView } from './views/empty.ts';
import { arrangementInWords, headView, sizeInWords } from './views/head.ts';
import { toolbarView } from './views/toolbar.ts';

/** The page of the matrix: what it shows, and what becomes of clicks, keys and messages. */
export class MatrixPage {
  readonly #vscode: PageApi<FromPage, PageState>;
  readonly #announcer: Element;
  readonly #parts: Readonly<Record<'head' | 'toolbar' | 'scroller' | 'empty' | 'details', HTMLElement>>;
  readonly #grid: Grid;
  readonly #summaries = new Map<string, CaseSummary | null>();
  readonly #asked = new Set<string>();
  #options: MatrixOptions;
  #hasDetails: boolean;
  #menu: Menu | null = null;
  #data: MatrixData | null = null;
  #view: MatrixView | null = null;
  /** How far the table is to be scrolled once it is there. */
  #scroll: PageState['scroll'];

  constructor(main: HTMLElement, announcer: Element, vscode: PageApi<FromPage, PageState>) {
    const state = readPageState(vscode.getState());
    this.#vscode = vscode;
    this.#announcer = announcer;
    this.#options = state.options;
    this.#hasDetails = state.details;
    this.#scroll = state.scroll;
    this.#parts = frame(main);
    this.#grid = new Grid(this.#parts.scroller, state.place, {
      onSelect: () => {
        this.#parts.details.scrollTo(0, 0);
        this.#renderDetails();
        this.#keep();
      },
      onActivate: (position, isByKeyboard) => {
        if (this.#view)
          activated(this.#view, position, this.#actions(), () => {
            this.#goToDetails(isByKeyboard);
          });
      },
      onDetails: () => {
        this.#goToDetails(true);
      },
      onScroll: () => {
        this.#keep();
      },
    });
    listen(main);
    window.addEventListener('focus', () => {
      this.#takeFocus();
    });
    main.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#escape(event.target);
    });
    for (const event of ['click', 'focusin'] as const)
      document.addEventListener(event, ({ target }) => {
        if (this.#menu !== null && target instanceof Element && target.isConnected && !target.closest('.menu')) this.#setMenu(null);
      });
    this.#render();
  }

  /** Takes a message of the extension. Anything else is left alone. */
  receive(received: unknown): void {
    const message = readToPage(received);
    if (message?.type === 'show') this.#show(message.data);
    else if (message?.type === 'change') this.#change(message.change);
    else if (message?.type === 'summary') {
      this.#summaries.set(message.uri, message.summary);
      this.#renderDetails();
    }
  }

  #show(data: MatrixData): void {
    const isFirst = this.#data === null;
    const { left, top } = this.#scroll;
    this.#data = data;
    this.#asked.clear();
    this.#arrange();
    if (isFirst) {
      this.#parts.scroller.scrollTo(left, top);
      this.#takeFocus();
    }
    this.#vscode.postMessage({ type: 'arranged', options: this.#options });
  }

  /** Takes over what became of the matrix, and says so if it concerns the selected cell. */
  #change(change: MatrixChange): void {
    const next = this.#data && changed(this.#data, change);
    if (!next) {
      this.#vscode.postMessage({ type: 'ready' }); // something was missed: all anew
      return;
    }
    for (const row of change.rows) this.#asked.delete(row.uri);
    const before = this.#selectedInWords();
    this.#data = next;
    this.#arrange();
    const after = this.#selectedInWords();
    if (before !== after) this.#announce(after);
  }

  /** Lays out what there is anew. */
  #arrange(): void {
    this.#view = this.#data && matrixView(this.#data, this.#options);
    this.#render();
  }

  #render(): void {
    const actions = this.#actions();
    const empty = emptyView(this.#view, actions);
    keepingFocus(() => {
      patch(this.#parts.head, headView(this.#view, actions));
      patch(this.#parts.toolbar, this.#view && this.#view.data.rows.length > 0 ? toolbarView(this.#view.data, this.#options, actions) : []);
      patch(this.#parts.empty, empty ? [empty] : []);
      this.#parts.empty.hidden = !empty;
      this.#parts.scroller.hidden = empty !== null;
      this.#grid.show(empty ? null : this.#view);
    });
    this.#renderDetails();
    this.#keep();
  }

  #renderDetails(): void {
    const { position } = this.#grid;
    const isShown = this.#hasDetails && this.#view !== null && position !== null && !this.#parts.scroller.hidden;
    keepingFocus(() => {
      this.#parts.details.hidden = !isShown;
      patch(this.#parts.details, isShown && this.#view ? detailsView(this.#view, position, this.#actions()) : []);
    });
  }

  /** What the views can ask for. */
  #actions(): Actions {
    return {
      arrange: (change) => {
        this.#rearrange({ ...this.#options, ...change });
      },
      reset: () => {
        this.#rearrange({ ...USUAL_OPTIONS, show: this.#view && this.#view.matrix.columns.length === 0 ? USUAL_OPTIONS.show : this.#options.show });
      },
      menu: this.#menu,
      toggleMenu: (menu) => {
        this.#setMenu(this.#menu === menu ? null : menu);
      },
      copy: (as) => {
        this.#copy(as);
      },
      exportFile: () => {
        this.#vscode.postMessage({ type: 'export' });
      },
      newCase: () => {
        this.#vscode.postMessage({ type: 'newCase' });
      },
      hasDetails: this.#hasDetails,
      toggleDetails: () => {
        this.#hasDetails = !this.#hasDetails;
        const hadFocus = this.#parts.details.contains(document.activeElement);
        this.#render();
        if (hadFocus) this.#grid.focus();
      },
      open: (uri, range) => {
        this.#vscode.postMessage({ type: 'open', uri, range });
      },
      select: (place) => {
        this.#select(place);
      },
      summaryOf: (uri) => this.#summaryOf(uri),
    };
  }

  #rearrange(options: MatrixOptions): void {
    this.#options = options;
    this.#arrange();
    this.#vscode.postMessage({ type: 'arranged', options });
    if (this.#view) this.#announce(arrangementInWords(this.#view));
  }

  #select(place: Place): void {
    if (this.#view) this.#grid.select(positionOf(this.#view, place, null), { isFocused: true });
  }

  #goToDetails(isFocused: boolean): void {
    if (!this.#hasDetails) {
      this.#hasDetails = true;
      this.#render();
    }
    if (isFocused) document.getElementById(DETAILS_HEADING)?.focus();
  }

  /** Puts the keyboard on the table when VS Code hands it to the page, which is before the first Tab on nothing at all. */
  #takeFocus(): void {
    if (document.hasFocus() && document.activeElement === document.body) this.#grid.focus();
  }

  /** Back to where the reader came from. */
  #escape(target: EventTarget | null): void {
    const menu = this.#menu;
    if (menu !== null) {
      this.#setMenu(null);
      document.getElementById(`menu-${menu}`)?.focus();
    } else if (target instanceof Node && this.#parts.details.contains(target)) this.#grid.focus();
  }

  #setMenu(menu: Menu | null): void {
    this.#menu = menu;
    this.#render();
  }

  #copy(as: 'table' | 'markdown'): void {
    if (!this.#view) return;
    const release = releaseMatrix(this.#view.matrix);
    if (release.matrix) this.#send(release.matrix, this.#view, as);
    else {
      const { uri, why, at } = release.withheld[0];
      this.#vscode.postMessage({ type: 'withheld', uri, why, at });
    }
    this.#setMenu(null);
    document.getElementById('menu-copy')?.focus();
  }

  #send(matrix: ReleasedMatrix, view: MatrixView, as: 'table' | 'markdown'): void {
    const text = as === 'table' ? tabbedText(matrixGrid(matrix)) : matrixMarkdown(matrix);
    this.#vscode.postMessage({ type: 'copy', text, what: `${sizeInWords(view)}, as ${as === 'table' ? 'a table' : 'Markdown'}` });
  }

  /** The summary of a case as it was last told; asked for anew when the case has changed. */
  #summaryOf(uri: string): CaseSummary | null | undefined {
    if (!this.#asked.has(uri)) {
      this.#asked.add(uri);
      this.#vscode.postMessage({ type: 'summary', uri });
    }
    return this.#summaries.get(uri);
  }

  #selectedInWords(): string {
    return this.#view && this.#grid.position ? cellInWords(this.#view, this.#grid.position) : '';
  }

  #announce(text: string): void {
    this.#announcer.textContent = text;
  }

  #keep(): void {
    const { scrollLeft, scrollTop } = this.#parts.scroller;
    if (this.#data !== null) this.#scroll = { left: Math.round(scrollLeft), top: Math.round(scrollTop) };
    this.#vscode.setState({ options: this.#options, place: this.#grid.place, details: this.#hasDetails, scroll: this.#scroll });
  }
}

/** The parts of the page, which stay as long as it does. */
function frame(main: HTMLElement): Readonly<Record<'head' | 'toolbar' | 'scroller' | 'empty' | 'details', HTMLElement>> {
  patch(main, [
    el('header', { class: 'head' }),
    el('div', { class: 'toolbar' }),
    el('div', { class: 'body' }, el('div', { class: 'scroller' }), el('div', { class: 'empty' }), el('aside', { class: 'details', 'aria-label': 'Details' })),
  ]);
  const named = (name: string): HTMLElement => {
    const found = main.querySelector<HTMLElement>(`.${name}`);
    if (!found) throw new Error(`The page has no part ${name}.`);
    return found;
  };
  return { head: named('head'), toolbar: named('toolbar'), scroller: named('scroller'), empty: named('empty'), details: named('details') };
}
