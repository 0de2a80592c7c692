import { defineRule, NO_OPTIONS } from '../rule.ts';

/** A rule switched off without a word: whoever reads the case later cannot judge whether that was right. */
export const suppressionNoReason = defineRule({
  id: 'suppression/no-reason',
  title: 'Every suppression says why',
  severity: 'warning',
  hasFix: true,
  options: NO_OPTIONS,
  *check({ suppressions }) {
    for (const { suppression, outcomes } of suppressions) {
      // One that does nothing had better be removed: suppression/unused says so.
      if (suppression.reason !== undefined || !outcomes.some(({ outcome }) => outcome === 'used' || outcome === 'off')) continue;
      yield {
        span: suppression.span,
        message:
          'This comment switches a rule off without saying why, so a later reader cannot judge whether that is right. Add the reason after two hyphens: -- because …',
        data: {},
      };
    }
  },
});
