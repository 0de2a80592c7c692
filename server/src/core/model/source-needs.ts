import type { SourceKind } from './vocabulary.ts';

/** Something that readers must be told of a source: one of some fields is enough. */
export interface SourceNeed {
  /** The one that is asked for first; a quick fix adds it. */
  readonly fields: readonly [string, ...string[]];
  /** What the fields are to say; completes “does not say …”. */
  readonly what: string;
  /** Why readers want it; completes “…, so …”. */
  readonly why: string;
  /** Whether a note stands in for it: often nobody knows, and says so. */
  readonly orNote: boolean;
}

const WHEN_FIELDS = ['date', 'year'] as const;
const PUT_IN_PLACE = 'readers cannot place it in the course of the case';
const KNOW_IT = 'readers cannot tell what it is';

function whenMade(what: string): SourceNeed {
  return { fields: WHEN_FIELDS, what, why: PUT_IN_PLACE, orNote: true };
}

/**
 * What each of the six kinds of evidence needs besides its id and kind. Yin asks that whoever follows the chain of evidence
 * find the circumstances under which it was collected, such as the time and place of an interview (R. K. Yin, “Case Study
 * Research and Applications”, chapter 4); of what is written and kept, readers want what a list of references gives (APA
 * Publication Manual, chapter 9: who, when, what, where); an artifact is not dated but seen.
 */
export const SOURCE_NEEDS: Readonly<Record<SourceKind, readonly SourceNeed[]>> = {
  interview: [
    { fields: ['informant', 'title', 'author'], what: 'who was asked', why: 'readers cannot judge what this person could know', orNote: false },
    whenMade('when it took place'),
  ],
  documentation: [
    { fields: ['title', 'url', 'doi'], what: 'what it is', why: 'readers cannot find it', orNote: false },
    { fields: ['year', 'date', 'url', 'doi'], what: 'when it was written or where it can be found', why: 'readers cannot find it', orNote: true },
  ],
  'archival-records': [
    { fields: ['title', 'url', 'doi'], what: 'which records they are', why: 'readers cannot ask for them', orNote: false },
    { fields: ['year', 'date', 'url', 'doi'], what: 'for which time they were kept', why: PUT_IN_PLACE, orNote: true },
  ],
  'direct-observation': [{ fields: ['title'], what: 'what was observed', why: KNOW_IT, orNote: true }, whenMade('when it took place')],
  'participant-observation': [
    { fields: ['title'], what: 'what you took part in', why: 'readers cannot tell how near you were', orNote: true },
    whenMade('when it took place'),
  ],
  'physical-artifact': [{ fields: ['title', 'url'], what: 'what it is', why: KNOW_IT, orNote: true }],
};
