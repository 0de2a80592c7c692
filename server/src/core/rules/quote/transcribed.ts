import type { FrontMatterFacts } from '../rule.ts';
import { listed } from '../wording.ts';

/** The sources that have a transcript, of some, as a message names them. */
export function transcribedAmong(sourceIds: readonly string[], transcripts: FrontMatterFacts['transcripts'], conjunction: 'and' | 'or'): string {
  return listed(
    sourceIds.filter((id) => transcripts.has(id)),
    conjunction,
  );
}
