import type { FrameworkOverview, ItemOverview, StatusCounts } from '../../server/src/protocol.ts';

export type Status = ItemOverview['status'];

const FROM_MOST: readonly Status[] = ['triangulated', 'evidenced', 'addressed', 'thin', 'missing', 'not-applicable'];

/** A status as a reader sees it: `not-applicable` is "not applicable". */
export function spoken(status: Status): string {
  return status.replace('-', ' ');
}

/** "1 source", "3 sources" */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "3 evidenced, 2 thin"; statuses that no item has are left out. */
export function countsInWords(counts: StatusCounts): string {
  return FROM_MOST.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${spoken(status)}`)
    .join(', ');
}

/** How many items are neither missing nor thin, and of how many. What is not applicable owes nothing and counts as done. */
export function addressedOf(frameworks: readonly FrameworkOverview[]): { readonly addressed: number; readonly total: number } {
  const items = frameworks.flatMap((framework) => framework.items);
  return { addressed: items.filter(({ status }) => status !== 'missing' && status !== 'thin').length, total: items.length };
}
