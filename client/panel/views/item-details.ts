import type { ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { findingView, marksView, sourcesView } from '../../page/views/evidence.ts';
import { link, part } from '../../page/views/part.ts';
import type { Actions } from './actions.ts';

/** What is known of an item, down to the text that each number counts. */
export function itemDetails(item: ItemSummary, { open }: Pick<Actions, 'open'>): ElementView[] {
  const go = (): void => {
    open(item.range);
  };
  return [
    el('p', { key: 'why', class: 'why' }, item.why, ' ', link(item.marks.length > 0 ? 'Go to the text' : 'Go to the framework', go)),
    part('h4', 'about', 'What it is about', el('p', {}, item.statement), questions(item.questions)),
    part('h4', 'marks', 'In the text', marksView(item.marks, open)),
    part('h4', 'sources', 'Sources', sourcesView(item.sources, open)),
    part('h4', 'finding', 'Finding', findingView(item.finding, open)),
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
