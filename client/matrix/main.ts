import { connect } from '../page/vscode-api.ts';
import { MatrixPage } from './matrix-page.ts';
import type { FromPage } from './messages.ts';
import type { PageState } from './state.ts';

const main = document.querySelector('main');
const announcer = document.querySelector('[role=status]');
if (main && announcer) {
  const vscode = connect<FromPage, PageState>();
  const page = new MatrixPage(main, announcer, vscode);
  window.addEventListener('message', (event) => {
    page.receive(event.data);
  });
  vscode.postMessage({ type: 'ready' });
}
