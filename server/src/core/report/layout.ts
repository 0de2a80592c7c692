/*
 * Text in columns. Whatever comes out of a file goes through `oneLine` first: it may hold line ends and terminal
 * control characters.
 */

/** Text as it can stand in one line of a terminal: control characters, also those that turn the direction of writing, and runs of space become one space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
}

/** Text without marks that join another character, so that every character takes one column: most text, and quickly told. */
const PLAIN = /^[\x20-\u02ff\u2010-\u2027]*$/;

/** The columns that a text takes. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return Array.from(text.normalize('NFC').replace(/\p{M}/gu, '')).length;
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
