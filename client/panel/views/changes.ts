import type { CaseSummary, ItemSummary } from '../../../server/src/core/report/summary-view.ts';
import { spoken } from '../../page/words.ts';

const MOST = 3;

/** What a screen reader should hear after an update: "P3 is now evidenced". Empty when no status changed. */
export function changesInWords(before: CaseSummary, after: CaseSummary): string {
  const statuses = new Map(itemsOf(before).map((item) => [item.id, item.status]));
  const changed = itemsOf(after).filter((item) => statuses.has(item.id) && statuses.get(item.id) !== item.status);
  const named = changed.slice(0, MOST).map((item) => `${item.id} is now ${spoken(item.status)}`);
  return [...named, ...(changed.length > MOST ? [`${changed.length - MOST} more changed`] : [])].join(', ');
}

function itemsOf(summary: CaseSummary): readonly ItemSummary[] {
  return summary.frameworks.flatMap((framework) => framework.items);
}
