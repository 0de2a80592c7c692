import type { ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import type { Actions } from './actions.ts';
import { itemDetails } from './item-details.ts';
import { statusChip } from '../../page/views/status.ts';
import { count, spoken, stancesInWords } from '../../page/words.ts';

/** The id of an item's heading in the page. */
export function itemElementId(item: string): string {
  return `item-${encodeURIComponent(item)}`;
}

/** One item: a row that opens to everything that is known of it. */
export function itemView(item: ItemSummary, actions: Actions): ElementView {
  const id = itemElementId(item.id);
  const isOpen = actions.isOpen(item.id);
  const toggle = (): void => {
    actions.toggle(item.id);
  };
  return el(
    'li',
    { key: item.id, class: 'item' },
    el(
      'div',
      { class: 'row' },
      el(
        'h3',
        {},
        el(
          'button',
          { id, class: 'toggle', 'aria-expanded': String(isOpen), 'aria-controls': `${id}-details`, click: toggle },
          el('span', { class: 'twistie', 'aria-hidden': 'true' }),
          el('span', { class: 'item-id' }, item.id),
          ' ',
          el('span', { class: 'label' }, item.label),
          ' ',
          statusChip(item.status),
        ),
      ),
      el(
        'ul',
        { class: 'facts' },
        facts(item).map((fact) => el('li', { key: fact.key }, fact.text)),
      ),
    ),
    el('div', { id: `${id}-details`, class: 'details', hidden: !isOpen }, isOpen ? itemDetails(item, actions) : null),
  );
}

function facts(item: ItemSummary): { readonly key: string; readonly text: string }[] {
  const { finding, confirmation } = item;
  const state = confirmation && confirmation.state !== 'none' ? confirmation.state : null;
  const said = finding ? [finding.value, finding.verdict ? spoken(finding.verdict) : null, state].filter((part) => part !== null) : [];
  return [
    { key: 'words', text: count(item.words, 'word') },
    { key: 'sources', text: item.sources.length > 0 ? count(item.sources.length, 'source') : '' },
    { key: 'stances', text: stancesInWords(item.stances) },
    { key: 'finding', text: said.length > 0 ? `finding: ${said.join(', ')}` : '' },
  ].filter((fact) => fact.text !== '' && !(fact.key === 'words' && item.words === 0));
}
