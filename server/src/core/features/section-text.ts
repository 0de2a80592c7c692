import type { SectionStart } from './section-order.ts';

/** A section still to be written: its heading, and what belongs there as comments that no reader sees. Ends with a line end. */
export function sectionText({ heading, prompts }: SectionStart, depth: number, eol: string): string {
  const comments = prompts.map((prompt) => `${promptComment(prompt)}${eol}`);
  return `${'#'.repeat(depth)} ${heading}${eol}${comments.length === 0 ? '' : eol}${comments.join('')}`;
}

/** A hint or question as the comment that a new section carries; nothing in it ends the comment. */
export function promptComment(prompt: string): string {
  return `<!-- ${prompt.replace(/\s+/g, ' ').replace(/--+>?/g, '–').trim()} -->`;
}

/**
 * `block` (which ends with a line end) as it must be inserted at `at` so that blank lines part it from the text before
 * and behind.
 */
export function asOwnBlock(text: string, at: number, block: string, eol: string): string {
  const before = text.slice(0, at);
  const behind = text.slice(at);
  const above = /^\uFEFF?$|(?:^|\n)[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  const below = /^\s*$|^[ \t]*\r?\n/.test(behind) ? '' : eol;
  return above + block + below;
}
