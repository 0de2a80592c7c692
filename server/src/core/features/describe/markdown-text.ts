import { oneLine } from '../../text/shown-text.ts';

/** Text of authors and frameworks as Markdown that shows it as it is: no formatting, links, icons, HTML or tables from it. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~]|\$(?=\()|^[#+=>-]|^\d+(?=[.)])/g, (special) => (/\d/.test(special) ? `${special}\\` : `\\${special}`))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/(?<!\\)>/g, '&gt;');
}

/** A word of the format (an id, a value) set as code. */
export function code(word: string): string {
  const text = oneLine(word);
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** Items as a bulleted list; each is Markdown already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Paragraphs, lists and tables below each other, without the empty ones. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
