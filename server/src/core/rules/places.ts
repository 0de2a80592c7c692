import type { Span } from '../text/span.ts';
import type { CaseFacts } from './rule.ts';

/**
 * Where the case promises a framework: its entry in `frameworks`; where the project promises it for the case, the
 * value of `case`.
 */
export function frameworkSpan(facts: Pick<CaseFacts, 'model'>, frameworkId: string): Span {
  return facts.model.frameworks?.find((reference) => reference.id === frameworkId)?.span ?? facts.model.idSpan;
}
