/**
 * The closed word lists of the format. Source kinds are the six of R. K. Yin, "Case Study Research" (sources of
 * evidence); stances and verdicts are Casewright's.
 */
export const SOURCE_KINDS = ['documentation', 'archival-records', 'interview', 'direct-observation', 'participant-observation', 'physical-artifact'] as const;
export const STANCES = ['supports', 'contradicts', 'qualifies', 'rival'] as const;
export const VERDICTS = ['supported', 'partly-supported', 'not-supported', 'insufficient-evidence', 'not-applicable'] as const;
/** From nothing to most; `not-applicable` stands outside the ladder. */
export const STATUSES = ['missing', 'thin', 'addressed', 'evidenced', 'triangulated', 'not-applicable'] as const;

/** What `confirmed` of a finding holds: a code of the evidence that it was confirmed on, see core/quotes/evidence-code.ts. */
export const EVIDENCE_CODE = /^[0-9a-f]{12}(?: [0-9a-f]{6})*(?: (?:[0-9a-f]{6})?:[0-9a-f]{6})*$/;

export type SourceKind = (typeof SOURCE_KINDS)[number];
export type Stance = (typeof STANCES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type Status = (typeof STATUSES)[number];

/** Whether `word` is one of a closed word list; narrows its type. */
export function isOneOf<T extends string>(list: readonly T[], word: string | undefined): word is T {
  return word !== undefined && (list as readonly string[]).includes(word);
}

/** Whether a status is `least` or better on the ladder. `not-applicable` is at every step: nothing is owed. */
export function reaches(status: Status, least: Status): boolean {
  return STATUSES.indexOf(status) >= STATUSES.indexOf(least);
}

/** A value for each word of a closed word list. */
export function recordOf<Word extends string, Value>(list: readonly Word[], valueOf: (word: Word) => Value): Record<Word, Value> {
  return Object.fromEntries(list.map((word) => [word, valueOf(word)])) as Record<Word, Value>;
}
