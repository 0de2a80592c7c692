import { didYouMean, listed } from '../core/rules/wording.ts';
import { nearest } from '../core/text/nearest.ts';
import { UsageError } from './exit-codes.ts';

/** What to say when somebody asks for a framework that the study does not know. */
export function unknownFramework(id: string, known: readonly string[]): UsageError {
  return new UsageError(`There is no framework “${id}”; there ${known.length === 1 ? 'is' : 'are'} ${listed(known)}.${didYouMean(nearest(id, known))}`);
}
