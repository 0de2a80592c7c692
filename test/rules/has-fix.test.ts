import { expect, it } from 'vitest';
import { rulesWithFixes } from '../../server/src/core/features/fixes/quick-fixes.ts';
import { allRules } from '../../server/src/core/rules/all-rules.ts';

it('says of every rule whether it has a fix as it is', () => {
  expect(
    allRules
      .filter((rule) => rule.hasFix)
      .map((rule) => rule.id)
      .toSorted(),
  ).toEqual(rulesWithFixes().toSorted());
});
