/*
 * Text in columns. Whatever comes out of a file goes through `oneLine` (core/text/shown-text.ts) first: it may hold line
 * ends and terminal control characters.
 */

/** Text without marks that join another character, so that every character takes one column: most text, and quickly told. */
const PLAIN = /^[\x20-\u02ff\u2010-\u2027]*$/;

/** What takes no column: marks that join another character, and marks of direction and of joining, which are not seen. */
const WITHOUT_COLUMN = /[\p{M}\u061C\u200B-\u200F]/gu;

/** The columns that a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return Array.from(text.normalize('NFC').replace(WITHOUT_COLUMN, '')).length;
}

/** The text filled up with spaces on the right. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The text filled up with spaces on the left. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text, or as much of its start as fits, with an ellipsis. */
export function clip(text: string, width: number): string {
  return widthOf(text) <= width
    ? text
    : `${Array.from(text)
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`;
}

/** The text in lines of at most `width` columns, broken between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  if (width === Infinity) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
