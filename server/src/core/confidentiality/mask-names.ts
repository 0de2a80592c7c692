import { applyEdits } from '../text/text-edit.ts';
import { findNames } from './find-names.ts';
import type { NameList } from './name-list.ts';

/** What stands for a name whose list gives it no pseudonym. */
const NOBODY = '[confidential]';

/** A text for others: with the pseudonym in place of each term of the lists. */
export function maskNames(text: string, lists: readonly NameList[]): string {
  return lists.reduce((masked, { automaton }) => {
    const found = findNames(automaton, masked);
    return found.length === 0
      ? masked
      : applyEdits(
          masked,
          found.map(({ name, span }) => ({ span, newText: name.pseudonym ?? NOBODY })),
        );
  }, text);
}
