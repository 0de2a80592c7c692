import { oneLine } from '../text/shown-text.ts';
import { wrap } from './layout.ts';
import { paint, type Style } from './paint.ts';

/*
 * A page of documentation for the terminal. Pages are Markdown that people wrote for people: headings, paragraphs,
 * lists, tables and code; what else may occur is shown as it stands.
 */

/** The page as text: headings at the margin, all else two columns in, code two more; lines broken between words. */
export function pageText(markdown: string, style: Style): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (paragraph.length > 0) lines.push(...paragraphLines(paragraph.join(' '), style));
    paragraph = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const fenceHere = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (fenceHere?.startsWith(fence) && line.trim() === fenceHere) fence = undefined;
      else lines.push(line === '' ? '' : `    ${highlighted(line, style)}`);
    } else if (fenceHere !== undefined) {
      flush();
      fence = fenceHere;
      const fileName = /^\s*[`~]{3,}\S*\s+(\S+)/.exec(line)?.[1];
      if (fileName !== undefined) lines.push(`    ${paint(`${fileName}:`, 'dim', style)}`);
    } else if (/^#{1,6} /.test(line)) {
      flush();
      lines.push(paint(withoutSigns(line.replace(/^#+ /, '')), 'bold', style));
    } else if (line.trim() === '' || line.startsWith('|')) {
      flush();
      lines.push(line === '' ? '' : `  ${line}`);
    } else {
      if (/^\s*(?:[-*]|\d+\.) /.test(line)) flush();
      paragraph.push(line.trimEnd());
    }
  }
  flush();
  return `${lines.join('\n').trim()}\n`;
}

/** A paragraph or list item; further lines of an item stand under its text. */
function paragraphLines(text: string, style: Style): string[] {
  const bullet = /^\s*(?:[-*]|\d+\.) /.exec(text)?.[0] ?? '';
  const hanging = ' '.repeat(2 + bullet.length);
  const lines = wrap(oneLine(withoutSigns(text.slice(bullet.length))), style.width - hanging.length);
  return lines.map((line, index) => (index === 0 ? `  ${bullet}` : hanging) + line);
}

/** Links become their text; strong and emphasized words lose their asterisks. */
function withoutSigns(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1').replace(/(?<![\w*])(\*{1,2})(?=\S)([^*]+)\1(?![\w*])/g, '$2');
}

/** The pages show between ‹| and |› what a rule reports. */
function highlighted(line: string, style: Style): string {
  return line.replace(/‹\|(.*?)\|›/g, (_, reported: string) => paint(reported, 'red', style)).replace(/‹\||\|›/g, '');
}
