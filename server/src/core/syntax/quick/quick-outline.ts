import { byStart } from '../../text/span.ts';
import { emptyOutline, type Outline } from '../outline.ts';
import { readFlow } from './flow.ts';
import { linesOf } from './lines.ts';

/**
 * Code, escapes, links, tags and tabs; control characters and a byte order mark; line ends of a kind that is no longer used. A block with any of
 * them is the parser's.
 */
const FOR_THE_PARSER = /^\ufeff|[`\\\t\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\]\(|<[A-Za-z/?]|<!(?!--)/;

/**
 * The outline of a block of the Markdown that cases are made of: paragraphs, headings, lists, quotations, marks, emphasis.
 * It takes a hundredth of the parser's time, and gives up wherever it is not sure: a property test holds that what it does
 * say is what the parser says.
 * @returns undefined where only the parser can tell
 */
export function quickOutline(text: string): Outline | undefined {
  if (FOR_THE_PARSER.test(text)) return undefined;
  const outline = emptyOutline();
  const lines = linesOf(text);
  if (lines.some((line) => line.end > line.start) && !readFlow({ text, outline, depth: 0 }, lines)) return undefined;
  sortAsRead(outline);
  return outline;
}

/** What stands in labels is read behind what is around them. */
function sortAsRead({ directives, prose, headingProse, bare }: Outline): void {
  directives.sort((a, b) => byStart(a.span, b.span));
  for (const spans of [prose, headingProse, bare]) spans.sort(byStart);
}
