import type { SourceKind, Stance, Status, Verdict } from '../../model/vocabulary.ts';

/** What an author states with each of the format's closed words, for hovers and completions. */
export const STANCE_MEANINGS: Readonly<Record<Stance, string>> = {
  supports: 'Speaks for the item’s statement.',
  contradicts: 'Speaks against the item’s statement.',
  qualifies: 'Says when, or how far, the item’s statement holds.',
  rival: 'Speaks for another explanation of what happened.',
};

export const KIND_MEANINGS: Readonly<Record<SourceKind, string>> = {
  documentation: 'Letters, reports, articles, web pages: written for readers.',
  'archival-records': 'Accounts, registers, lists, statistics: kept for the record.',
  interview: 'What somebody was asked and said.',
  'direct-observation': 'What you saw happen on the spot.',
  'participant-observation': 'What you saw while taking part in it.',
  'physical-artifact': 'A thing: a product, a tool, a machine.',
};

export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  supported: 'The case bears out the item’s statement.',
  'partly-supported': 'The case bears out a part of the statement, or with reservations.',
  'not-supported': 'The case speaks against the statement.',
  'insufficient-evidence': 'The item was looked for, but the sources do not settle it.',
  'not-applicable': 'The item cannot arise in this case. Counts only together with the reason.',
};

export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  missing: 'no text is marked as being about it',
  thin: 'too few words, or a placeholder',
  addressed: 'enough is said, but no source is cited',
  evidenced: 'a source is cited',
  triangulated: 'sources of two kinds are cited',
  'not-applicable': 'a finding says why it does not apply',
};
