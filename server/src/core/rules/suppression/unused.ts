import { reportData } from '../report-data.ts';
import { defineRule, NO_OPTIONS, type Report } from '../rule.ts';
import type { JudgedSuppression } from '../suppression.ts';
import { didYouMean } from '../wording.ts';

/** A suppression that suppresses nothing: left over from text that has changed, or misspelled and without effect. */
export const suppressionUnused = defineRule({
  id: 'suppression/unused',
  title: 'Every suppression suppresses something',
  severity: 'info',
  hasFix: true,
  options: NO_OPTIONS,
  *check({ suppressions }) {
    for (const judged of suppressions) yield* uselessParts(judged);
  },
});

function* uselessParts({ suppression, outcomes }: JudgedSuppression): Iterable<Report> {
  const { span, kind } = suppression;
  if (outcomes.length === 0) {
    const message = `This comment names no rule, so it switches nothing off. Name the rule, such as casewright-${kind} coverage/thin -- reason, or remove the comment.`;
    yield { span, message, unnecessary: true, data: {} };
  }
  for (const { rule, outcome, suggestion } of outcomes) {
    if (outcome === 'used' || outcome === 'off') continue;
    const message =
      outcome === 'unknown'
        ? `There is no rule “${rule}”, so this comment does not switch it off.${didYouMean(suggestion)} Correct the name, or remove it.`
        : `“${rule}” finds nothing here, so switching it off does nothing and would only hide a later finding. Remove it.`;
    yield { span, message, unnecessary: true, data: reportData({ rule, suggestion }) };
  }
}
