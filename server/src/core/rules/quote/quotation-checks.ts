import { isSettled, judgedIn } from '../../quotes/quotations-of-block.ts';
import { unsettledQuotationsOf, type Quotation } from '../../quotes/quotations.ts';
import type { BlockAndFacts, CaseFacts, FrontMatterFacts, Report } from '../rule.ts';

/** What is known of a quotation wherever it stands. */
export type LookedUpQuotation = Pick<Quotation, 'span' | 'sourceIds' | 'verdict'>;

/**
 * The checks of a rule on what became of looking a quotation up. Most quotations say in their own paragraph whose words they
 * are: they are looked at once. Only the few that depend on their section, or on the next paragraph, are at each keystroke.
 */
export function checksOfQuotations(report: (quotation: LookedUpQuotation, facts: FrontMatterFacts) => Iterable<Report>): {
  readonly checkBlock: (given: BlockAndFacts) => Iterable<Report>;
  readonly check: (facts: CaseFacts) => Iterable<Report>;
} {
  return {
    *checkBlock({ block, facts }) {
      for (const quotation of judgedIn(facts.frameworks, facts.transcripts)(block)) if (isSettled(quotation)) yield* report(quotation, facts);
    },
    *check(facts) {
      for (const quotation of unsettledQuotationsOf(facts)) yield* report(quotation, facts);
    },
  };
}
