/*
 * The one rule for showing what somebody else wrote: in the editor, on pages, on a terminal and in exports. What is written
 * to an author's own file is never touched.
 */

/** Anything but characters that every text may hold: most text holds none, which one quick look tells. */
const UNUSUAL = /[^\t\n\x20-\x7E\xA0-\u2029\u202F-\u2065\u206A-\uD7FF\uE000-\uFFFD]/;

/** Characters that begin or end a stretch of another direction of writing; one that is left open turns what stands behind it, too. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Control characters, which terminals obey (one goes back to the start of the line, unless it ends it), and what XML, and so
 * a workbook, cannot hold: also half a character, where a text was cut.
 */
const UNSHOWABLE = /[^\P{Cc}\t\n\r]|\r(?!\n)|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** White space that is not one space already: looking for that is several times as fast as replacing each space by itself. */
const UNEVEN = /\s{2,}|[^\S ]/g;

/**
 * Text as it may be shown: every character is there to be read. Those that turn the direction of writing are left out,
 * control characters become spaces; line ends and tabs stay, and so do the marks of direction that belong to Arabic and
 * Hebrew text, which turn nothing around them. Any other text is returned as it is.
 */
export function shownText(text: string): string {
  return UNUSUAL.test(text) ? text.replace(TURNS, '').replace(UNSHOWABLE, ' ') : text;
}

/** Letters that are written from right to left: Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name as it may be shown before words and numbers of ours: a number that follows Arabic or Hebrew would be drawn to
 * the other side of it (“0/7 addressed” behind a title), which the mark of direction at its end prevents.
 */
export function shownName(text: string): string {
  const shown = shownText(text);
  return RIGHT_TO_LEFT.test(shown) ? `${shown}\u200E` : shown;
}

/** Text as it may be shown in one line: runs of white space, line ends among them, become one space. */
export function oneLine(text: string): string {
  return shownText(text).replace(UNEVEN, ' ').trim();
}
