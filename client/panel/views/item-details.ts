import type { ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { findingView, marksView, sourcesView } from '../../page/views/evidence.ts';
import { link, part } from '../../page/views/part.ts';
import { severityIcon } from '../../page/views/status.ts';
import type { Actions } from './actions.ts';

/** What is known of an item, down to the text that each number counts. */
export function itemDetails(item: ItemSummary, { open, confirm }: Pick<Actions, 'open' | 'confirm'>): ElementView[] {
  const go = (): void => {
    open(item.range);
  };
  return [
    el('p', { key: 'why', class: 'why' }, item.why, ' ', link(item.marks.length > 0 ? 'Go to the text' : 'Go to the framework', go)),
    part('h4', 'about', 'What it is about', el('p', {}, item.statement), questions(item.questions)),
    part('h4', 'marks', 'In the text', marksView(item.marks, open)),
    part('h4', 'sources', 'Sources', sourcesView(item.sources, open)),
    part('h4', 'finding', 'Finding', findingView(item.finding, open), confirmationView(item, confirm)),
  ];
}

function questions(texts: readonly string[]): ElementView | null {
  if (texts.length === 0) return null;
  return el(
    'ul',
    { class: 'questions' },
    texts.map((text) => el('li', {}, text)),
  );
}

/** Whether the finding follows from the text as it is, as far as its author has said; and how to say so. */
function confirmationView({ id, confirmation }: ItemSummary, confirm: Actions['confirm']): ElementView | null {
  if (!confirmation) return null;
  const { state, words } = confirmation;
  const say = (): void => {
    confirm(id);
  };
  return el(
    'p',
    // Takes the focus of the button that is gone once it is pressed.
    { key: 'confirmation', tabindex: -1 },
    state === 'suspect' ? [severityIcon('warning'), ' '] : null,
    words,
    state === 'confirmed' ? null : [' ', link(`Confirm the finding on ${id}`, say)],
  );
}
