import { oneLine } from './layout.ts';

/** Text for a cell of a Markdown table, in which nothing is taken for Markdown's signs. */
export function markdownCell(text: string): string {
  return oneLine(text).replace(/[\\|`*_<>[\]#&~]/g, String.raw`\$&`);
}
