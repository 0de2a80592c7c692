import type { SourceKind, Stance, Status, Verdict } from '../../server/src/core/model/vocabulary.ts';
import type { Severity } from '../../server/src/core/config/config-schema.ts';

/** From most to nothing, the order of bars and legends. */
export const STATUS_ORDER: readonly Status[] = ['triangulated', 'evidenced', 'addressed', 'thin', 'missing', 'not-applicable'];

/** A word of the format as a reader sees it: `not-applicable` is "not applicable". */
export function spoken(word: Status | Verdict | SourceKind | Stance): string {
  return word.replaceAll('-', ' ');
}

/** "1 word", "1,204 words" */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** "3 evidenced, 2 thin"; statuses that no item has are left out. */
export function countsInWords(counts: Readonly<Record<Status, number>>): string {
  return STATUS_ORDER.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${spoken(status)}`)
    .join(', ');
}

const SEVERITY_NOUNS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** "1 error, 3 warnings"; "nothing to correct" when there is none. */
export function problemsInWords(problems: Readonly<Record<Severity, number>>): string {
  const severities = ['error', 'warning', 'info'] as const;
  const parts = severities.filter((severity) => problems[severity] > 0).map((severity) => count(problems[severity], SEVERITY_NOUNS[severity]));
  return parts.length > 0 ? parts.join(', ') : 'nothing to correct';
}

/** "supports 2, contradicts 1"; empty when no mark says how it bears on the item. */
export function stancesInWords(stances: Readonly<Record<Stance, number>>): string {
  return (Object.keys(stances) as Stance[])
    .filter((stance) => stances[stance] > 0)
    .map((stance) => `${spoken(stance)} ${stances[stance]}`)
    .join(', ');
}
