import { listen, patch } from '../page/dom/patch.ts';
import { keepingFocus } from '../page/focus.ts';
import { connect } from '../page/vscode-api.ts';
import { readPageState, readToPage, type FromPage, type PageState, type PanelContent } from './messages.ts';
import type { Actions } from './views/actions.ts';
import { changesInWords } from './views/changes.ts';
import { itemElementId } from './views/item.ts';
import { pageView } from './views/page.ts';

/** Starts the page: shows what it is sent, and sends what is clicked. */
function start(main: Element, announcer: Element): void {
  const vscode = connect<FromPage, PageState>();
  const open = new Set(readPageState(vscode.getState()).open);
  let content: PanelContent = { kind: 'no-case' };

  const shownUri = (): string | null => (content.kind === 'case' ? content.summary.uri : null);
  const keyOf = (key: string): string => `${shownUri() ?? ''}#${key}`;

  const actions: Actions = {
    open: (range) => {
      const uri = shownUri();
      if (uri !== null) vscode.postMessage({ type: 'open', uri, range });
    },
    confirm: (item) => {
      const uri = shownUri();
      if (uri !== null) vscode.postMessage({ type: 'confirm', uri, item });
    },
    newCase: () => {
      vscode.postMessage({ type: 'newCase' });
    },
    openMatrix: () => {
      vscode.postMessage({ type: 'openMatrix' });
    },
    isOpen: (key) => open.has(keyOf(key)),
    toggle: (key) => {
      if (!open.delete(keyOf(key))) open.add(keyOf(key));
      render();
    },
  };

  const render = (): void => {
    keepingFocus(() => {
      patch(main, pageView(content, actions));
    });
    vscode.setState({ uri: shownUri(), open: [...open] });
  };

  const show = (next: PanelContent): void => {
    const before = content;
    content = next;
    render();
    const sameCase = before.kind === 'case' && next.kind === 'case' && before.summary.uri === next.summary.uri;
    announcer.textContent = sameCase ? changesInWords(before.summary, next.summary) : '';
    if (!sameCase) window.scrollTo(0, 0);
  };

  const reveal = (id: string): void => {
    open.add(keyOf(id));
    render();
    const button = document.getElementById(itemElementId(id));
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'start' });
  };

  window.addEventListener('message', (event) => {
    const message = readToPage(event.data);
    if (message?.type === 'show') show(message.content);
    else if (message?.type === 'reveal') reveal(message.item);
  });
  listen(main);
  vscode.postMessage({ type: 'ready' });
}

const main = document.querySelector('main');
const announcer = document.querySelector('[role=status]');
if (main && announcer) start(main, announcer);
