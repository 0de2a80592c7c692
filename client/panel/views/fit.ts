import type { PerspectiveFit } from '../../../server/src/core/report/fit-of-case.ts';
import type { FrameworkSummary } from '../../../server/src/core/report/summary-view.ts';
import { el, type ElementView } from '../../page/dom/element.ts';
import { fitCounts, fitItems, type FitItem } from '../../page/views/fit.ts';
import type { Actions } from './actions.ts';

/** Which theory fits: for each perspective of a framework how many findings bear it out, opening to the items that are counted. */
export function fitView({ id, fit, items }: FrameworkSummary, actions: Actions): ElementView | null {
  if (fit.length === 0) return null;
  const itemOf = (of: string): FitItem => {
    const item = items.find((candidate) => candidate.id === of);
    if (!item) return { label: '', go: null };
    return {
      label: item.label,
      go: () => {
        actions.open(item.finding?.range ?? item.range);
      },
    };
  };
  return el(
    'div',
    { class: 'fit' },
    el('h3', { class: 'fit-title' }, 'Which theory fits'),
    el(
      'ul',
      { class: 'items' },
      fit.map((one) => perspectiveView(`fit/${id}/${one.perspective}`, one, itemOf, actions)),
    ),
  );
}

function perspectiveView(key: string, { label, fit }: PerspectiveFit, itemOf: (id: string) => FitItem, actions: Actions): ElementView {
  const id = encodeURIComponent(key);
  const isOpen = actions.isOpen(key);
  const toggle = (): void => {
    actions.toggle(key);
  };
  return el(
    'li',
    { key, class: 'item' },
    el(
      'div',
      { class: 'row' },
      el(
        'h4',
        { class: 'fit-head' },
        el(
          'button',
          { id, class: 'toggle fit-toggle', 'aria-expanded': String(isOpen), 'aria-controls': `${id}-details`, click: toggle },
          el('span', { class: 'twistie', 'aria-hidden': 'true' }),
          el('span', { class: 'label' }, label),
          ' ',
          el('span', { class: 'fit-counts' }, fitCounts(fit)),
        ),
      ),
    ),
    el('div', { id: `${id}-details`, class: 'details', hidden: !isOpen }, isOpen ? fitItems(fit, itemOf) : null),
  );
}
