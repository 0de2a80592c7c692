import type { Withheld } from '../core/report/withheld.ts';
import type { Output } from './output.ts';

/** A case that must not be shown to others, by its path. */
export type WithheldCase = Withheld & { readonly path: string };

/** So many places are enough to see what is the matter. */
const MOST = 20;

/** Says why nothing was written: where confidential names stand. The names themselves are not repeated, since this may be printed where others read it. */
export function sayRefusal(withheld: readonly WithheldCase[], output: Output): void {
  for (const { path, at, why } of withheld.slice(0, MOST)) output.note(`${path}:${at ? `${at.start.line + 1}:${at.start.character + 1}:` : ''} ${why}`);
  if (withheld.length > MOST) output.note(`… and ${withheld.length - MOST} more cases.`);
  output.note('Nothing was written.');
}
