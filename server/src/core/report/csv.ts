import { oneLine, shownText } from '../text/shown-text.ts';

/** What a spreadsheet takes for the beginning of a formula, also in the wide form of East Asian keyboards and behind spaces. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** A table as CSV (RFC 4180): one line a row, cells in quotation marks where they need them. */
export function csvText(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** Text as a spreadsheet may show it: what it would run as a formula gets an apostrophe before it, as spreadsheets themselves do. */
export function spreadsheetText(text: string): string {
  const shown = shownText(text);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/** A table for the clipboard: spreadsheets and word processors take tab-separated text for a table. A line break within a cell becomes a space. */
export function tabbedText(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (content: string | number): string => (typeof content === 'string' ? spreadsheetText(oneLine(content)) : String(content));
  return rows.map((cells) => `${cells.map(cell).join('\t')}\n`).join('');
}

function csvCell(content: string | number | null | undefined): string {
  const text = typeof content === 'string' ? spreadsheetText(content) : String(content ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
