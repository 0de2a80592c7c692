import type { ItemCoverage } from '../coverage/item-coverage.ts';
import { counted } from '../rules/wording.ts';

/**
 * The status of an item in one line: "P3 · evidenced · 2 sources". What is counted is what the next step up the ladder
 * depends on: words for a thin item, sources for one that says enough.
 */
export function statusLine({ entry, status, words, sources }: ItemCoverage): string {
  const parts = [entry.item.id, status];
  if (status === 'thin') parts.push(counted(words, 'word'));
  if (status === 'addressed' || status === 'evidenced' || status === 'triangulated')
    parts.push(sources.length === 0 ? 'no source' : counted(sources.length, 'source'));
  return parts.join(' · ');
}
