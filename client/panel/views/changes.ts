import type { CaseSummary, ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { spoken } from '../../page/words.ts';

const MOST = 3;

/** What a screen reader should hear after an update: "P3 is now evidenced", "the finding on P3 is now suspect". Empty when there is nothing. */
export function changesInWords(before: CaseSummary, after: CaseSummary): string {
  const known = new Map(itemsOf(before).map((item) => [item.id, item]));
  const changes = itemsOf(after).flatMap((item) => {
    const old = known.get(item.id);
    return old ? changesOf(old, item) : [];
  });
  const named = changes.slice(0, MOST);
  return [...named, ...(changes.length > MOST ? [`${changes.length - MOST} more changed`] : [])].join(', ');
}

function changesOf(before: ItemSummary, { id, status, confirmation }: ItemSummary): string[] {
  const isOther = confirmation !== null && confirmation.state !== 'none' && confirmation.state !== before.confirmation?.state;
  return [...(status === before.status ? [] : [`${id} is now ${spoken(status)}`]), ...(isOther ? [`the finding on ${id} is now ${confirmation.state}`] : [])];
}

function itemsOf(summary: CaseSummary): readonly ItemSummary[] {
  return summary.frameworks.flatMap((framework) => framework.items);
}
