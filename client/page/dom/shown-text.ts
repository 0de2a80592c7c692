/**
 * Text as a page may show it: without characters that control instead of being read. Those that turn the direction of
 * writing would turn what stands behind them, too; marks of direction that belong to Arabic or Hebrew text stay.
 */
export function shownText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}
