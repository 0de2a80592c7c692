import { oncePer } from '../memory/once-per.ts';
import type { CaseHeader, Finding } from './case-model.ts';

/** The findings of a case by the item that they are on; of several on one item, the first. */
export const findingsById = oncePer((header: Pick<CaseHeader, 'findings'>): ReadonlyMap<string, Finding> => {
  const byId = new Map<string, Finding>();
  for (const finding of header.findings) if (!byId.has(finding.itemId)) byId.set(finding.itemId, finding);
  return byId;
});

/** Whether the author sets an item aside as not applicable. Without a reason, that does not count. */
export function setsAside(finding: Finding | undefined): boolean {
  return finding?.verdict === 'not-applicable' && finding.because !== undefined;
}
