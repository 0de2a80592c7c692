import type { FrameworkOverview } from '../../server/src/protocol.ts';

/** How many items are neither missing nor thin, and of how many. What is not applicable owes nothing and counts as done. */
export function addressedOf(frameworks: readonly FrameworkOverview[]): { readonly addressed: number; readonly total: number } {
  const items = frameworks.flatMap((framework) => framework.items);
  return { addressed: items.filter(({ status }) => status !== 'missing' && status !== 'thin').length, total: items.length };
}
