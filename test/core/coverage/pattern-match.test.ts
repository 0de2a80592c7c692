import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf, OUTCOMES, type Found, type PredictedItem } from '../../../server/src/core/coverage/pattern-match.ts';
import { VERDICTS } from '../../../server/src/core/model/vocabulary.ts';

const T1: PredictedItem = { id: 'T1', values: [{ id: 'gradual' }, { id: 'from-outset' }], predictions: { stage: { value: 'gradual' } } };

/** Checks how a finding on T1, on which stage theory expects “gradual”, bears on a theory. */
function check(finding: Partial<Found> | undefined, expected: string, perspective = 'stage'): void {
  const [fit] = fitOf([T1], perspective, () => finding && { value: null, verdict: null, ...finding }).items;
  expect(`${fit?.outcome}: ${fit?.because}`).toBe(expected);
}

describe('a finding', () => {
  it('agrees with a theory that expected it', () => {
    check({ value: 'gradual' }, 'agrees: expects gradual, and so finds the case');
  });
  it('agrees whatever its verdict on the item’s statement', () => {
    check({ value: 'gradual', verdict: 'not-supported' }, 'agrees: expects gradual, and so finds the case');
  });
  it('contradicts a theory that expected something else', () => {
    check({ value: 'from-outset' }, 'contradicts: expects gradual; the case finds from-outset');
  });
  it('is silent on a theory that expects nothing', () => {
    check({ value: 'gradual' }, 'silent: this perspective expects nothing in particular', 'learning');
  });
  it('is silent without a value', () => {
    check({ verdict: 'supported' }, 'silent: expects gradual; the case has no finding with a value');
  });
  it('is silent when it is not there', () => {
    check(undefined, 'silent: expects gradual; the case has no finding with a value');
  });
  it('is silent when the item does not apply', () => {
    check({ value: 'gradual', verdict: 'not-applicable' }, 'silent: expects gradual; the case sets the item aside as not applicable');
  });
  it('is silent when the evidence does not suffice', () => {
    check({ value: 'gradual', verdict: 'insufficient-evidence' }, 'silent: expects gradual; the case finds gradual, but on insufficient evidence');
  });
  it('is silent when its value is none of the item’s', () => {
    check({ value: 'gradully' }, 'silent: expects gradual; “gradully” is no value of this item');
  });
});

describe('the sums', () => {
  it('count every item once', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const item = fc.record({ id: fc.uuid(), values: fc.array(fc.record({ id: word })), predictions: fc.dictionary(word, fc.record({ value: word })) });
    const finding = fc.option(fc.record({ value: fc.option(word), verdict: fc.option(fc.constantFrom(...VERDICTS)) }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(item), word, finding, (items, perspective, found) => {
        const fit = fitOf(items, perspective, () => found);
        expect(OUTCOMES.reduce((sum, outcome) => sum + fit[outcome], 0)).toBe(items.length);
      }),
    );
  });
});
