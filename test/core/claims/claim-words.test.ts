import { describe, expect, it } from 'vitest';
import { CLAIM_GROUPS, CLAIM_WORD } from '../../../server/src/core/claims/claim-forms.ts';

describe('the word that every claim has', () => {
  it.each([
    'The firm was founded in 1984.',
    'Nordlys, established by two engineers in 1984, makes pumps.',
    'The firm was set\nup in 1984.',
    'It has been in\n  business since 1984.',
    'It has 40 people.',
    'It has 40 members of staff.',
    'The headcount is 40.',
    'It has 40 workers.',
    'Employment grew by 5 %.',
    'Turnover is DKK 5 million.',
    'Revenues were DKK 5 million.',
    'It exports 40 % of its production.',
    'It sells 40 % of its goods abroad.',
    'The output of 2011 was sold.',
    'The foreign sales ratio is 40 %.',
    'It sells its pumps in 12 countries.',
    'The first order from abroad came in 1990.',
    'It began to sell abroad in 1990.',
    'The first foreign customer came in 1990.',
    'It is a born-again-global.',
  ])('is in %j', (sentence) => {
    expect(CLAIM_GROUPS.some(({ words }) => words.test(sentence.replace(/\s+/g, ' ')))).toBe(true);
    expect(sentence.search(CLAIM_WORD)).toBeGreaterThanOrEqual(0);
  });
});
