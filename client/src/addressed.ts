import type { FrameworkOverview } from '../../server/src/protocol.ts';

/** How many items are neither missing nor thin, and of how many. What is not applicable owes nothing and counts as done. */
export function addressedOf(frameworks: readonly FrameworkOverview[]): { readonly addressed: number; readonly total: number } {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const total = sum(frameworks.flatMap(({ counts }) => Object.values(counts)));
  return { addressed: total - sum(frameworks.map(({ counts }) => counts.missing + counts.thin)), total };
}
