import { oneLine } from '../text/shown-text.ts';

/** Signs of Markdown, of its tables and of the formulas in it. */
const SIGNS = /[\\|`*_<>[\]#&~$]/g;

/** What stands before the point or the sign that would make a list of a line: `1. Brodersen.md`. */
const BEFORE_LIST_SIGN = /^(?:\d+(?=[.)] )|(?=[-+] ))/;

/** Text for a cell of a Markdown table, a heading or an entry of a list, in which nothing is taken for Markdown's signs. */
export function markdownCell(text: string): string {
  return oneLine(text)
    .replace(SIGNS, String.raw`\$&`)
    .replace(BEFORE_LIST_SIGN, '$&\\');
}
