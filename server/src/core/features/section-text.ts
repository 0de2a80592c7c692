import type { PlannedSection } from './section-plan.ts';

/** A section still to be written: its heading, and what belongs there as comments that no reader sees. Ends with a line end. */
export function sectionText({ heading, prompts }: Pick<PlannedSection, 'heading' | 'prompts'>, depth: number, eol: string): string {
  const comments = prompts.map((prompt) => `<!-- ${insideComment(prompt)} -->${eol}`);
  return `${'#'.repeat(depth)} ${heading}${eol}${comments.length === 0 ? '' : eol}${comments.join('')}`;
}

/** Text that does not end the comment it stands in. */
function insideComment(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/--+>?/g, '–').trim();
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
