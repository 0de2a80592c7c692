import { STATUSES, type Status } from '../model/vocabulary.ts';

/** One column each, and telling without colour: a circle fills up as the status rises. */
export const STATUS_SYMBOLS: Readonly<Record<Status, string>> = {
  missing: '○',
  thin: '◔',
  addressed: '◑',
  evidenced: '◕',
  triangulated: '●',
  'not-applicable': '–',
};

/** The statuses as they read in a sentence. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  missing: 'missing',
  thin: 'thin',
  addressed: 'addressed',
  evidenced: 'evidenced',
  triangulated: 'triangulated',
  'not-applicable': 'not applicable',
};

/** What each symbol means, in one line. */
export function statusLegend(): string {
  return STATUSES.map((status) => `${STATUS_SYMBOLS[status]} ${STATUS_WORDS[status]}`).join('  ');
}
